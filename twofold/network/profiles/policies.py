"""What an entry may say. Each raises `Refused` for the first thing that will not do, naming its field."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.profiles.models import Entry, EntrySkill
from twofold.network.profiles.sections import Section

MOST_SKILLS = 40
MOST_SKILL = 60
LENGTHS = {"title": 150, "organisation_name": 150, "place": 80, "address": 300, "text": 3000}
# Somebody may say in the autumn that a job begins in the spring.
AHEAD = timedelta(days=370)
_EARLIEST = 1900


def check_entry(section: Section, fields: Mapping[str, Any], *, primary: bool = False) -> None:
    """Whether an entry of `section` may be made of these cleaned fields (those of `Entry`, and its details by name)."""
    for name in section.needs:
        if not (fields.get(name) or fields["details"].get(name)):
            raise Refused(_("This is needed."), field=name)
    for name, most in LENGTHS.items():
        check_length(fields.get(name, ""), most, name)
    for detail in section.details:
        value = fields["details"].get(detail.name, "")
        check_length(value, detail.most, detail.name)
        if detail.choices and value not in dict(detail.choices):
            raise Refused(_("Choose one of the list."), field=detail.name)
    check_address(fields.get("address", ""))
    check_span(fields.get("began"), fields.get("ended"), current=fields.get("current", False))


def check_length(text: str, most: int, field: str) -> None:
    if len(text) > most:
        raise Refused(
            _("At most %(most)d characters fit here; these are %(length)d.")
            % {"most": most, "length": len(text)},
            field=field,
        )


def check_address(address: str) -> None:
    """Only what a browser opens as a page: an address that runs something is none."""
    if not address:
        return
    try:
        parts = urlsplit(address)
        good = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        good = False
    if not good or any(letter.isspace() for letter in address):
        raise Refused(_("Write a whole address that begins with https:// or http://."), field="address")


def check_span(began: date | None, ended: date | None, *, current: bool = False) -> None:
    for name, day in (("began", began), ("ended", ended)):
        if day and day.year < _EARLIEST:
            raise Refused(_("Is this year right? It is before %(year)d.") % {"year": _EARLIEST}, field=name)
    if ended and not began:
        raise Refused(_("Say also when it began."), field="began")
    if began and ended and ended < began:
        raise Refused(_("It ends before it begins. Change one of the two dates."), field="ended")
    if began and began > clock.now().date() + AHEAD:
        raise Refused(_("That is more than a year ahead. Add it when it is nearer."), field="began")
    if current and began and began > clock.now().date():
        raise Refused(
            _("It has not begun yet, so it cannot be what you do at present. Clear the tick."),
            field="current",
        )


def check_room(author_id: int, section: Section) -> None:
    """Whether one more entry fits into a section."""
    if Entry.objects.filter(author=author_id, kind=section.kind, live=True).count() >= section.most:
        raise Refused(
            _("%(most)d entries fit into this section. Take one out first.") % {"most": section.most}
        )


def check_skills(names: Iterable[str]) -> None:
    names = list(names)
    if len(names) > MOST_SKILLS:
        raise Refused(
            _("At most %(most)d skills fit here; these are %(count)d. Keep the ones that tell most.")
            % {"most": MOST_SKILLS, "count": len(names)},
            field="skills",
        )
    for name in names:
        check_length(name, MOST_SKILL, "skills")


def skills_of(entry: Entry) -> list[str]:
    return list(EntrySkill.objects.filter(entry=entry).values_list("name", flat=True))
