"""How an event comes back: rules of RFC 5545, read and expanded in the wall time of the event's zone.

Every rule that is kept names days that exist, so that expanding one always ends soon: see `read_rule`.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

AHEAD = timedelta(days=731)
MOST = 800
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = re.compile(r"^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$")
# What each frequency may be narrowed by.
_NARROWED = {
    "DAILY": {"BYDAY"},
    "WEEKLY": {"BYDAY"},
    "MONTHLY": {"BYDAY", "BYMONTHDAY", "BYSETPOS"},
    "YEARLY": {"BYDAY", "BYMONTHDAY", "BYMONTH"},
}
SLOT = "%Y%m%dT%H%M%S"


def wall(moment: datetime, zone: str) -> datetime:
    """What the clocks of `zone` show at this instant, without a zone."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def instant(shown: datetime, zone: str) -> datetime:
    """When the clocks of `zone` show this. Shown twice: the first time. Never shown: as if they had not been put on."""
    return shown.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def slot_of(shown: datetime) -> str:
    return shown.strftime(SLOT)


def read_rule(text: str, zone: str) -> str:
    """A rule as we keep it, its UNTIL in wall time. ValueError for one that we do not follow."""
    parts: dict[str, str] = {}
    for piece in text.strip().upper().removeprefix("RRULE:").strip(";").split(";"):
        name, equals, value = piece.partition("=")
        if not equals or name in parts or not value:
            raise ValueError(piece)
        parts[name] = value
    if "UNTIL" in parts:
        parts["UNTIL"] = _until(parts["UNTIL"], zone)
    _check(parts)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _until(text: str, zone: str) -> str:
    if len(text) == 8:
        return slot_of(datetime.strptime(text, "%Y%m%d") + timedelta(hours=23, minutes=59, seconds=59))
    shown = datetime.strptime(text.removesuffix("Z"), SLOT)
    return slot_of(wall(shown.replace(tzinfo=UTC), zone) if text.endswith("Z") else shown)


def _check(parts: dict[str, str]) -> None:
    narrowed = _NARROWED.get(parts.get("FREQ", ""))
    if narrowed is None or set(parts) - narrowed - {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}:
        raise ValueError("not a rule that we follow")
    every = _number(parts.get("INTERVAL", "1"), 1, 400)
    _number(parts.get("COUNT", "1"), 1, 5_000)
    days = [_DAY.match(each) for each in parts["BYDAY"].split(",")] if "BYDAY" in parts else []
    ordinals = [each[1] for each in days if each and each[1]]
    frequency = parts["FREQ"]
    if not all(days) or parts.get("WKST", "MO") not in DAYS:
        raise ValueError("days that are none")
    if ordinals and frequency not in ("MONTHLY", "YEARLY"):
        raise ValueError("no third Monday of a week")
    if frequency == "DAILY" and days and every > 1:
        raise ValueError("days that may never meet")
    _check_dates(parts, bool(days), bool(ordinals))


def _check_dates(parts: dict[str, str], days: bool, ordinals: bool) -> None:
    if "BYSETPOS" in parts:
        if not days or ordinals or "BYMONTHDAY" in parts:
            raise ValueError("a place in nothing")
        for each in parts["BYSETPOS"].split(","):
            if _number(each, -4, 4) == 0:
                raise ValueError(each)
    months = [_number(each, 1, 12) for each in parts.get("BYMONTH", "1").split(",")]
    dates = [_number(each, -31, 31) for each in parts.get("BYMONTHDAY", "1").split(",")]
    longest = max(monthrange(2024, month)[1] for month in months) if "BYMONTH" in parts else 31
    if 0 in dates or min(abs(each) for each in dates) > longest:
        raise ValueError("a date that no month has")


def _number(text: str, least: int, most: int) -> int:
    number = int(text) if len(text) <= 5 else least - 1
    if not least <= number <= most:
        raise ValueError(text)
    return number


def slots(rule: str, begins: datetime, until: datetime, since: datetime | None = None) -> list[datetime]:
    """When an event is that begins at the wall time `begins`: up to `MOST` times from `since` to `until`, in order.

    Its first time is always one of them, as calendars do it. All are wall times of the event's zone.
    """
    found = []
    for each in takewhile(lambda each: each <= until, _all(rule, begins)):
        if since is None or each >= since:
            found.append(each)
        if len(found) >= MOST:
            break
    return found


def _all(rule: str, begins: datetime) -> Iterator[datetime]:
    yield begins
    if rule:
        for each in rrulestr(f"RRULE:{rule}", dtstart=begins):
            if each > begins:
                yield each


def endless(rule: str) -> bool:
    return bool(rule) and "COUNT=" not in rule and "UNTIL=" not in rule
