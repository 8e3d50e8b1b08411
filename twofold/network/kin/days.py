"""Birthdays on the calendar. A day of the year is a number: 100 × the month + the day."""

from datetime import date, timedelta

# The card of a birthday takes wishes from the day before, since it begins earlier elsewhere, to so long after it.
BEFORE, AFTER = timedelta(days=1), timedelta(days=14)
_LEAP_DAY, _INSTEAD = 229, 228


def number_of(day: date) -> int:
    return day.month * 100 + day.day


def in_year(number: int, year: int) -> date:
    """The day on which it is kept in a year: the 29th of February on the 28th where there is none."""
    try:
        return date(year, number // 100, number % 100)
    except ValueError:
        return date(year, 2, 28)


def coming(number: int, today: date) -> date:
    """When it is next, today included."""
    this = in_year(number, today.year)
    return this if this >= today else in_year(number, today.year + 1)


def last(number: int, today: date) -> date:
    """The birthday that wishes are for: the one that was last, or is tomorrow."""
    found = [in_year(number, year) for year in (today.year + 1, today.year, today.year - 1)]
    return next(each for each in found if each - BEFORE <= today)


def takes_wishes(day: date, today: date) -> bool:
    return day - BEFORE <= today <= day + AFTER


def numbers(today: date, days: int) -> list[int]:
    """The days of the year from today on, so many."""
    found = [number_of(today + timedelta(days=each)) for each in range(days)]
    if _INSTEAD in found and _LEAP_DAY not in found:
        found.append(_LEAP_DAY)
    return found
