"""Days of a calendar: months as weeks, a week, and what falls on each day by the clock of whoever reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import to_locale

from twofold.foundation.kit import clock
from twofold.network.events import times
from twofold.network.events.queries import Card
from twofold.network.events.recurring import instant, wall
from twofold.people.personas.appointments import Appointment

VIEWS = ("month", "week", "agenda")
AGENDA = 42


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in the calendar, by the clock of whoever reads, or of the event where it has whole days.

    `hour` is that of its beginning, empty for whole days; `state` is as in `Card.mine`. `first` and `last` are the days
    that it touches.
    """

    title: str
    path: str
    hour: str
    begins: datetime
    ends: datetime
    first: date
    last: date
    whole: bool
    off: bool = False
    state: str = ""
    glyph: str = ""

    @property
    def long(self) -> bool:
        """Whether it stands above the hours of a day."""
        return self.whole or self.ends - self.begins >= timedelta(hours=24)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def hour_on(self, day: date) -> str:
        return self.hour if day == self.first else ""

    def part_on(self, day: date) -> str:
        """Which of its days that is; empty where it has but one."""
        if self.days == 1:
            return ""
        return _("day %(number)d of %(all)d") % {"number": (day - self.first).days + 1, "all": self.days}


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


def fill(found: Sheet, cards: Iterable[Card], others: Iterable[Appointment], zone: str) -> None:
    """Put each card, and what the other apps keep in the calendar, on every day that it touches."""
    by_date = {day.date: day for day in found.days}
    marks = [*_of_cards(cards, zone), *(_of_appointment(each, zone) for each in others)]
    for mark in sorted(marks, key=lambda each: (not each.whole, each.begins)):
        first = max(mark.first, found.days[0].date)
        for number in range(min((mark.last - first).days, 100) + 1):
            if day := by_date.get(first + timedelta(days=number)):
                day.marks.append(mark)


def _of_cards(cards: Iterable[Card], zone: str) -> Iterator[Mark]:
    paths: dict[int, str] = {}
    for card in cards:
        event = card.event
        if event.pk not in paths:
            paths[event.pk] = reverse("events:event", args=[event.author.network, event.pk])
        begins, ends = (
            wall(each, event.zone if event.all_day else zone) for each in (card.begins_at, card.ends_at)
        )
        hour = "" if event.all_day else times.hour(card.begins_at, zone)
        days = begins.date(), _last(begins, ends)
        yield Mark(
            event.title, paths[event.pk], hour, begins, ends, *days, event.all_day, card.off, card.mine
        )


def _of_appointment(each: Appointment, zone: str) -> Mark:
    begins, ends = (wall(moment, "UTC" if each.whole else zone) for moment in (each.begins_at, each.ends_at))
    hour = "" if each.whole else times.hour(each.begins_at, zone)
    days = begins.date(), _last(begins, ends)
    return Mark(each.title, each.path, hour, begins, ends, *days, each.whole, each.done, glyph=each.glyph)


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
