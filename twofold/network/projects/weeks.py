"""A month as weeks, for what is due in it."""

from calendar import Calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from django.utils import translation
from django.utils.translation import to_locale

from twofold.foundation.kit import clock
from twofold.network.projects.models import Milestone, Task


@dataclass
class Day:
    date: date
    inside: bool
    today: bool
    words: str
    tasks: list[Task] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)


@dataclass
class Month:
    """`heads` are the names of the days, short and long; `before` and `after` the months beside it."""

    title: str
    heads: list[tuple[str, str]]
    weeks: list[list[Day]]
    before: str
    after: str

    @property
    def days(self) -> list[Day]:
        return [day for week in self.weeks for day in week]


def read_month(text: str) -> date:
    """The first day of the month in an address; of this one for nonsense."""
    try:
        found = date.fromisoformat(f"{text}-01")
    except ValueError:
        found = clock.now().date().replace(day=1)
    return found if 1970 < found.year < 2200 else clock.now().date().replace(day=1)


@lru_cache(maxsize=400)
def _name_of(weekday: int, locale: str) -> tuple[str, str]:
    """The name of a day of the week, short and long."""
    day = date(2024, 1, 1 + weekday)
    return format_date(day, "EEE", locale=locale), format_date(day, "EEEE", locale=locale)


@lru_cache(maxsize=4_000)
def _day_words(day: date, locale: str) -> str:
    return format_skeleton("yMMMMEEEEd", day, locale=locale)


def month(first: date) -> Month:
    """An empty month."""
    locale = to_locale(translation.get_language() or "en")
    today = clock.now().date()
    rows = Calendar(Locale.parse(locale).first_week_day).monthdatescalendar(first.year, first.month)
    weeks = [
        [Day(each, each.month == first.month, each == today, _day_words(each, locale)) for each in row]
        for row in rows
    ]
    heads = [_name_of(each.weekday(), locale) for each in rows[0]]
    before, after = first - timedelta(days=1), first + timedelta(days=32)
    return Month(
        format_skeleton("yMMMM", first, locale=locale), heads, weeks, f"{before:%Y-%m}", f"{after:%Y-%m}"
    )


def fill(sheet: Month, tasks: list[Task], milestones: list[Milestone]) -> None:
    """Put what is due on its day."""
    by_date = {day.date: day for day in sheet.days}
    for task in tasks:
        if task.due in by_date:
            by_date[task.due].tasks.append(task)
    for each in milestones:
        if each.due in by_date:
            by_date[each.due].milestones.append(each)
