"""Days of a calendar: months as weeks, a week, and what falls on each day by the clock of whoever reads."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from django.utils import translation
from django.utils.translation import to_locale

from twofold.foundation.kit import clock
from twofold.network.events import times
from twofold.network.events.queries import Card
from twofold.network.events.recurring import instant, wall

VIEWS = ("month", "week", "agenda")
AGENDA = 42


@dataclass(frozen=True, slots=True)
class Mark:
    """A card on one of its days: the hour at which it begins, empty where it began before or has the whole day.

    `begins` and `ends` are by the clock of whoever reads, or of the event where it has whole days.
    """

    card: Card
    hour: str
    begins: datetime
    ends: datetime


@dataclass
class Day:
    date: date
    inside: bool
    today: bool
    words: str
    marks: list[Mark] = field(default_factory=list)


@dataclass
class Sheet:
    """What a page of the calendar shows: days in weeks, its title, and where the pages before and after begin."""

    view: str
    at: date
    title: str
    weeks: list[list[Day]]
    heads: list[tuple[str, str]]
    before: date
    after: date

    @property
    def days(self) -> list[Day]:
        return [day for week in self.weeks for day in week]

    def span(self, zone: str) -> tuple[datetime, datetime]:
        """The instants between which it lies."""
        last = self.days[-1].date + timedelta(days=1)
        return tuple(instant(datetime.combine(each, time()), zone) for each in (self.days[0].date, last))  # type: ignore[return-value]


def sheet(view: str, at: date, zone: str) -> Sheet:
    """An empty page of the calendar around the day `at`."""
    locale = to_locale(translation.get_language() or "en")
    first = Locale.parse(locale).first_week_day
    today = wall(clock.now(), zone).date()
    if view == "month":
        month = at.replace(day=1)
        start, following = _week(month, first), (month + timedelta(days=32)).replace(day=1)
        count = 7 * -(-((following - start).days) // 7)
        title = format_skeleton("yMMMM", month, locale=locale)
        before, after = (month - timedelta(days=1)).replace(day=1), following
    else:
        start, count = (_week(at, first), 7) if view == "week" else (at, AGENDA)
        before, after = start - timedelta(days=count), start + timedelta(days=count)
        title = format_interval(start, after - timedelta(days=1), "yMMMd", locale=locale)
    days = [_day(start + timedelta(days=each), view, at, today, locale) for each in range(count)]
    weeks = [days[each : each + 7] for each in range(0, count, 7)]
    heads = [(_name(each.date, "EEE", locale), _name(each.date, "EEEE", locale)) for each in days[:7]]
    return Sheet(view, at, title, weeks, heads, before, after)


def _week(day: date, first: int) -> date:
    return day - timedelta(days=(day.weekday() - first) % 7)


def _name(day: date, pattern: str, locale: str) -> str:
    return format_date(day, pattern, locale=locale)


def _day(day: date, view: str, at: date, today: date, locale: str) -> Day:
    inside = view != "month" or (day.year, day.month) == (at.year, at.month)
    return Day(day, inside, day == today, format_skeleton("yMMMMEEEEd", day, locale=locale))


def fill(found: Sheet, cards: Iterable[Card], zone: str) -> None:
    """Put each card on every day that it touches."""
    by_date = {day.date: day for day in found.days}
    for card in cards:
        where = card.event.zone if card.event.all_day else zone
        begins, ends = wall(card.begins_at, where), wall(card.ends_at, where)
        day, last = begins.date(), _last(begins, ends)
        first = max(day, found.days[0].date)
        for number in range(min((last - first).days, 100) + 1):
            each = by_date.get(first + timedelta(days=number))
            if each:
                begun = each.date == day and not card.event.all_day
                hour = times.hour(card.begins_at, zone) if begun else ""
                each.marks.append(Mark(card, hour, begins, ends))


def _last(begins: datetime, ends: datetime) -> date:
    """The last day that it touches. A night that ends in the morning belongs to the day on which it began."""
    night = ends - begins < timedelta(hours=16) and ends.hour < 8
    return begins.date() if night else max(begins, ends - timedelta(seconds=1)).date()


def read_day(text: str, zone: str) -> date:
    """The day in an address; today for nonsense."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date(1, 1, 1)
    return found if 1970 < found.year < 2200 else wall(clock.now(), zone).date()
