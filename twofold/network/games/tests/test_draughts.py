"""The rules of draughts, held to counts of positions that the makers of such programs publish, and to their text."""

from datetime import date

import pytest

from twofold.network.games.rules import Illegal, Record
from twofold.network.games.rules import draughts as rules
from twofold.network.games.rules.draughts import Draughts

GAME = Draughts()
# Kings that walk about and capture nothing, never three times as before.
KINGS = (
    "47-41 3-26 48-25 1-12 25-39 2-13 39-44 13-27 44-11 27-43 11-44 12-29 41-19 29-45 19-13 "
    "45-34 44-35 26-21 46-19 34-7 35-24 7-45 13-22 43-25 19-13 21-16 13-8 16-7 22-31 7-40 "
    "24-47 40-44 8-2 45-23 2-24 44-35 24-38 25-34 38-27 34-39 27-4 39-11 31-26 35-49 26-42 "
    "23-12 4-9 12-17 9-18 17-21"
)
THREE = (
    "46-23 4-36 48-39 36-31 39-28 31-26 28-41 26-3 41-32 3-9 47-29 9-4 23-19 4-36 19-2 "
    "36-4 32-14 4-15 2-24 15-4 14-46 4-15 46-28 15-4 28-44 4-9 24-19 9-3 44-49 3-17 "
    "29-40 17-26"
)


def perft(board: rules.Board, depth: int) -> int:
    """How many ways there are to make `depth` moves."""
    found = rules.steps(board)
    if depth == 1:
        return len(found)
    return sum(perft(rules.after(board, step), depth - 1) for step in found)


@pytest.mark.parametrize(
    ("position", "counts"),
    [
        (GAME.begin(), [9, 81, 658, 4265]),
        (
            "W:W25,27,28,30,32,33,34,35,37,38:B12,13,14,16,18,19,21,23,24,26",
            [6, 12, 30, 73, 215, 590],
        ),
        ("B:W6,9,10,11,20,21,22,23,30,K31,33,37,41,42,43,44,46:BK17,K24", [14, 55, 1168]),
    ],
)
def test_counts_of_positions(position, counts):
    board = rules.read(position)
    assert rules.written(board) == position
    assert [perft(board, depth) for depth in range(1, len(counts) + 1)] == counts


def codes(position: str) -> set[str]:
    return {each.code for each in GAME.moves(position)}


def test_the_longest_capture_is_a_duty_and_a_piece_may_come_back_to_where_it_was():
    assert codes("W:W28,33:B13,14,22,23") == {"28x19x8", "28x19x10"}
    assert codes("W:W28:B12,13,22,23") == {"28x17x8x19x28"}
    assert codes("W:WK46:B18,28,37") == {"46x32x23x12", "46x32x23x7", "46x32x23x1"}


def test_a_king_flies_and_a_man_is_crowned_only_where_it_stays():
    assert codes("W:WK46:B5") == {"46-41", "46-37", "46-32", "46-28", "46-23", "46-19", "46-14", "46-10"}
    assert GAME.make([], "W:W7:B40", "7-1").position == "B:WK1:B40"
    # It passes the far row in the middle of a capture, and goes on as a man.
    assert GAME.make([], "W:W12:B8,9,50", "12x3x14").position == "B:W14:B50"


def test_moves_are_read_as_people_write_them():
    begin = GAME.begin()
    for text in ("32-28", "32 28", " 32 - 28 ", "32x28"):
        assert GAME.read(begin, text) == "32-28"
    for text in ("", "28", "32-27-22", "31-22", "eleven"):
        with pytest.raises(Illegal):
            GAME.read(begin, text)
    assert GAME.read("W:W28,33:B13,14,22,23", "28x8") == "28x19x8"
    with pytest.raises(Illegal):
        GAME.make([], begin, "32-27-22")


def ended(position: str, moves: str) -> list[rules.Ending | None]:
    """How a game that began so stood after each move."""
    played = moves.split()
    boards = rules.played(played, rules.read(position))
    return [rules.ending(played[:ply], boards[: ply + 1]) for ply in range(1, len(played) + 1)]


def test_it_ends_when_a_side_is_stuck():
    assert ended("W:W28:B22", "28x17") == [rules.Ending("stuck", 0)]
    assert ended("W:W21,40:B1,16", "21-17") == [None]


def test_it_is_drawn_by_repetition_by_kings_alone_and_against_a_king_that_is_alone():
    many = "W:WK46,K47,K48,36:BK1,K2,K3,5"
    there_and_back = "47-42 2-8 42-47 8-2 " * 2
    assert ended(many, there_and_back) == [None] * 7 + [rules.Ending("repetition")]
    assert ended(many, KINGS) == [None] * 49 + [rules.Ending("kings")]
    assert ended("W:WK46,K47,K48:BK4", THREE) == [None] * 31 + [rules.Ending("few")]
    two = "47-33 4-15 33-39 15-4 39-43 4-31 46-14 31-42 14-46 42-47"
    assert ended("W:WK46,K47:BK4", two) == [None] * 9 + [rules.Ending("few")]


def test_a_game_is_written_out_as_its_field_does():
    position, past, labels = GAME.begin(), [], []
    for text in ("32-28", "19-23", "28x19", "14x23"):
        made = GAME.make(past, position, GAME.read(position, text))
        past.append(GAME.read(position, text))
        position, labels = made.position, [*labels, made.label]
    text = GAME.written(Record(("Ada", "Boris"), date(2026, 11, 27), past, labels, over=True, winner=1))
    assert '[Result "0-2"]' in text
    assert '[GameType "20"]' in text
    assert "1. 32-28 19-23 2. 28x19 14x23 0-2" in text
