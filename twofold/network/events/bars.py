"""What has several days, as bars across the days of a week: each in one lane from its first day to its last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count

from twofold.network.events.weeks import Day, Mark

# So many lines stand in a day of a month; what is more is counted.
_LINES = 4
_BARS = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A mark on one day. `span` is over how many days of this week it is drawn from here; 0 goes on what was drawn on a
    day before. `began` and `goes_on` say that it reaches beyond this week."""

    mark: Mark
    hour: str
    span: int = 1
    began: bool = False
    goes_on: bool = False


@dataclass
class Cell:
    """A day of a month: what stands in it, line by line, None for a line that is kept free; and how many more."""

    day: Day
    lines: list[Piece | None]
    more: int


def month(weeks: Sequence[Sequence[Day]]) -> list[list[Cell]]:
    return [_week(week) for week in weeks]


def _week(week: Sequence[Day]) -> list[Cell]:
    """Bars first, since each keeps its line over all of its days; single ones fill what is left."""
    return [_cell(day, found) for day, found in zip(week, lanes(week, _is_bar), strict=True)]


def _is_bar(mark: Mark) -> bool:
    return mark.whole or mark.days > 1


def _cell(day: Day, bars: list[Piece | None]) -> Cell:
    lines, hidden = bars[:_BARS], sum(each is not None for each in bars[_BARS:])
    for mark in day.marks:
        if _is_bar(mark):
            continue
        piece = Piece(mark, mark.hour)
        if None in lines:
            lines[lines.index(None)] = piece
        elif len(lines) < _LINES:
            lines.append(piece)
        else:
            hidden += 1
    return Cell(day, lines, hidden)


def lanes(week: Sequence[Day], wanted: Callable[[Mark], bool]) -> list[list[Piece | None]]:
    """Of each day its lanes, up to the last one that is taken on it."""
    made: list[list[Piece | None]] = [[] for _day in week]
    placed: set[int] = set()
    for number, day in enumerate(week):
        for mark in sorted(filter(wanted, day.marks), key=lambda each: (-each.days, each.begins)):
            if id(mark) not in placed:
                placed.add(id(mark))
                _place(mark, week[number:], made[number:])
    return made


def _place(mark: Mark, week: Sequence[Day], rows: list[list[Piece | None]]) -> None:
    span = sum(each.date <= mark.last for each in week)
    lane = next(n for n in count() if all(n >= len(row) or row[n] is None for row in rows[:span]))
    for number in range(span):
        row, day = rows[number], week[number].date
        row.extend([None] * (lane + 1 - len(row)))
        over = 0 if number else span
        row[lane] = Piece(mark, mark.hour_on(day), over, day > mark.first, mark.last > week[-1].date)
