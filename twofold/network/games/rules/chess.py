"""Chess, by the rules of python-chess. A position is a FEN, a move its UCI code. Repetition and fifty moves end a game
by themselves: nobody has to know that they could claim it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import ClassVar

import chess
import chess.pgn
from django.utils.translation import gettext_lazy as _

from twofold.network.games.rules.play import Ending, Illegal, Made, Move, Record, Square, Words

_PIECES = {
    "K": ("king", _("white king")),
    "Q": ("queen", _("white queen")),
    "R": ("rook", _("white rook")),
    "B": ("bishop", _("white bishop")),
    "N": ("knight", _("white knight")),
    "P": ("pawn", _("white pawn")),
    "k": ("king", _("black king")),
    "q": ("queen", _("black queen")),
    "r": ("rook", _("black rook")),
    "b": ("bishop", _("black bishop")),
    "n": ("knight", _("black knight")),
    "p": ("pawn", _("black pawn")),
}
_BECOMES = {
    chess.QUEEN: _("Queen"),
    chess.ROOK: _("Rook"),
    chess.BISHOP: _("Bishop"),
    chess.KNIGHT: _("Knight"),
}
_ENDS = {
    chess.Termination.CHECKMATE: "mate",
    chess.Termination.STALEMATE: "stalemate",
    chess.Termination.INSUFFICIENT_MATERIAL: "material",
    chess.Termination.SEVENTYFIVE_MOVES: "fifty",
    chess.Termination.FIVEFOLD_REPETITION: "repetition",
}


class Chess:
    kind = "chess"
    name: Words = _("Chess")
    about: Words = _("Sixty-four squares, and all the time you give each other.")
    sides: tuple[Words, Words] = (_("White"), _("Black"))
    reasons: ClassVar[Mapping[str, Words]] = {
        "mate": _("checkmate"),
        "stalemate": _("stalemate"),
        "material": _("too few pieces to win"),
        "fifty": _("fifty moves without a capture or a pawn"),
        "repetition": _("the same position three times"),
    }
    example = "e4, Nf3, O-O"
    sign = "knight"
    edged = True
    suffix = "pgn"

    def begin(self) -> str:
        return chess.STARTING_FEN

    def squares(self, position: str) -> list[list[Square]]:
        board = chess.BaseBoard(position.split(" ", 1)[0])
        return [[_square(board, chess.square(file, rank)) for file in range(8)] for rank in range(7, -1, -1)]

    def moves(self, position: str) -> list[Move]:
        return _moves(position)

    def ends(self, code: str) -> frozenset[str]:
        return frozenset({code[:2], code[2:4]})

    def read(self, position: str, text: str) -> str:
        board, text = chess.Board(position), "".join(text.split())
        for spelled in (text, text[:1].upper() + text[1:], text.lower().replace("-", "").replace("x", "")):
            for reading in (board.parse_san, board.parse_uci):
                try:
                    move = reading(spelled)
                except ValueError:
                    continue
                if move:
                    return move.uci()
        raise Illegal(text)

    def make(self, past: Sequence[str], position: str, code: str) -> Made:
        board = chess.Board()
        for each in past:
            board.push(chess.Move.from_uci(each))
        try:
            move = board.parse_uci(code)
        except ValueError:
            raise Illegal(code) from None
        if not move:  # UCI's "0000" passes
            raise Illegal(code)
        label = board.san(move)
        board.push(move)
        return Made(board.fen(), label, _ending(board))

    def can_win(self, position: str, side: int) -> bool:
        colour = chess.WHITE if side == 0 else chess.BLACK
        return not chess.Board(position).has_insufficient_material(colour)

    def written(self, record: Record) -> str:
        board = chess.Board()
        for each in record.codes:
            board.push(chess.Move.from_uci(each))
        game = chess.pgn.Game.from_board(board)
        game.headers["Event"] = "Friendly game"
        game.headers["Date"] = f"{record.day:%Y.%m.%d}"
        game.headers["White"], game.headers["Black"] = (each.replace('"', "'") for each in record.names)
        game.headers["Result"] = "*"
        if record.over:
            game.headers["Result"] = {0: "1-0", 1: "0-1", None: "1/2-1/2"}[record.winner]
        return f"{game}\n"


def _square(board: chess.BaseBoard, at: int) -> Square:
    piece, dark = board.piece_at(at), (chess.square_file(at) + chess.square_rank(at)) % 2 == 0
    if piece is None:
        return Square(chess.square_name(at), dark)
    drawing, words = _PIECES[piece.symbol()]
    return Square(chess.square_name(at), dark, drawing, 0 if piece.color else 1, words)


@lru_cache(maxsize=500)
def _moves(position: str) -> list[Move]:
    return [
        Move(
            each.uci(),
            chess.square_name(each.from_square),
            chess.square_name(each.to_square),
            _BECOMES[each.promotion] if each.promotion else "",
        )
        for each in chess.Board(position).legal_moves
    ]


def _ending(board: chess.Board) -> Ending | None:
    outcome = board.outcome()
    if outcome is not None:
        winner = None if outcome.winner is None else int(not outcome.winner)
        return Ending(_ENDS[outcome.termination], winner)
    if board.is_repetition(3):
        return Ending("repetition")
    return Ending("fifty") if board.is_fifty_moves() else None
