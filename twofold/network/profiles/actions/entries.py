"""Adding, changing, ordering and taking away what stands on one's own profile."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block, clean_line, folded
from twofold.network.profiles.actions.consent import ask_again
from twofold.network.profiles.facts import EntryGone, EntryKept
from twofold.network.profiles.models import Entry, EntryKind, EntrySkill
from twofold.network.profiles.policies import check_entry, check_room, check_skills
from twofold.network.profiles.queries import section_spec
from twofold.network.profiles.queries.sections import as_shown
from twofold.network.profiles.sections import BY_KIND, Section, section_named
from twofold.network.vocabulary.models import TermKind
from twofold.network.vocabulary.queries import terms_for
from twofold.people.audiences.actions import compose
from twofold.people.audiences.queries import by_ids
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

KEPT_GONE = timedelta(days=1)
_LINES = ("title", "organisation_name", "place", "address")
_DAYS = ("began", "ended")


@dataclass(frozen=True)
class Moved:
    """Where an entry stands now: `place` from 1 among `count`."""

    entry: Entry
    place: int
    count: int


@transaction.atomic
def keep_entry(
    actor: Persona,
    *,
    kind: str,
    entry_id: int | None = None,
    fields: Mapping[str, Any],
    skills: Iterable[str] = (),
    organisation_id: int | None = None,
    spec: AudienceSpec | None = None,
) -> Entry:
    """A new entry, or the one with `entry_id` changed. Refused, naming the field, for what an entry cannot say.

    `fields`: title, organisation_name, place, began, ended, current, primary, address, text, and the section's details.
    `organisation_id` is a page that `actor` may come across; `spec` None keeps the audience, or takes the section's.
    """
    section = _section(actor, kind)
    entry = _own(actor, entry_id) if entry_id else Entry(author=actor, kind=section.kind)
    if not entry_id:
        check_room(actor.pk, section)
    cleaned, names = _cleaned(section, fields), _names(skills if section.skills else ())
    check_entry(section, cleaned)
    check_skills(names)
    _fill(entry, cleaned)
    entry.organisation = _page(actor, section, organisation_id)
    before = entry.audience_id
    if spec or not before:
        entry.audience = compose(actor, spec or section_spec(actor, kind))
    entry.changed_at = clock.now()
    entry.version += bool(entry_id)
    entry.save(force_insert=not entry_id)
    _keep_skills(entry, names)
    if entry.primary:
        Entry.objects.filter(author=actor, kind=kind, primary=True).exclude(pk=entry.pk).update(
            primary=False, version=F("version") + 1
        )
    if before and before != entry.audience_id:
        ask_again(entry)
    announce(EntryKept(entry.pk, actor.pk, entry.kind, entry.organisation_id))
    return entry


def try_entry(actor: Persona, *, kind: str, fields: Mapping[str, Any], skills: Iterable[str] = ()) -> None:
    """What `keep_entry` would refuse about a new entry's words; nothing is written."""
    section = _section(actor, kind)
    check_entry(section, _cleaned(section, fields))
    check_skills(_names(skills if section.skills else ()))


@transaction.atomic
def take_away_entry(actor: Persona, *, entry_id: int) -> Entry:
    """Nobody sees it from now on; `restore_entry` brings it back for a day."""
    entry = _own(actor, entry_id)
    entry.live, entry.gone_at = False, clock.now()
    entry.save(update_fields=["live", "gone_at"])
    announce(EntryGone(entry.pk, actor.pk, entry.kind, entry.organisation_id))
    return entry


@transaction.atomic
def restore_entry(actor: Persona, *, entry_id: int) -> Entry:
    entry = Entry.objects.select_for_update().filter(pk=entry_id, author=actor, live=False).first()
    if entry is None:
        raise Absent
    check_room(actor.pk, BY_KIND[EntryKind(entry.kind)])
    entry.live, entry.gone_at = True, None
    entry.save(update_fields=["live", "gone_at"])
    announce(EntryKept(entry.pk, actor.pk, entry.kind, entry.organisation_id))
    return entry


@transaction.atomic
def put_entry(actor: Persona, *, entry_id: int, steps: int) -> Moved:
    """So many places down, or up where `steps` is negative. From now on the section is ordered by hand."""
    entry = _own(actor, entry_id)
    mine = Entry.objects.select_for_update().filter(author=actor, kind=entry.kind, live=True)
    rows = as_shown(BY_KIND[EntryKind(entry.kind)], mine)
    place = next(number for number, row in enumerate(rows) if row.pk == entry.pk)
    entry = rows.pop(place)
    rows.insert(max(0, place + steps), entry)
    for number, row in enumerate(rows, 1):
        row.order = number
    Entry.objects.bulk_update(rows, ["order"])
    return Moved(entry, entry.order, len(rows))


@transaction.atomic
def order_by_date(actor: Persona, *, kind: str) -> None:
    """Give up one's own order of a section."""
    Entry.objects.filter(author=actor, kind=_section(actor, kind).kind).update(order=0)


def forget_gone() -> int:
    """Delete what was taken away longer ago than it can be brought back; how many."""
    gone = Entry.objects.filter(live=False, gone_at__lt=clock.now() - KEPT_GONE)
    return gone.delete()[0]


def _section(actor: Persona, kind: str) -> Section:
    """The section of `actor`'s network; any other does not exist."""
    section = section_named(actor.network, kind)
    if section is None or actor.is_page:
        raise Absent
    return section


def _own(actor: Persona, entry_id: int) -> Entry:
    entry = Entry.objects.select_for_update().filter(pk=entry_id, author=actor, live=True).first()
    if entry is None:
        raise Absent
    return entry


def _cleaned(section: Section, fields: Mapping[str, Any]) -> dict[str, Any]:
    cleaned: dict[str, Any] = {name: clean_line(fields.get(name) or "") for name in _LINES}
    cleaned["text"] = clean_block(fields.get("text") or "")
    cleaned |= {name: fields.get(name) if section.span else None for name in _DAYS}
    cleaned["current"] = bool(fields.get("current")) and section.can_go_on and not cleaned["ended"]
    cleaned["primary"] = bool(fields.get("primary")) and cleaned["current"]
    details = {each.name: clean_line(str(fields.get(each.name) or "")) for each in section.details}
    cleaned["details"] = {name: value for name, value in details.items() if value}
    if fields.get("coarse"):
        cleaned["details"]["coarse"] = True
    return cleaned


def _fill(entry: Entry, cleaned: Mapping[str, Any]) -> None:
    for name, value in cleaned.items():
        setattr(entry, name, value)
    entry.organisation_folded = folded(entry.organisation_name)[:150]


def _page(actor: Persona, section: Section, organisation_id: int | None) -> Persona | None:
    if not organisation_id or not section.organisation:
        return None
    found = by_ids(Viewer.of(actor), [organisation_id]).get(organisation_id)
    if found is None or not found.is_page:
        raise Refused(
            _("This page is not there any more. Choose another one, or none."), field="organisation_name"
        )
    return found


def _names(skills: Iterable[str]) -> list[str]:
    """The names as they are kept, each once."""
    names = {folded(name): name for name in (clean_line(each) for each in skills) if name}
    return list(names.values())


def _keep_skills(entry: Entry, names: list[str]) -> None:
    EntrySkill.objects.filter(entry=entry).delete()
    if names:
        terms = terms_for(TermKind.SKILL, names)
        EntrySkill.objects.bulk_create(
            EntrySkill(entry=entry, name=name, term=terms.get(name), place=place)
            for place, name in enumerate(names)
        )
