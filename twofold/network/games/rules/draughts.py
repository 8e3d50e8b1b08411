"""International draughts on a hundred squares, our own rules: men capture both ways, kings fly, the longest capture is
a duty, and what is captured stays in the way until the capture ends. The tests hold them to published counts.

A position is as in PDN: who moves, then the squares of each side, kings with a K: "W:W31,32,K33:B1,2". A move is its
squares: "32-28", or all on which a capture lands: "26x17x8".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from twofold.network.games.rules.play import Ending, Illegal, Made, Move, Record, Square, Words

SIZE = 10
KING_PLIES = 50  # 25 moves of each by kings alone, without a capture
LONE_PLIES = 32  # 16 moves of each, three pieces against a king that is alone
FEW_PLIES = 10  # 5 moves of each, two pieces or fewer against a king that is alone
_SIDES = "WB"
_WORDS = {
    (0, False): _("white man"), (0, True): _("white king"), (1, False): _("black man"), (1, True): _("black king"),
}  # fmt: skip


def _number(row: int, column: int) -> int:
    """The number of a dark square; 0 for what is none, or is not on the board."""
    on = 0 <= row < SIZE and 0 <= column < SIZE and (row + column) % 2 == 1
    return row * 5 + column // 2 + 1 if on else 0


_PLACES = {_number(row, column): (row, column) for row in range(SIZE) for column in range(SIZE)}
# From each square, along each diagonal, the squares in their order; the first two diagonals lead up, to the first row.
_RAYS = {
    number: [
        [there for step in range(1, SIZE) if (there := _number(row + down * step, column + right * step))]
        for down, right in ((-1, -1), (-1, 1), (1, -1), (1, 1))
    ]
    for number, (row, column) in _PLACES.items()
    if number
}


@dataclass(frozen=True)
class Board:
    """`men` and `kings` of each side, and whose turn it is: 0 white, who moves up, 1 black."""

    turn: int
    men: tuple[frozenset[int], frozenset[int]]
    kings: tuple[frozenset[int], frozenset[int]]

    @property
    def taken(self) -> frozenset[int]:
        return self.of(0) | self.of(1)

    def of(self, side: int) -> frozenset[int]:
        return self.men[side] | self.kings[side]


@dataclass(frozen=True)
class Step:
    """A move: the squares it touches, and what it captures."""

    path: tuple[int, ...]
    gone: frozenset[int] = frozenset()

    @property
    def code(self) -> str:
        return ("x" if self.gone else "-").join(map(str, self.path))

    @property
    def short(self) -> str:
        return f"{self.path[0]}{'x' if self.gone else '-'}{self.path[-1]}"


BEGIN = Board(0, (frozenset(range(31, 51)), frozenset(range(1, 21))), (frozenset(), frozenset()))


def written(board: Board) -> str:
    def side(number: int) -> str:
        squares = sorted([*board.men[number], *board.kings[number]])
        return _SIDES[number] + ",".join(f"{'K' * (each in board.kings[number])}{each}" for each in squares)

    return f"{_SIDES[board.turn]}:{side(0)}:{side(1)}"


@lru_cache(maxsize=2_000)
def read(text: str) -> Board:
    turn, *sides = text.split(":")
    pieces = {part[0]: [each for each in part[1:].split(",") if each] for part in sides}
    men = [frozenset(int(each) for each in pieces[side] if each[0] != "K") for side in _SIDES]
    kings = [frozenset(int(each[1:]) for each in pieces[side] if each[0] == "K") for side in _SIDES]
    return Board(_SIDES.index(turn), (men[0], men[1]), (kings[0], kings[1]))


def steps(board: Board) -> list[Step]:
    """All moves. Captures that begin, end and capture alike are one."""
    found: dict[tuple[int, int, frozenset[int]], Step] = {}
    for start in sorted(board.of(board.turn)):
        for step in _captures(board, start, (start,), frozenset()):
            found.setdefault((step.path[0], step.path[-1], step.gone), step)
    if found:
        most = max(len(each.gone) for each in found.values())
        return [each for each in found.values() if len(each.gone) == most]
    return list(_plain(board))


def _plain(board: Board) -> Iterator[Step]:
    taken, ahead = board.taken, slice(0, 2) if board.turn == 0 else slice(2, 4)
    for start in sorted(board.of(board.turn)):
        king = start in board.kings[board.turn]
        for ray in _RAYS[start] if king else _RAYS[start][ahead]:
            for there in ray if king else ray[:1]:
                if there in taken:
                    break
                yield Step((start, there))


def _captures(board: Board, at: int, path: tuple[int, ...], gone: frozenset[int]) -> Iterator[Step]:
    """Every capture that goes on from `at`, each to its end."""
    free, king = board.taken - {path[0]}, path[0] in board.kings[board.turn]
    for ray in _RAYS[at]:
        victim, landings = _jump(board, ray, free, gone, king=king)
        for there in landings:
            more = list(_captures(board, there, (*path, there), gone | {victim}))
            yield from more or [Step((*path, there), gone | {victim})]


def _jump(
    board: Board, ray: list[int], free: frozenset[int], gone: frozenset[int], *, king: bool
) -> tuple[int, list[int]]:
    """Whom a piece jumps along a diagonal, and where it may land behind; no landing, no jump."""
    blocked = [place for place, each in enumerate(ray) if each in free]
    if not blocked or (not king and blocked[0] != 0):
        return 0, []
    first = blocked[0]
    if ray[first] in gone or ray[first] not in board.of(1 - board.turn):
        return 0, []
    end = blocked[1] if len(blocked) > 1 else len(ray)
    landings = ray[first + 1 : end]
    return ray[first], landings if king else landings[:1]


def after(board: Board, step: Step) -> Board:
    """The board when a move is made. A man that ends on the far row is a king."""
    side, (start, *_between), end = board.turn, step.path, step.path[-1]
    men, kings = list(board.men), list(board.kings)
    far = range(1, 6) if side == 0 else range(46, 51)
    crowned = start in kings[side] or end in far
    men[side], kings[side] = men[side] - {start}, kings[side] - {start}
    (kings if crowned else men)[side] |= {end}
    other = 1 - side
    men[other], kings[other] = men[other] - step.gone, kings[other] - step.gone
    return Board(other, (men[0], men[1]), (kings[0], kings[1]))


class Draughts:
    kind = "draughts"
    name: Words = _("Draughts")
    about: Words = _("The large board, a hundred squares: flying kings, and you must capture.")
    sides: tuple[Words, Words] = (_("White"), _("Black"))
    reasons: ClassVar[Mapping[str, Words]] = {
        "stuck": _("no move is left"),
        "repetition": _("the same position three times"),
        "kings": _("twenty-five moves by kings alone"),
        "few": _("too few pieces to win"),
    }
    example = "32-28, 26x17"
    sign = "crowned"
    edged = False
    suffix = "pdn"

    def begin(self) -> str:
        return written(BEGIN)

    def squares(self, position: str) -> list[list[Square]]:
        board = read(position)
        return [[_square(board, row, column) for column in range(SIZE)] for row in range(SIZE)]

    def moves(self, position: str) -> list[Move]:
        found = steps(read(position))
        return [Move(each.code, str(each.path[0]), str(each.path[-1]), each.code) for each in found]

    def ends(self, code: str) -> frozenset[str]:
        path = re.split("[-x]", code)
        return frozenset({path[0], path[-1]})

    def read(self, position: str, text: str) -> str:
        numbers = tuple(map(int, re.findall(r"\d{1,2}", text)))
        found = steps(read(position))
        meant = [each for each in found if each.path == numbers]
        meant = meant or [each for each in found if (each.path[0], each.path[-1]) == numbers]
        if len(meant) != 1:
            raise Illegal(text)
        return meant[0].code

    def make(self, past: Sequence[str], position: str, code: str) -> Made:
        board = read(position)
        found = steps(board)
        step = next((each for each in found if each.code == code), None)
        if step is None:
            raise Illegal(code)
        alike = [each for each in found if each.short == step.short]
        made = after(board, step)
        label = step.code if len(alike) > 1 else step.short
        return Made(written(made), label, ending([*past, code], played([*past, code])))

    def can_win(self, position: str, side: int) -> bool:
        return bool(read(position).of(side))

    def written(self, record: Record) -> str:
        results = {0: "2-0", 1: "0-2", None: "1-1"}
        result = results[record.winner] if record.over else "*"
        heads = {
            "Event": "Friendly game", "Date": f"{record.day:%Y.%m.%d}",
            "White": record.names[0].replace('"', "'"), "Black": record.names[1].replace('"', "'"),
            "Result": result, "GameType": "20",
        }  # fmt: skip
        moves = [
            f"{ply // 2 + 1}. {each}" if ply % 2 == 0 else each for ply, each in enumerate(record.labels)
        ]
        lines = [f'[{name} "{value}"]' for name, value in heads.items()]
        return "\n".join([*lines, "", " ".join([*moves, result]), ""])


def _square(board: Board, row: int, column: int) -> Square:
    number = _number(row, column)
    if not number:
        return Square("", dark=False, used=False)
    for side in (0, 1):
        if number in board.of(side):
            king = number in board.kings[side]
            return Square(str(number), True, "crowned" if king else "man", side, _WORDS[side, king])
    return Square(str(number), dark=True)


def ending(codes: Sequence[str], boards: Sequence[Board]) -> Ending | None:
    """How the rules end a game of these moves, of which `boards` are the positions, from the first to the last."""
    board = boards[-1]
    if not steps(board):
        return Ending("stuck", 1 - board.turn)
    if boards.count(board) >= 3:
        return Ending("repetition")
    quiet = 0
    for code, before in zip(reversed(codes), reversed(boards[:-1]), strict=True):
        if "x" in code or int(code.split("-")[0]) not in before.kings[before.turn]:
            break
        quiet += 1
    if quiet >= KING_PLIES:
        return Ending("kings")
    return Ending("few") if _few(boards) else None


def played(codes: Sequence[str], begin: Board = BEGIN) -> list[Board]:
    """The boards of a game, from the beginning to its present."""
    boards = [begin]
    for code in codes:
        boards.append(after(boards[-1], _step(boards[-1], code)))
    return boards


def _step(board: Board, code: str) -> Step:
    """The move behind the code of one that was made: what it captured lies between its squares."""
    path, theirs = tuple(map(int, re.split("[-x]", code))), board.of(1 - board.turn)
    if "x" not in code:
        return Step(path)
    return Step(path, frozenset().union(*(_between(*each) & theirs for each in pairwise(path))))


@lru_cache(maxsize=2_000)
def _between(one: int, other: int) -> frozenset[int]:
    ray = next(each for each in _RAYS[one] if other in each)
    return frozenset(ray[: ray.index(other)])


def _few(boards: Sequence[Board]) -> bool:
    """Whether one king alone has held out long enough against at most three pieces with a king among them."""
    for most, plies in ((2, FEW_PLIES), (3, LONE_PLIES)):
        late = boards[-plies - 1 :]
        if len(late) > plies and all(_lone(each, most) for each in late):
            return True
    return False


def _lone(board: Board, most: int) -> bool:
    return any(
        not board.men[side]
        and len(board.kings[side]) == 1
        and len(board.of(1 - side)) <= most
        and bool(board.kings[1 - side])
        for side in (0, 1)
    )
