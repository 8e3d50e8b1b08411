"""Who may see what, from the definitions alone.

Written apart from the door: nothing of people/audiences is imported here, no table is read. The script of the matrix
notes what it did in a `Record`; the oracle answers from those notes with plain sets.
"""

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Who:
    """An audience as a person would say it."""

    reach: str  # everyone, members, listed
    ties: bool = False
    ties_of_ties: bool = False
    kinds: frozenset[str] = frozenset()
    circles: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    but_kinds: frozenset[str] = frozenset()


@dataclass
class Thing:
    """Something with a canary in it. `of` is the owner of the audience, where that is not the author."""

    author: str
    who: Who
    gone: bool = False
    of: str = ""

    @property
    def owner(self) -> str:
        return self.of or self.author


@dataclass
class Record:
    """What has happened so far: names of people stand for people. `home` is the network of each."""

    network: str
    home: dict[str, str] = field(default_factory=dict)
    kind: dict[tuple[str, str], str] = field(default_factory=dict)
    blocks: set[tuple[str, str]] = field(default_factory=set)
    circles: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))

    def tied(self, one: str, other: str) -> bool:
        return (one, other) in self.kind

    def ties(self, one: str) -> set[str]:
        return {other for owner, other in self.kind if owner == one}

    def at_odds(self, one: str, other: str) -> bool:
        return (one, other) in self.blocks or (other, one) in self.blocks


def may_see(record: Record, viewer: str, thing: Thing) -> bool:
    """Whether `viewer` (a name, or "" for a stranger) may see `thing`."""
    if thing.gone:
        return False
    if viewer == thing.author:
        return True
    if any(record.at_odds(viewer, other) for other in (thing.author, thing.owner)):
        return False
    if viewer == thing.owner:
        return True
    return _reached(record, viewer, thing) and not _excepted(record, viewer, thing)


def _reached(record: Record, viewer: str, thing: Thing) -> bool:
    who, owner = thing.who, thing.owner
    if who.reach == "everyone":
        return True
    if record.home.get(viewer) != record.network:
        return False
    if who.reach == "members":
        return True
    if viewer in who.named:
        return True
    if any(viewer in record.circles[owner, circle] for circle in who.circles):
        return True
    if record.kind.get((owner, viewer)) in who.kinds:
        return True
    if (who.ties or who.ties_of_ties) and record.tied(owner, viewer):
        return True
    return who.ties_of_ties and any(record.tied(friend, viewer) for friend in record.ties(owner))


def _excepted(record: Record, viewer: str, thing: Thing) -> bool:
    return viewer in thing.who.but or record.kind.get((thing.owner, viewer)) in thing.who.but_kinds
