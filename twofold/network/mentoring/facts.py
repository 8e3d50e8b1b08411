from dataclasses import dataclass


@dataclass(frozen=True)
class MentoringAsked:
    """`wish` is "learn" where `to_id` is to be the mentor, "teach" where they are to be the mentee."""

    mentoring_id: int
    by_id: int
    to_id: int
    wish: str = ""


@dataclass(frozen=True)
class MentoringAnswered:
    """`by_id` said yes to `to_id`. A no is never announced."""

    mentoring_id: int
    by_id: int
    to_id: int


@dataclass(frozen=True)
class MentoringNews:
    """`by_id` did something in it that `to_id` should know: words to agree on, a meeting, the end, a signature.

    `what` is one of "terms", "agreed", "meeting", "moved", "soon", "off", "end", "words" and "signed".
    """

    mentoring_id: int
    by_id: int
    to_id: int
    what: str = ""


@dataclass(frozen=True)
class MentoringGone:
    """Nobody waits for an answer any more, or it is gone as a whole. Never tell anyone why."""

    mentoring_id: int
