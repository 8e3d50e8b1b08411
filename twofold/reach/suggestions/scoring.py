"""How likely two people know each other, from what both share: the code that serves is the code that is evaluated.

No clock, no database and no person: numbers in, numbers out. Decisions 0161 and 0255 say what was tried, with figures.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from math import log
from typing import Any, NamedTuple, TypeVar

import numpy as np

Person = TypeVar("Person", bound="Any")

# So many of one's ties and of the likeliest are looked at together, and by how much few ties are doubted there.
TIES, NEAR = 150, 200
RIDGE = 50.0
LEAST = 1e-3
# How much each part weighs, as fitted on ties that were held out: docs/decisions/0255.
SHARED, EXPECTED, ALIKE, USUAL = 0.8, 0.5, 0.4, 0.3


class Seen(NamedTuple):
    """What a neighbourhood says of somebody: how much of a tie is to be expected; how far their circle there is like
    one's own; and how far it is like those of one's ties, on average. Each from 0 to about 1."""

    expected: float
    alike: float
    usual: float


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
    seen = neighbourhood(ties, near, among(near))
    told = {who: weighed(found[who], seen[who]) for who in near}
    return sorted(near, key=lambda who: (-round(told[who], 6), who)) + rest


def weighed(shared: float, seen: Seen) -> float:
    """All that speaks for somebody, in one number: a product of four parts, each of them less or more pronounced."""
    return (
        SHARED * log(shared + LEAST)
        + EXPECTED * log(max(seen.expected, 0.0) + LEAST)
        + ALIKE * log(seen.alike + 10 * LEAST)
        - USUAL * log(seen.usual + LEAST)
    )


def neighbourhood(
    ties: Mapping[Person, Set[Person]], near: Sequence[Person], among: Mapping[Person, Set[Person]]
) -> dict[Person, Seen]:
    """For each of `near`, what is to be seen of them in the pattern of who is tied to whom around here.

    Each person's ties are explained by those of all others at once, as a ridge regression whose closed form has no
    tie of anybody explain itself: Steck, Embarrassingly Shallow Autoencoders for Sparse Data (2019).
    """
    mine = sorted(ties, key=lambda who: (-len(ties[who] & ties.keys()), who))[:TIES]
    tied = _matrix(mine, near, ties, among)
    common, first = tied @ tied, len(mine) + 1
    inverse = np.linalg.inv(common + RIDGE * np.eye(len(tied), dtype=np.float32))
    expected = -(tied[0] @ inverse) / np.diag(inverse)
    known = np.maximum(np.diag(common), 1)
    alike = common[0] / np.sqrt(known[0] * known)
    usual = (common / (known[:, None] + known - common))[1:first].sum(0) / max(len(mine), 1)
    found = zip(expected[first:], alike[first:], usual[first:], strict=True)
    return {who: Seen(*map(float, each)) for who, each in zip(near, found, strict=True)}


def _matrix(
    mine: Sequence[Person],
    near: Sequence[Person],
    ties: Mapping[Person, Set[Person]],
    among: Mapping[Person, Set[Person]],
) -> Any:
    """Who is tied to whom, as ones: oneself first, then one's ties, then those who are near."""
    place = {who: number for number, who in enumerate([*mine, *near], 1)}
    tied = np.zeros((len(place) + 1, len(place) + 1), np.float32)
    tied[0, 1 : len(mine) + 1] = 1
    for known in (ties, among):
        for who in known.keys() & place.keys():
            tied[place[who], [place[other] for other in known[who] if other in place]] = 1
    return np.maximum(tied, tied.T)


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
