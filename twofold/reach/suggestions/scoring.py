"""How likely two people know each other, from what both share: the code that serves is the code that is evaluated.

No clock, no database and no person: numbers in, numbers out. docs/decisions/0161 says what was tried, with figures.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from math import log
from typing import Any, TypeVar

import numpy as np

Person = TypeVar("Person", bound="Any")

# So many of one's ties and of the likeliest are looked at together, and by how much few ties are doubted there.
TIES, NEAR = 150, 200
RIDGE = 50.0
LEAST = 1e-3


def likeliest(
    me: Person,
    ties: Mapping[Person, Set[Person]],
    shared: Iterable[Collection[Person]],
    among: Callable[[Sequence[Person]], Mapping[Person, Set[Person]]],
) -> list[Person]:
    """Everybody around but oneself and one's ties, the likeliest first; alike ones in the order of who they are.

    `ties` and `shared` as for `scores`. `among` is asked once: who of some people are tied to each other.
    """
    found = {who: score for who, score in scores(ties, shared).items() if who != me and who not in ties}
    ordered = sorted(found, key=lambda who: (-found[who], who))
    near, rest = ordered[:NEAR], ordered[NEAR:]
    if len(near) < 2 or not ties:
        return ordered
    told = expected(ties, near, among(near))
    both = {who: log(found[who] + LEAST) + log(max(told[who], 0.0) + LEAST) / 2 for who in near}
    return sorted(near, key=lambda who: (-round(both[who], 6), who)) + rest


def expected(
    ties: Mapping[Person, Set[Person]], near: Sequence[Person], among: Mapping[Person, Set[Person]]
) -> dict[Person, float]:
    """For each of `near`, how much of a tie is expected by who is tied to whom in the neighbourhood.

    Each person's ties are explained by those of all others at once, as a ridge regression whose closed form has no
    tie of anybody explain itself: Steck, Embarrassingly Shallow Autoencoders for Sparse Data (2019).
    """
    mine = sorted(ties, key=lambda who: (-len(ties[who] & ties.keys()), who))[:TIES]
    place = {who: number for number, who in enumerate([*mine, *near], 1)}
    tied = np.zeros((len(place) + 1, len(place) + 1), np.float32)
    tied[0, 1 : len(mine) + 1] = 1
    for known in (ties, among):
        for who in known.keys() & place.keys():
            tied[place[who], [place[other] for other in known[who] if other in place]] = 1
    tied = np.maximum(tied, tied.T)
    inverse = np.linalg.inv(tied @ tied + RIDGE * np.eye(len(tied), dtype=np.float32))
    told = -(tied[0] @ inverse) / np.diag(inverse)
    return {who: float(told[place[who]]) for who in near}


def scores(
    ties: Mapping[Person, Set[Person]], shared: Iterable[Collection[Person]] = ()
) -> dict[Person, float]:
    """For everybody around, what is shared with them: resource allocation. `ties` leads from each own tie to theirs.

    Who knows many says less of each: Zhou, Lü and Zhang, Predicting missing links via local information (2009).
    `shared`: for each thing that one has oneself, who else has it; it counts the less the more they are.
    """
    found: dict[Person, float] = {}
    for others in ties.values():
        part = 1 / max(len(others), 1)
        for other in others:
            found[other] = found.get(other, 0.0) + part
    for holders in shared:
        part = 1 / max(len(holders), 1)
        for other in holders:
            found[other] = found.get(other, 0.0) + part
    return found
