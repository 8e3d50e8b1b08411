"""How likely two people know each other, from what both share: the code that serves is the code that is evaluated.

No clock, no database and no person: numbers in, numbers out. docs/decisions/0161 says what was tried, with figures.
"""

from collections.abc import Collection, Iterable, Mapping, Set
from typing import TypeVar

Person = TypeVar("Person")

# By how much somebody who knows many says less of each: the power of how many they know. Among people who all know one
# another it is much, since whoever knows many there stands between circles; in loose surroundings it is little.
LOOSE = 0.5
KNIT = 0.8
MOST = 1.2
# So many pairs of strangers are supposed beside those that are there.
DOUBT = 40


def scores(
    ties: Mapping[Person, Set[Person]], shared: Iterable[Collection[Person]] = ()
) -> dict[Person, float]:
    """For everybody around, how likely they are known. `ties` leads from each own tie to theirs.

    `shared`: for each thing that one has oneself, who else has it; it counts the less the more they are.
    """
    found: dict[Person, float] = {}
    power = -min(LOOSE + KNIT * knit(ties), MOST)
    for others in ties.values():
        part = max(len(others), 1) ** power
        for other in others:
            found[other] = found.get(other, 0.0) + part
    for holders in shared:
        part = 1 / max(len(holders), 1)
        for other in holders:
            found[other] = found.get(other, 0.0) + part
    return found


def knit(ties: Mapping[Person, Set[Person]]) -> float:
    """Of all pairs of one's ties, the part who know each other: 0 to 1, near 0 where there are too few to tell."""
    mine = ties.keys()
    pairs = len(mine) * (len(mine) - 1)
    return sum(len(others & mine) for others in ties.values()) / (pairs + DOUBT)
