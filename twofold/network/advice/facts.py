from dataclasses import dataclass


@dataclass(frozen=True)
class Answered:
    answer_id: int
    question_id: int
    author_id: int


@dataclass(frozen=True)
class AnswerAccepted:
    """`by_id` asked, and `author_id` helped."""

    answer_id: int
    question_id: int
    author_id: int
    by_id: int


@dataclass(frozen=True)
class AnswerAsked:
    """`by_id` would like to hear what `persona_id` says to their question."""

    question_id: int
    persona_id: int
    by_id: int


@dataclass(frozen=True)
class QuestionGone:
    question_id: int


@dataclass(frozen=True)
class HourTaken:
    hour_id: int
    host_id: int
    guest_id: int


@dataclass(frozen=True)
class HourFreed:
    """The guest does not come; the hour can be taken again."""

    hour_id: int
    host_id: int
    guest_id: int


@dataclass(frozen=True)
class HourOff:
    """The host called off an hour that somebody had taken."""

    hour_id: int
    host_id: int
    guest_id: int


@dataclass(frozen=True)
class HourSoon:
    hour_id: int
    host_id: int
    guest_id: int
