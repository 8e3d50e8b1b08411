"""When an event is, in words: by the clock of its own zone, and by that of whoever reads where theirs is another."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, to_locale

from twofold.network.events.recurring import DAYS, wall

_DAY = "yMMMEd"


def span(begins_at: datetime, ends_at: datetime, zone: str, all_day: bool = False) -> str:
    """ "Sat, 28 Nov 2026, 19:00–23:00", in the current language."""
    locale = to_locale(translation.get_language() or "en")
    return _span(wall(begins_at, zone), wall(ends_at, zone), all_day, locale)


@lru_cache(maxsize=8_000)
def _span(begins: datetime, ends: datetime, all_day: bool, locale: str) -> str:
    first, last = begins.date(), (ends - timedelta(seconds=1)).date()
    if all_day:
        return _day(first, locale) if first == last else f"{_day(first, locale)} – {_day(last, locale)}"
    begin, end = (format_time(each.time(), "short", locale=locale) for each in (begins, ends))
    # A night that ends in the morning still belongs to the day on which it began.
    if first == last or (ends - begins < timedelta(hours=16) and ends.hour < 8):
        return _("%(day)s, %(begin)s–%(end)s") % {"day": _day(first, locale), "begin": begin, "end": end}
    return f"{_day(first, locale)}, {begin} – {_day(ends.date(), locale)}, {end}"


def _day(day: date, locale: str) -> str:
    return format_skeleton(_DAY, day, locale=locale)


@lru_cache(maxsize=8_000)
def _short(skeleton: str, day: date, locale: str) -> str:
    return format_skeleton(skeleton, day, locale=locale)


def leaf(begins_at: datetime, zone: str) -> tuple[str, str, str]:
    """A leaf of a calendar: month, day, weekday, each short."""
    day, locale = wall(begins_at, zone).date(), to_locale(translation.get_language() or "en")
    return _short("MMM", day, locale), str(day.day), _short("E", day, locale)


def day_words(day: date) -> str:
    """A day in full: "Friday, 27 November 2026"."""
    return _short("yMMMMEEEEd", day, to_locale(translation.get_language() or "en"))


def hour(moment: datetime, zone: str) -> str:
    locale = to_locale(translation.get_language() or "en")
    return format_time(wall(moment, zone).time(), "short", locale=locale)


def moment(at: datetime, zone: str) -> str:
    """ "Thu, 17 Dec, 10:30", in the current language."""
    locale = to_locale(translation.get_language() or "en")
    return _("%(day)s, %(hour)s") % {
        "day": _short("MMMEd", wall(at, zone).date(), locale),
        "hour": hour(at, zone),
    }


def line(hour: int, locale: str) -> str:
    """The hour of a line in a day, as short as the language says it: "9 AM", "09:00"."""
    written = format_time(time(hour), "short", locale=locale)
    return written.replace(":00", "", 1) if written.strip(" 0123456789:") else written


def elsewhere(begins_at: datetime, ends_at: datetime, zone: str, reader_zone: str, all_day: bool) -> str:
    """The same by the reader's clock; nothing where that shows the same, or where whole days are meant."""
    if all_day or reader_zone in ("", "UTC") or wall(begins_at, zone) == wall(begins_at, reader_zone):
        return ""
    return span(begins_at, ends_at, reader_zone)


def place_of(zone: str) -> str:
    """The city that stands for a zone: "Amsterdam"."""
    return zone.rpartition("/")[2].replace("_", " ")


def offset(moment: datetime, zone: str) -> str:
    """What a zone is called at this instant: "CET", or its distance from UTC."""
    name = moment.astimezone(ZoneInfo(zone)).tzname() or "UTC"
    return name if name.isalpha() else f"UTC{name}"


def rule_words(rule: str, begins_at: datetime, zone: str) -> str:
    """How it comes back, in a sentence; the rare ones only as that they do."""
    if not rule:
        return ""
    parts = dict(each.split("=", 1) for each in rule.split(";"))
    begins, locale = wall(begins_at, zone), to_locale(translation.get_language() or "en")
    words = _often(parts, begins, locale)
    if "UNTIL" in parts:
        last = datetime.strptime(parts["UNTIL"][:8], "%Y%m%d").date()
        return _("%(often)s, until %(day)s") % {"often": words, "day": _day(last, locale)}
    if "COUNT" in parts:
        number = int(parts["COUNT"])
        times = ngettext("%(number)d time", "%(number)d times", number) % {"number": number}
        return _("%(often)s, %(times)s") % {"often": words, "times": times}
    return words


def _often(parts: dict[str, str], begins: datetime, locale: str) -> str:
    every, day = int(parts.get("INTERVAL", 1)), format_date(begins.date(), "EEEE", locale=locale)
    simple = not set(parts) & {"BYDAY", "BYSETPOS", "BYMONTH"}
    if parts["FREQ"] == "DAILY" and simple:
        return ngettext("Every day", "Every %(number)d days", every) % {"number": every}
    if parts["FREQ"] == "WEEKLY":
        day = _days(parts["BYDAY"], locale) if "BYDAY" in parts else day
        words = ngettext("Every week on %(day)s", "Every %(number)d weeks on %(day)s", every)
        return words % {"number": every, "day": day}
    if parts["FREQ"] == "MONTHLY":
        words = ngettext("Every month", "Every %(number)d months", every) % {"number": every}
        return f"{words} ({_which(parts, begins, day)})"
    if parts["FREQ"] == "YEARLY" and simple:
        return ngettext("Every year", "Every %(number)d years", every) % {"number": every}
    return _("Comes back regularly")


def _days(said: str, locale: str) -> str:
    """ "MO,TH" as the names of the days, from Monday on."""
    # The first of January 2024 was a Monday.
    days = [date(2024, 1, 1 + place) for place, name in enumerate(DAYS) if name in said.split(",")]
    return format_list([format_date(each, "EEEE", locale=locale) for each in days], locale=locale)


def _which(parts: dict[str, str], begins: datetime, day: str) -> str:
    if parts.get("BYDAY", "").startswith("-1"):
        return _("the last %(day)s") % {"day": day}
    if "BYDAY" in parts:
        first, second = _("the first %(day)s"), _("the second %(day)s")
        third, fourth = _("the third %(day)s"), _("the fourth %(day)s")
        return (first, second, third, fourth)[min((begins.day - 1) // 7, 3)] % {"day": day}
    return _("on day %(number)d") % {"number": begins.day}
