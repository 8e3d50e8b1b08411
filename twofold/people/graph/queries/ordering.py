"""Pages of rows in the order of a time."""

from datetime import UTC, datetime, timedelta

from django.db.models import Q, QuerySet

from twofold.foundation.kit.clock import position_of
from twofold.foundation.kit.paging import Page, cut, read_cursor


def newest_first(rows: QuerySet, when: str, who: str, before: str | None, size: int) -> Page:
    """A page by time and, at one moment, by persona. The cursor is both: a number of the row would count all rows."""
    return _ordered(rows, when, who, before, size, "lt", "-")


def oldest_first(rows: QuerySet, when: str, who: str, before: str | None, size: int) -> Page:
    return _ordered(rows, when, who, before, size, "gt", "")


def _ordered(
    rows: QuerySet, when: str, who: str, before: str | None, size: int, side: str, sign: str
) -> Page:
    if after := _read_cursor(before):
        moment, number = after
        same = Q(**{when: moment, f"{who}__{side}": number})
        rows = rows.filter(Q(**{f"{when}__{side}": moment}) | same)
    found = list(rows.order_by(f"{sign}{when}", f"{sign}{who}")[: size + 1])
    return cut(found, size, lambda row: f"{position_of(getattr(row, when))}-{getattr(row, who)}")


def _read_cursor(text: str | None) -> tuple[datetime, int] | None:
    position, _dash, persona = (text or "").partition("-")
    numbers = read_cursor(position), read_cursor(persona)
    if numbers[0] is None or numbers[1] is None or numbers[0] > 10**16:
        return None
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=numbers[0]), numbers[1]
