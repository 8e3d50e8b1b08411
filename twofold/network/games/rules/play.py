"""What a game says of itself to be played here: two sides that move by turns on a board of squares.

A position is a text that its rules write and read. A move is a code that its rules know; it begins on one square and
ends on another. The first side has the even plies, the second the odd ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Protocol

from django.utils.functional import Promise

Words = str | Promise


class Illegal(Exception):
    """The rules do not allow this move in this position."""


@dataclass(frozen=True, slots=True)
class Square:
    """`piece` is its drawing in pieces.svg, "" where there is none; `side` whose it is: 0 the first, 1 the second."""

    name: str
    dark: bool
    piece: str = ""
    side: int | None = None
    words: Words = ""
    # Squares on which nothing ever stands are drawn, but nobody is led there.
    used: bool = True


@dataclass(frozen=True, slots=True)
class Move:
    """`label` tells apart those that begin and end on the same squares."""

    code: str
    start: str
    end: str
    label: Words = ""


@dataclass(frozen=True, slots=True)
class Ending:
    """How the rules end a game: `why` is a key of `Rules.reasons`; no winner is a draw."""

    why: str
    winner: int | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """What a move came to: the position after it, the move as the field writes it, and the ending if it is one."""

    position: str
    label: str
    ending: Ending | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A game to be written out. `winner` is a side, None for a draw or while it goes on; `over` tells those apart."""

    names: tuple[str, str]
    day: date
    codes: Sequence[str]
    labels: Sequence[str]
    over: bool
    winner: int | None = None
    ending: str = ""


class Rules(Protocol):
    """One game. `kind` stands in the database and in addresses; `suffix` names the files it is written to."""

    kind: str
    name: Words
    about: Words
    sides: tuple[Words, Words]
    reasons: ClassVar[Mapping[str, Words]]
    example: str
    # Its drawing in pieces.svg, and whether letters and numbers stand at the edges (else a number on each square).
    sign: str
    edged: bool
    suffix: str

    def begin(self) -> str:
        """The position in which every game begins."""

    def squares(self, position: str) -> list[list[Square]]:
        """The board in rows, as the first side sees it: its own edge last."""

    def moves(self, position: str) -> list[Move]:
        """All moves that are possible."""

    def ends(self, code: str) -> frozenset[str]:
        """The squares between which a move went."""

    def read(self, position: str, text: str) -> str:
        """The code of the move that somebody wrote. Raises Illegal where it is none, or may be several."""

    def make(self, past: Sequence[str], position: str, code: str) -> Made:
        """Play `code`; `past` are the codes of the game so far, which led to `position`. Raises Illegal."""

    def can_win(self, position: str, side: int) -> bool:
        """Whether `side` could still win at all: when the clock of the other runs out, it is a draw otherwise."""

    def written(self, record: Record) -> str:
        """The game in the text form of its field."""
