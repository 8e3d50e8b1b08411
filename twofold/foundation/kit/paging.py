"""Keyset pages: a page is read from a position, never from an offset."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")

DEFAULT_SIZE = 20
MAX_SIZE = 80


@dataclass(frozen=True)
class Page(Generic[Row]):
    """`rows` of one page and `after`, the cursor of the next one (None at the end)."""

    rows: Sequence[Row]
    after: str | None

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def cut(rows: Sequence[Row], size: int, cursor: Callable[[Row], int | str]) -> Page[Row]:
    """Make a page from up to `size + 1` rows that were read; the extra row only says that there is more."""
    shown = rows[:size]
    more = len(rows) > size
    return Page(shown, str(cursor(shown[-1])) if more and shown else None)


def read_cursor(text: str | None) -> int | None:
    """A cursor from an address, or None where it is absent or nonsense: nonsense starts at the beginning."""
    if text and text.isascii() and text.isdigit() and len(text) <= 19:
        return int(text)
    return None


def clamp_size(text: str | int | None, default: int = DEFAULT_SIZE, largest: int = MAX_SIZE) -> int:
    """How many rows were asked for, between 1 and `largest`."""
    try:
        wanted = int(text) if text is not None else default
    except ValueError:
        wanted = default
    return max(1, min(wanted, largest))
