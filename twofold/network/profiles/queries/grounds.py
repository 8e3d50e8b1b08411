"""What two people have in common on their profiles, as far as one of them may see the other's."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.network.profiles.models import Entry, EntryKind
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_KINDS = (
    EntryKind.EXPERIENCE,
    EntryKind.EDUCATION,
    EntryKind.PROJECT,
    EntryKind.VOLUNTEERING,
    EntryKind.COURSE,
)
_FAR = date(9999, 1, 1)


@dataclass(frozen=True)
class Ground:
    """Something shared: `kind` of the entries, `key` that names both, and `words` ("Delta Works, 2019–2021")."""

    kind: str
    key: str
    words: str


def shared_grounds(viewer: Viewer, persona: Persona) -> list[Ground]:
    """What the viewer's own entries share with those of `persona` that they may see: one place, one time."""
    if not viewer or viewer.home != persona.network:
        return []
    mine = Entry.objects.filter(author=viewer.id, live=True, kind__in=_KINDS)
    theirs = list(Entry.objects.visible_to(viewer).filter(author=persona, kind__in=_KINDS))
    found = [_ground(one, other) for one in mine for other in theirs if _meet(one, other)]
    return list({each.key: each for each in found}.values())


def _meet(one: Entry, other: Entry) -> bool:
    if one.kind != other.kind or not _same(one, other):
        return False
    return _began(one) <= _ended(other) and _began(other) <= _ended(one)


def _same(one: Entry, other: Entry) -> bool:
    if one.kind in (EntryKind.PROJECT, EntryKind.COURSE):
        return one.title.casefold() == other.title.casefold() and bool(one.title)
    if one.organisation_id or other.organisation_id:
        return one.organisation_id == other.organisation_id
    return bool(one.organisation_folded) and one.organisation_folded == other.organisation_folded


def _began(entry: Entry) -> date:
    return entry.began or date.min


def _ended(entry: Entry) -> date:
    if entry.kind == EntryKind.COURSE or entry.current or not entry.began:
        return _FAR
    return entry.ended or clock.now().date()


def _ground(one: Entry, other: Entry) -> Ground:
    name = other.title if one.kind in (EntryKind.PROJECT, EntryKind.COURSE) else other.organisation_name
    began, ended = max(_began(one), _began(other)), min(_ended(one), _ended(other))
    years = [str(day.year) for day in (began, ended) if day not in (date.min, _FAR)]
    if ended == _FAR and began != date.min:
        span = _("since %(year)s") % {"year": began.year}
    else:
        span = "–".join(dict.fromkeys(years))
    return Ground(
        one.kind, ":".join(map(str, sorted((one.pk, other.pk)))), ", ".join(filter(None, (name, span)))
    )
