"""Events as iCalendar (RFC 5545): one, or a whole feed. Where something is stands there only for who learns it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from icalendar import Alarm, Calendar, vRecur
from icalendar import Event as Entry

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.events.models import Event, Occurrence
from twofold.network.events.recurring import SLOT, instant, wall
from twofold.network.events.zones import vtimezone
from twofold.people.personas.appointments import Appointment


@dataclass(frozen=True)
class Written:
    """An event with what is written of it: where it is, as far as the reader learns it, and its times out of line."""

    event: Event
    place: str = ""
    link: str = ""
    status: str = ""
    times: tuple[Occurrence, ...] = field(default_factory=tuple)


def write(events: Iterable[Written], name: str = "", others: Iterable[Appointment] = ()) -> bytes:
    """A calendar file, with lines folded and CRLF."""
    calendar = Calendar()
    calendar.add("prodid", "-//Twofold//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", name)
    years: dict[str, int] = {}
    for written in events:
        event = written.event
        if not event.all_day and event.zone != "UTC":
            years[event.zone] = min(years.get(event.zone, 9999), event.begins_at.year)
        for entry in _entries(written):
            calendar.add_component(entry)
    for each in others:
        calendar.add_component(_other(each))
    for zone, year in years.items():
        if rules := vtimezone(zone, year):
            calendar.add_component(rules)
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _entries(written: Written) -> list[Entry]:
    event = written.event
    first = _entry(written, event.begins_at, event.ends_at)
    if not event.rule:
        return [first]
    first.add("rrule", vRecur.from_ical(_rule(event)))
    others = []
    for time in written.times:
        slot = instant(datetime.strptime(time.slot, SLOT), event.zone)
        if time.off:
            first.add("exdate", _moment(event, slot))
        elif time.moved:
            other = _entry(written, time.begins_at, time.ends_at)
            other.add("recurrence-id", _moment(event, slot))
            others.append(other)
    return [first, *others]


def _entry(written: Written, begins_at: datetime, ends_at: datetime) -> Entry:
    event, entry = written.event, Entry()
    entry.add("uid", f"{encode(event.pk)}@{settings.BASE_HOST}")
    entry.add("dtstamp", event.changed_at.astimezone(UTC).replace(microsecond=0))
    entry.add("last-modified", event.changed_at.astimezone(UTC).replace(microsecond=0))
    entry.add("sequence", event.version)
    entry.add("summary", event.title)
    entry.add("dtstart", _moment(event, begins_at))
    entry.add("dtend", _moment(event, ends_at))
    entry.add("url", settings.BASE_URL + reverse("events:event", args=[event.author.network, event.pk]))
    words = "\n\n".join(each for each in (event.description, written.link) if each)
    if words:
        entry.add("description", words)
    if place := written.place or event.area:
        entry.add("location", place)
    entry.add("status", "CANCELLED" if event.cancelled_at else written.status or "CONFIRMED")
    if written.status and not event.cancelled_at and not event.all_day:
        entry.add_component(_alarm(event))
    return entry


def _other(each: Appointment) -> Entry:
    """Private: a calendar at work that colleagues look into should not tell them of an interview elsewhere."""
    entry, whole = Entry(), each.whole
    entry.add("uid", f"{each.key}@{settings.BASE_HOST}")
    entry.add("dtstamp", clock.now().replace(microsecond=0))
    entry.add("sequence", each.version)
    entry.add("summary", each.title)
    entry.add("dtstart", each.begins_at.date() if whole else each.begins_at.astimezone(UTC))
    entry.add("dtend", each.ends_at.date() if whole else each.ends_at.astimezone(UTC))
    entry.add("url", settings.BASE_URL + each.path)
    entry.add("class", "PRIVATE")
    if whole:
        entry.add("transp", "TRANSPARENT")
    if each.place:
        entry.add("location", each.place)
    return entry


def _alarm(event: Event) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", event.title)
    alarm["trigger"] = "-PT1H"
    return alarm


def _moment(event: Event, moment: datetime):
    if event.all_day:
        return wall(moment, event.zone).date()
    return moment.astimezone(ZoneInfo(event.zone)) if event.zone != "UTC" else moment.astimezone(UTC)


def _rule(event: Event) -> str:
    """Its rule with UNTIL as the standard wants it: a day for whole days, else an instant."""
    parts = []
    for part in event.rule.split(";"):
        name, _equals, value = part.partition("=")
        if name == "UNTIL":
            moment = datetime.strptime(value, SLOT)
            value = f"{moment:%Y%m%d}" if event.all_day else f"{instant(moment, event.zone):%Y%m%dT%H%M%SZ}"
        parts.append(f"{name}={value}")
    return ";".join(parts)
