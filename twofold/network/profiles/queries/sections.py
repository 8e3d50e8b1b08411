"""The sections of a profile as a viewer sees them: three queries, one more for projects, however much stands there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.db.models import QuerySet

from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.profiles.models import Entry, EntryKind, EntrySkill, Member
from twofold.network.profiles.queries.members import members_of
from twofold.network.profiles.sections import FLUENCY, Section, sections_of
from twofold.people.audiences.queries import by_ids
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_LONG_AGO = date(1, 1, 1)
_FLUENCY = {level: place for place, (level, _words) in enumerate(FLUENCY)}


@dataclass
class Line:
    """An entry as it is shown: `page` only where the viewer may come across the organisation's page.

    `first` and `last` say where it stands in its section.
    """

    entry: Entry
    page: Persona | None = None
    skills: Sequence[str] = ()
    members: Sequence[Member] = ()
    first: bool = False
    last: bool = False


@dataclass
class Group:
    """Entries that follow one another at one organisation; most groups hold one."""

    lines: list[Line] = field(default_factory=list)

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def began(self) -> date | None:
        return min((line.entry.began for line in self.lines if line.entry.began), default=None)

    @property
    def ended(self) -> date | None:
        """None while one of them goes on."""
        if any(line.entry.current for line in self.lines):
            return None
        return max((line.entry.ended for line in self.lines if line.entry.ended), default=None)


@dataclass
class Shown:
    """A section with what the viewer may see of it."""

    section: Section
    groups: list[Group] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        return [line for group in self.groups for line in group.lines]

    @property
    def by_hand(self) -> bool:
        return any(line.entry.order for line in self.lines)

    @property
    def key(self) -> tuple:
        """What the drawn section depends on, besides the language and whose it is."""
        return tuple(
            (
                line.entry.pk,
                line.entry.version,
                line.entry.order,
                line.entry.audience_id,
                line.page and line.page.version,
                tuple((each.pk, each.role, each.persona.version) for each in line.members),
            )
            for line in self.lines
        )


def sections(viewer: Viewer, persona: Persona) -> list[Shown]:
    """All sections of the persona's network in their order, with what `viewer` may see; some hold nothing."""
    found = _entries(me=viewer.id, home=viewer.home, persona=persona.pk)
    by_kind: dict[str, list[Entry]] = {}
    for entry in found:
        by_kind.setdefault(entry.kind, []).append(entry)
    lines = _lines(viewer, [entry for rows in by_kind.values() for entry in rows])
    return [
        _shown(section, by_kind.get(section.kind.value, ()), lines)
        for section in sections_of(persona.network)
    ]


@prepared
def _entries(me: int, home: str, persona: int) -> QuerySet[Entry]:
    return Entry.objects.visible_to(Viewer(me, home, "")).filter(author=persona).select_related("audience")


@prepared
def _skills(entries: Sequence[int]) -> QuerySet[EntrySkill]:
    return EntrySkill.objects.filter(entry__in=entries)


def presently(shown: Sequence[Shown]) -> list[Line]:
    """What introduces somebody: the organisation they work at, and where they learnt, at most one line each."""
    first = {each.section.kind: each.lines[0] for each in shown if each.groups}
    work, school = first.get(EntryKind.EXPERIENCE), first.get(EntryKind.EDUCATION)
    return [line for line in (work if work and work.entry.current else None, school) if line]


def entry_of(viewer: Viewer, entry_id: int) -> Line:
    """One entry. Absent where there is none, or none for this viewer."""
    entry = Entry.objects.visible_to(viewer).filter(pk=entry_id).select_related("audience", "author").first()
    if entry is None:
        raise Absent
    return _lines(viewer, [entry])[entry.pk]


def as_shown(section: Section, entries: Iterable[Entry]) -> list[Entry]:
    """The entries in the order in which they stand on the page, employers gathered."""
    return [entry for group in _grouped(section, in_order(entries)) for entry in group]


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """As their owner ordered them; else what goes on first, then the latest; languages by how well they are spoken."""
    return sorted(entries, key=_rank)


def _rank(entry: Entry) -> tuple:
    def back(day: date | None) -> int:
        return -(day or _LONG_AGO).toordinal()

    return (
        entry.order,
        not entry.primary,
        not entry.current,
        back(entry.ended or entry.began),
        back(entry.began),
        -_FLUENCY.get(entry.details.get("level", ""), 0),
        entry.title,
    )


def _lines(viewer: Viewer, entries: Sequence[Entry]) -> dict[int, Line]:
    pages = by_ids(viewer, {entry.organisation_id for entry in entries if entry.organisation_id})
    members = members_of(viewer, entries)
    skills: dict[int, list[str]] = {}
    for each in _skills(entries=[entry.pk for entry in entries]):
        skills.setdefault(each.entry_id, []).append(each.name)
    return {
        entry.pk: Line(
            entry,
            pages.get(entry.organisation_id or 0),
            skills.get(entry.pk, ()),
            members.get(entry.pk, ()),
        )
        for entry in entries
    }


def _shown(section: Section, entries: Iterable[Entry], lines: dict[int, Line]) -> Shown:
    groups = [Group([lines[each.pk] for each in group]) for group in _grouped(section, in_order(entries))]
    if groups:
        groups[0].lines[0].first = groups[-1].lines[-1].last = True
    return Shown(section, groups)


def _grouped(section: Section, entries: list[Entry]) -> list[list[Entry]]:
    """What was at one employer stands together: all of it, or what its owner let follow one another."""
    if section.kind != EntryKind.EXPERIENCE:
        return [[entry] for entry in entries]
    if any(entry.order for entry in entries):
        return [list(rows) for _key, rows in groupby(entries, key=_where)]
    found: dict[tuple, list[Entry]] = {}
    for entry in entries:
        found.setdefault(_where(entry), []).append(entry)
    return list(found.values())


def _where(entry: Entry) -> tuple:
    return entry.organisation_id, entry.organisation_folded
