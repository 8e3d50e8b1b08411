from dataclasses import dataclass


@dataclass(frozen=True)
class GameAsked:
    game_id: int
    by_id: int
    to_id: int


@dataclass(frozen=True)
class GameAnswered:
    """An invitation was accepted, declined or withdrawn, or lapsed."""

    game_id: int
    accepted: bool


@dataclass(frozen=True)
class GameTurned:
    """It is `to_id`'s turn after `by_id` moved; with `began`, `by_id` accepted the invitation of `to_id`."""

    game_id: int
    by_id: int
    to_id: int
    began: bool = False


@dataclass(frozen=True)
class GameChanged:
    """Something beside the pieces: an offer, who watches, more time."""

    game_id: int


@dataclass(frozen=True)
class GameOver:
    """`by_id` ended it, nobody (0) where time did."""

    game_id: int
    by_id: int
    author_id: int
    other_id: int


@dataclass(frozen=True)
class GameGone:
    game_id: int
