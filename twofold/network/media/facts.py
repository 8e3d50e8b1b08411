from dataclasses import dataclass


@dataclass(frozen=True)
class FilmTaken:
    """A video came in; the courier prepares it."""

    picture_id: int


@dataclass(frozen=True)
class PictureReady:
    """A video can be played now, or never will; whatever shows it is to be drawn anew."""

    picture_id: int


@dataclass(frozen=True)
class TagProposed:
    picture_id: int
    persona_id: int
    by_id: int


@dataclass(frozen=True)
class TagClosed:
    """Nobody waits for an answer any more. Never tell the one who asked what the answer was."""

    picture_id: int
    persona_id: int
    by_id: int
