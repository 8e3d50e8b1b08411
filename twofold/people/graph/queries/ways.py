"""The ways from the viewer to somebody: shortest chains of ties, only through people whom the viewer may come across.

Two searches that meet; the one with fewer on its rim goes on. Whom a step leads to is looked at only where the
searches meet and before the next step: the door costs more than the step itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from twofold.people.audiences.queries import by_ids
from twofold.people.graph.queries import steps
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

# Beyond this many steps "how you know them" says nothing.
LONGEST = 6
MANY = 10**9


@dataclass
class _Search:
    """From one end: for each who was reached, from whom (several, where several ways are as short); and the rim."""

    came: dict[int, list[int]]
    rim: set[int]
    looked_at: bool = True

    @classmethod
    def at(cls, persona_id: int) -> "_Search":
        return cls({persona_id: []}, {persona_id})

    def go_on(self, viewer: Viewer) -> None:
        """One step further, from those on the rim whom the viewer may come across."""
        if not self.looked_at:
            self.rim = {each for (each,) in steps.walk(steps.MET, viewer, ids=self.rim)}
        fresh: dict[int, list[int]] = {}
        for owner, other in steps.walk(steps.STEP, viewer, ids=self.rim):
            if other not in self.came:
                fresh.setdefault(other, []).append(owner)
        self.came |= fresh
        self.rim, self.looked_at = set(fresh), False

    def back(self, start: int) -> Iterator[list[int]]:
        """The ways from `start` to where the search began."""
        if not self.came[start]:
            yield [start]
        for earlier in self.came[start]:
            for rest in self.back(earlier):
                yield [start, *rest]


def ways(viewer: Viewer, persona: Persona, *, longest: int = LONGEST, most: int = 1) -> list[list[Persona]]:
    """Up to `most` of the shortest chains of ties from the viewer to `persona`, both included; all there are, if fewer.

    Empty when there is none of at most `longest` ties, and for a stranger. For oneself: one chain of one.
    """
    found = _ways(viewer, persona.pk, longest, most)
    known = by_ids(viewer, {each for chain in found for each in chain})
    return [[known[each] for each in chain] for chain in found if known.keys() >= set(chain)]


def path(viewer: Viewer, persona: Persona, *, longest: int = LONGEST) -> list[Persona] | None:
    """A shortest chain of ties from the viewer to `persona`, both included; None when there is none so short."""
    found = ways(viewer, persona, longest=longest)
    return found[0] if found else None


def distance(viewer: Viewer, persona: Persona, *, longest: int = LONGEST) -> int | None:
    """The number of ties on a shortest path to `persona`; 0 for oneself, None when there is none so short."""
    found = _ways(viewer, persona.pk, longest, 1)
    return len(found[0]) - 1 if found else None


def first_hands(viewer: Viewer, target: Persona) -> dict[int, Persona]:
    """Those of the viewer's ties through whom a way of two or three ties leads to `target`, by name."""
    found = {chain[1] for chain in _ways(viewer, target.pk, 3, MANY) if len(chain) > 2}
    return dict(sorted(by_ids(viewer, found).items(), key=lambda each: (each[1].name, each[0])))


def _ways(viewer: Viewer, goal: int, longest: int, most: int) -> list[list[int]]:
    """Ids on shortest ways, from the viewer to `goal`."""
    if not viewer or goal == viewer.id:
        return [[goal]] if viewer else []
    if not steps.walk(steps.MET, viewer, ids=[goal]):
        return []
    searches = [_Search.at(viewer.id), _Search.at(goal)]
    for _step in range(longest):
        near = 0 if len(searches[0].rim) <= len(searches[1].rim) else 1
        one, other = searches[near], searches[1 - near]
        joints = steps.walk(steps.MEETING, viewer, ids=one.rim, others=other.rim, most=most)
        if joints:
            return list(islice(_joined(searches, joints, turned=near == 1), most))
        one.go_on(viewer)
        if not one.rim:
            return []
    return []


def _joined(searches: list[_Search], joints: list[tuple[int, int]], *, turned: bool) -> Iterator[list[int]]:
    for here, there in joints:
        mine, theirs = (there, here) if turned else (here, there)
        for way in searches[0].back(mine):
            for rest in searches[1].back(theirs):
                yield way[::-1] + rest
