"""Pages of rows in the order of a time."""

from collections.abc import Sequence
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
    return page_by(list(rows.order_by(f"{sign}{when}", f"{sign}{who}")[: size + 1]), when, who, size)


def page_by(found: Sequence, when: str, who: str, size: int) -> Page:
    """A page of rows that were read in such an order, one more than it holds where there are more."""
    return cut(found, size, lambda row: f"{position_of(getattr(row, when))}-{getattr(row, who)}")


def _read_cursor(text: str | None) -> tuple[datetime, int] | None:
    position, _dash, persona = (text or "").partition("-")
    numbers = read_cursor(position), read_cursor(persona)
    if numbers[0] is None or numbers[1] is None or numbers[0] > 10**16:
        return None
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=numbers[0]), numbers[1]
