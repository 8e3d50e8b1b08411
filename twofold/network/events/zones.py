"""Zones as calendar programs read them best: when clocks change by two rules, not by a list of days."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

# Every day of a year falls on every day of the week within so many.
_YEARS = 28
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Change:
    """Clocks show `shown` and are put on or back then."""

    shown: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


@lru_cache(maxsize=200)
def vtimezone(zone: str, year: int) -> Timezone | None:
    """The rules of a zone from a year on; None where there are no two of them, as where the clocks follow the moon."""
    found = [list(_changes(zone, each)) for each in range(year - 1, year - 1 + _YEARS)]
    made = Timezone()
    made.add("tzid", zone)
    if not any(found):
        fixed = datetime(year - 1, 1, 1, tzinfo=ZoneInfo(zone))
        offset = fixed.utcoffset() or timedelta()
        still = Change(datetime(1970, 1, 1), offset, offset, fixed.tzname() or zone, False)
        made.add_component(_part(still, ""))
        return made
    if any(len(each) != 2 for each in found):
        return None
    for changes in zip(*found, strict=True):
        rule = _rule(changes)
        if not rule:
            return None
        made.add_component(_part(changes[0], rule))
    return made


def _changes(zone: str, year: int) -> Iterator[Change]:
    place, hour = ZoneInfo(zone), timedelta(hours=1)
    day = datetime(year, 1, 1, tzinfo=UTC)
    for number in range(monthrange(year, 2)[1] + 337):
        begun = day + timedelta(days=number)
        before = begun.astimezone(place).utcoffset() or timedelta()
        after = (begun + timedelta(days=1)).astimezone(place).utcoffset() or timedelta()
        if before != after:
            low, high = begun, begun + timedelta(days=1)
            while high - low > timedelta(minutes=1):
                middle = (low + (high - low) / 2).replace(second=0, microsecond=0)
                middle = middle if middle > low else low + timedelta(minutes=1)
                earlier = middle.astimezone(place).utcoffset() == before
                low, high = (middle, high) if earlier else (low, middle)
            then = (high + hour).astimezone(place)
            yield Change(
                (high + before).replace(tzinfo=None), before, after, then.tzname() or zone, bool(then.dst())
            )


def _rule(changes: tuple[Change, ...]) -> str:
    """How the day of a change comes back each year; empty where it does not."""
    shown = [each.shown for each in changes]
    alike = {(each.month, each.weekday(), each.time()) for each in shown}
    if len(alike) != 1 or len({(each.before, each.after) for each in changes}) != 1:
        return ""
    month, day = shown[0].month, _DAYS[shown[0].weekday()]
    rule = f"FREQ=YEARLY;BYMONTH={month};BYDAY="
    if all(each.day + 7 > monthrange(each.year, each.month)[1] for each in shown):
        return f"{rule}-1{day}"
    weeks = {(each.day - 1) // 7 + 1 for each in shown}
    if len(weeks) == 1:
        return f"{rule}{weeks.pop()}{day}"
    first = min(each.day for each in shown)
    if max(each.day for each in shown) - first > 6:
        return ""
    return f"{rule}{day};BYMONTHDAY={','.join(str(first + each) for each in range(7))}"


def _part(change: Change, rule: str) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if change.summer else TimezoneStandard()
    part.add("dtstart", change.shown)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    if rule:
        part.add("rrule", vRecur.from_ical(rule))
    return part
