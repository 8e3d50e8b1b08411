"""The board games there are. How another one is added: docs/games.md."""

from twofold.network.games.rules.chess import Chess
from twofold.network.games.rules.draughts import Draughts
from twofold.network.games.rules.play import Ending, Illegal, Made, Move, Record, Rules, Square

__all__ = ["GAMES", "Ending", "Illegal", "Made", "Move", "Record", "Rules", "Square", "rules_of"]

GAMES: dict[str, Rules] = {each.kind: each for each in (Chess(), Draughts())}


def rules_of(kind: str) -> Rules:
    """The rules of a kind of game. Raises KeyError for one that is not played here."""
    return GAMES[kind]
