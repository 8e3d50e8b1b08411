"""A week by the hours: where each event stands in its day, and beside which others."""

from dataclasses import dataclass, field
from datetime import datetime, time

from django.utils.translation import get_language, to_locale

from twofold.foundation.kit import clock
from twofold.network.events import bars, times
from twofold.network.events.bars import Piece
from twofold.network.events.recurring import wall
from twofold.network.events.weeks import Day, Mark, Sheet

# The hours that are always shown; what is earlier or later makes room for itself.
_FIRST, _LAST = 8, 20
_STEP = 5
# Shorter ones are drawn so long: a line of words, and enough for a finger.
_LEAST = 30
_SIDE_BY_SIDE = 6
# So many minutes of a block hold its words.
_WORDS = 50
_BITS = 9


@dataclass(slots=True)
class Block:
    """An event in the hours of a day: minutes of that day, and in which lane of how many."""

    mark: Mark
    begins: int
    ends: int
    lane: int = 0
    lanes: int = 1
    width: int = 1
    place: str = ""


@dataclass
class Column:
    day: Day
    chosen: bool
    # What stands above the hours, by lanes; None keeps a lane free.
    whole: list[Piece | None] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    now: str = ""


@dataclass
class Grid:
    """`hours`: the words of each line, from the hour `first` on. `columns`: a day each."""

    first: int
    hours: list[str]
    columns: list[Column]


def grid(sheet: Sheet, zone: str) -> Grid:
    """The days of a filled sheet by their hours."""
    columns = [_column(day, day.date == sheet.at) for day in sheet.days]
    for column, lanes in zip(columns, bars.lanes(sheet.days, lambda each: each.long), strict=True):
        column.whole[:0] = lanes
    blocks = [block for column in columns for block in column.blocks]
    first = min([_FIRST, *(block.begins // 60 for block in blocks)])
    last = max([_LAST, *(-(-block.ends // 60) for block in blocks)])
    for block in blocks:
        block.place = _bits("t", block.begins - first * 60) + _bits("d", block.ends - block.begins)
    now = wall(clock.now(), zone)
    minute = now.hour * 60 + now.minute
    for column in columns:
        if column.day.today and first * 60 <= minute < last * 60:
            column.now = _bits("t", minute - first * 60)
    locale = to_locale(get_language() or "en")
    words = [times.line(hour, locale) for hour in range(first, last)]
    return Grid(first, words, columns)


def _column(day: Day, chosen: bool) -> Column:
    made = Column(day, chosen)
    open_lanes: list[int] = []
    cluster: list[Block] = []
    midnight = datetime.combine(day.date, time())
    for mark in sorted(day.marks, key=lambda each: (each.begins, each.begins - each.ends)):
        if mark.long:
            continue
        block = _block(mark, midnight)
        if cluster and block.begins >= max(open_lanes):
            _close(cluster, len(open_lanes))
            open_lanes, cluster = [], []
        free = next((lane for lane, end in enumerate(open_lanes) if end <= block.begins), len(open_lanes))
        if free == _SIDE_BY_SIDE:
            # Nothing goes missing: it stands above with its hour, where there is room for words.
            made.whole.append(Piece(mark, mark.hour_on(day.date)))
            continue
        open_lanes[free : free + 1] = [block.ends]
        block.lane = free
        cluster.append(block)
        made.blocks.append(block)
    _close(cluster, len(open_lanes))
    return made


def _close(cluster: list[Block], lanes: int) -> None:
    """Tell those that run at once how many lanes there are, and let each be as wide as no other's words suffer."""
    for block in cluster:
        near = [each.lane for each in cluster if each.lane > block.lane and _hides(each, block)]
        block.lanes, block.width = lanes, min(near, default=lanes) - block.lane


def _hides(other: Block, block: Block) -> bool:
    return block.begins - _WORDS < other.begins < min(block.ends, block.begins + _WORDS)


def _block(mark: Mark, midnight: datetime) -> Block:
    """Where it lies in its day."""
    begins = max(0, int((mark.begins - midnight).total_seconds() // 60))
    ends = min(24 * 60, int((mark.ends - midnight).total_seconds() // 60))
    begins = min(begins, 24 * 60 - _LEAST)
    return Block(mark, begins, max(ends, begins + _LEAST))


def _bits(name: str, minutes: int) -> str:
    """Classes that say a number of minutes: a page carries no style of its own, so each bit is a class."""
    steps = round(minutes / _STEP)
    return "".join(f" {name}{1 << bit}" for bit in range(_BITS) if steps >> bit & 1)
