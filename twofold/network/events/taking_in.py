"""Calendar files of others, read leniently: what can be understood is taken, what not is said."""

import html
import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import nh3
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Calendar

from twofold.foundation.kit import clock
from twofold.network.events.models import MAX_DESCRIPTION, MAX_PLACE, MAX_TITLE
from twofold.network.events.plans import Plan
from twofold.network.events.recurring import instant, read_rule, slot_of, wall

MOST = 500
# Of those that cannot be read so many are named; the others are counted.
MOST_UNREAD = 20
_NAME = re.compile(r"^SUMMARY[^:\r\n]*:(.*)$", re.M | re.I)
_OTHER = re.compile(r"^BEGIN:(VTODO|VJOURNAL|VFREEBUSY)[ \t]*\r?$", re.M | re.I)
_EDGES = re.compile(r"^(BEGIN|END):(VEVENT|VTIMEZONE)[ \t]*\r?$", re.M | re.I)
# As if several events had the name.
_SHARED: Counter[str] = Counter()
_NAMED = re.compile(r"^X-WR-TIMEZONE:(.+)$", re.M | re.I)


@dataclass
class Entry:
    """An event of a file. `notes` say what was not understood; `key` tells it apart in this file."""

    key: str
    uid: str
    title: str
    begins: datetime
    ends: datetime
    zone: str
    all_day: bool = False
    rule: str = ""
    description: str = ""
    place: str = ""
    link: str = ""
    cancelled: bool = False
    off: set[str] = field(default_factory=set)
    moved: dict[str, tuple[datetime, datetime]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def plan(self, kind: str) -> Plan:
        return Plan(
            kind=kind, title=self.title, begins=self.begins, ends=self.ends, zone=self.zone,
            description=self.description, all_day=self.all_day, rule=self.rule, place=self.place, link=self.link,
        )  # fmt: skip

    @property
    def begins_at(self) -> datetime:
        return instant(self.begins, self.zone)

    @property
    def ends_at(self) -> datetime:
        return instant(self.ends, self.zone)


@dataclass
class Report:
    """What of a file is not taken, so that nothing goes missing in silence.

    `unread` are events that cannot be read, by name and reason; `more_unread` and `more` how many others cannot be, or
    stand behind the first `MOST`; `others` is what is there besides events.
    """

    unread: list[tuple[str, str]] = field(default_factory=list)
    more_unread: int = 0
    more: int = 0
    twice: int = 0
    others: dict[str, int] = field(default_factory=dict)

    def miss(self, title: str, reason: str) -> None:
        if len(self.unread) < MOST_UNREAD:
            self.unread.append((title or _("Untitled"), reason))
        else:
            self.more_unread += 1


def read_calendar(text: str, zone: str) -> tuple[list[Entry], Report]:
    """The events of a file, the first `MOST`, and what of it is none or cannot be read.

    `zone` is meant where a file says nothing. One event that is broken does not take the others with it.
    """
    named = _NAMED.search(text)
    home = named[1].strip() if named and named[1].strip() in clock.zones() else zone
    blocks = _blocks(text)
    events = blocks["VEVENT"]
    report = Report(more=max(0, len(events) - MOST), others=dict(Counter(_OTHER.findall(text.upper()))))
    components = _components(blocks["VTIMEZONE"], events[:MOST], report)
    firsts = [each for each in components if "RECURRENCE-ID" not in each]
    alone = Counter(str(each.get("UID", "")) for each in firsts)
    entries: dict[str, Entry] = {}
    for each in firsts:
        if entry := _entry(each, home, alone, report):
            report.twice += entry.uid in entries
            entries[entry.uid] = entry
    for each in components:
        if "RECURRENCE-ID" in each:
            if (first := entries.get(str(each.get("UID", "")))) is not None:
                _override(each, home, first, report)
            elif entry := _entry(each, home, _SHARED, report):
                # Whoever was asked to one evening of many has that one alone.
                entry.notes.append(
                    _("It is one time of an event that comes back; the others are not in the file.")
                )
                entries[entry.uid] = entry
    return list(entries.values()), report


def why_nothing(text: str, report: Report) -> str:
    """What a file is in which no event was found, as far as one can tell."""
    start = text.lstrip()[:4_000]
    if (start.startswith("{") and '"schedule"' in start) or (
        start.startswith("<") and "schedule" in start.lower()
    ):
        return _("This is the schedule of a conference. Take it over in the agenda of an event.")
    if "BEGIN:VCALENDAR" not in text.upper():
        return _("This is no calendar file. Calendar programs call it iCalendar, or .ics.")
    why = dict.fromkeys(reason for _title, reason in report.unread)
    found = [told % {"num": report.others[name]} for name, told in _others(report.others).items()]
    besides = (
        [_("There is: %(what)s. Only events are taken over.") % {"what": ", ".join(found)}] if found else []
    )
    return " ".join([_("There is no event in this file that could be read."), *why, *besides])


def _others(there: dict[str, int]) -> dict[str, str]:
    """What is counted besides events, in the form that goes with the number."""
    # What RFC 5545 calls tasks, notes and busy times in a file.
    tasks, notes, busy = (there.get(name, 0) for name in ("VTODO", "VJOURNAL", "VFREEBUSY"))
    said = {
        "VTODO": ngettext("%(num)s task", "%(num)s tasks", tasks),
        "VJOURNAL": ngettext("%(num)s note of a journal", "%(num)s notes of a journal", notes),
        "VFREEBUSY": ngettext(
            "%(num)s list of times when somebody is busy",
            "%(num)s lists of times when somebody is busy",
            busy,
        ),
    }
    return {name: words for name, words in said.items() if there.get(name)}


def _blocks(text: str) -> dict[str, list[str]]:
    """The events and the zones of a file, each from its first to its last line. What is never ended is none."""
    found: dict[str, list[str]] = {"VEVENT": [], "VTIMEZONE": []}
    begun: dict[str, int] = {}
    for edge in _EDGES.finditer(text):
        name = edge[2].upper()
        if edge[1].upper() == "BEGIN":
            begun[name] = edge.start()
        elif name in begun:
            found[name].append(text[begun.pop(name) : edge.end()])
    return found


def kept(read: list[Entry] | Report) -> Any:
    """Entries, or what is said of them, as they are kept while they wait."""
    return msgspec.to_builtins(read)


def report_of(data: Any) -> Report:
    return msgspec.convert(data or {}, Report)


def entries_of(data: Any) -> list[Entry]:
    return msgspec.convert(data, list[Entry])


def _components(zones: list[str], events: list[str], report: Report) -> list[Any]:
    """All at once; or, where that fails, each by itself. What is wrong with files of others comes as any exception."""
    with suppress(Exception):
        return _parsed([*zones, *events])
    found: list[Any] = []
    for each in events:
        try:
            found += _parsed([each])
        except Exception:
            named = _NAME.search(each)
            report.miss(
                named[1].strip()[:MAX_TITLE] if named else "",
                _("It is written in a way that no calendar follows."),
            )
    return found


def _parsed(parts: list[str]) -> list[Any]:
    whole = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", ""])
    return [each for calendar in Calendar.from_ical(whole, multiple=True) for each in calendar.walk("VEVENT")]


def _entry(component: Any, home: str, alone: Counter[str], report: Report) -> Entry | None:
    try:
        begins, zone, all_day = _begin(_decoded(component, "DTSTART"), home)
    except Exception:
        none = "DTSTART" not in component
        reason = _("It does not say when it begins.") if none else _("When it begins cannot be read.")
        report.miss(_line(component, "SUMMARY", MAX_TITLE), reason)
        return None
    ends, notes = begins + (timedelta(days=1) if all_day else timedelta(hours=1)), []
    try:
        ends = _end(component, begins, zone, all_day)
    except Exception:
        notes.append(
            _("When it ends cannot be read: it lasts a day.")
            if all_day
            else _("When it ends cannot be read: it lasts an hour.")
        )
    uid = str(component.get("UID", ""))
    if alone[uid] != 1 or not uid:
        # Some programs give all events one name.
        uid = f"{uid}#{slot_of(begins)}#{_line(component, 'SUMMARY', 60)}"
    uid = uid[:200]
    entry = Entry(
        f"{uid}",
        uid,
        _line(component, "SUMMARY", MAX_TITLE) or _("Untitled"),
        begins,
        ends,
        zone,
        all_day,
        notes=notes,
    )
    entry.description = _block(component, "DESCRIPTION")
    entry.place = _line(component, "LOCATION", MAX_PLACE)
    link = str(component.get("URL", ""))
    entry.link = (
        link if link.startswith(("https://", "http://")) and len(link) <= 500 and " " not in link else ""
    )
    entry.cancelled = str(component.get("STATUS", "")).upper() == "CANCELLED"
    _repeat(component, entry)
    return entry


def _decoded(component: Any, name: str) -> Any:
    """A property that should stand there once: where it stands twice, the first."""
    value = component[name]
    return value[0].dt if isinstance(value, list) else component.decoded(name)


def _begin(value: Any, home: str) -> tuple[datetime, str, bool]:
    """The wall time at which something begins, its zone, and whether whole days are meant."""
    if not isinstance(value, datetime):
        return datetime.combine(_day(value), time()), home, True
    if value.tzinfo is None:
        return _near(value), home, False
    zone = _zone_of(value)
    if not zone:
        return _near(wall(value.astimezone(UTC), home)), home, False
    return _near(wall(value, home if zone == "UTC" else zone)), home if zone == "UTC" else zone, False


def _day(value: Any) -> date:
    if not isinstance(value, date):
        raise TypeError(value)
    return value


def _near(value: datetime) -> datetime:
    if not 1970 < value.year < 2199:
        raise ValueError(value)
    return value.replace(microsecond=0, fold=0)


def _zone_of(value: datetime) -> str:
    key = getattr(value.tzinfo, "key", "") or str(value.tzinfo)
    if key in ("Etc/UTC", "GMT", "UTC"):
        return "UTC"
    return key if key in clock.zones() else ""


def _end(component: Any, begins: datetime, zone: str, all_day: bool) -> datetime:
    ends = begins + (timedelta(days=1) if all_day else timedelta(hours=1))
    if "DTEND" in component:
        value = _decoded(component, "DTEND")
        if not isinstance(value, datetime):
            ends = datetime.combine(_day(value), time())
        else:
            ends = value if value.tzinfo is None else wall(value.astimezone(UTC), zone)
    elif "DURATION" in component:
        ends = begins + component.decoded("DURATION")
    if ends <= begins:
        ends = begins + (timedelta(days=1) if all_day else timedelta(hours=1))
    return min(ends.replace(microsecond=0), begins + timedelta(days=99))


def _repeat(component: Any, entry: Entry) -> None:
    rules = component.get("RRULE", [])
    rules = rules if isinstance(rules, list) else [rules]
    if rules:
        try:
            entry.rule = read_rule(rules[0].to_ical().decode(), entry.zone)
        except Exception:
            entry.notes.append(_("Only its first time: how it comes back is not understood."))
    if len(rules) > 1 or "RDATE" in component:
        entry.notes.append(_("Some of its further times are left out."))
    for moment in _moments(component.get("EXDATE", [])):
        entry.off.add(_slot(moment, entry))


def _moments(value: Any) -> list[Any]:
    lists = value if isinstance(value, list) else [value]
    return [each.dt for some in lists for each in getattr(some, "dts", [])]


def _slot(moment: Any, entry: Entry) -> str:
    if not isinstance(moment, datetime):
        return slot_of(datetime.combine(moment, entry.begins.time()))
    if moment.tzinfo is None:
        return slot_of(moment)
    return slot_of(moment.astimezone(ZoneInfo(entry.zone)).replace(tzinfo=None))


def _override(component: Any, home: str, entry: Entry, report: Report) -> None:
    """One time of an event that is at another time than its rule says, or not at all."""
    title = _line(component, "SUMMARY", MAX_TITLE)
    try:
        slot = _slot(component.decoded("RECURRENCE-ID"), entry)
        if str(component.get("STATUS", "")).upper() == "CANCELLED":
            entry.off.add(slot)
            return
        begins, zone, all_day = _begin(_decoded(component, "DTSTART"), home)
        ends = _end(component, begins, zone, all_day)
        entry.moved[slot] = instant(begins, zone), instant(ends, zone)
    except Exception:
        report.miss(title, _("To when one of its times was moved cannot be read."))


def _line(component: Any, name: str, most: int) -> str:
    value = component.get(name, "")
    value = value[0] if isinstance(value, list) else value
    return " ".join(str(value).split())[:most]


def _block(component: Any, name: str) -> str:
    value = component.get(name, "")
    text = str(value[0] if isinstance(value, list) else value)
    if "<" in text and ">" in text:
        text = html.unescape(nh3.clean(text.replace("<br", "\n<br").replace("</p>", "</p>\n\n"), tags=set()))
    return text.replace("\\n", "\n")[:MAX_DESCRIPTION]
