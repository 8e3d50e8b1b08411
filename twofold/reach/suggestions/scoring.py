"""How likely two people know each other, from what both share: the code that serves is the code that is evaluated.

No clock, no database and no person: numbers in, numbers out.
"""

from collections.abc import Collection, Iterable, Mapping, Set
from math import log

# What a thing that two people share counts beside a tie that they have in common.
SHARED = 0.35


def scores(ties: Mapping[int, Set[int]], shared: Iterable[Collection[int]] = ()) -> dict[int, float]:
    """For everybody around, how likely they are known. `ties` leads from each own tie to theirs.

    `shared`: for each thing that one has oneself, who else has it.
    """
    found: dict[int, float] = {}
    for others in ties.values():
        part = 1 / max(len(others), 1)
        for other in others:
            found[other] = found.get(other, 0.0) + part
    for holders in shared:
        part = SHARED * weight_of(len(holders))
        for other in holders:
            found[other] = found.get(other, 0.0) + part
    return found


def weight_of(holders: int) -> float:
    """What a thing tells that so many have: the fewer, the more."""
    return 1 / (1 + log(1 + holders) ** 2)
