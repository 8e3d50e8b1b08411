from dataclasses import dataclass


@dataclass(frozen=True)
class EventMade:
    event_id: int
    author_id: int


@dataclass(frozen=True)
class EventChanged:
    """`tell` where guests should know: another time, another place."""

    event_id: int
    by_id: int
    tell: bool


@dataclass(frozen=True)
class EventCancelled:
    event_id: int
    by_id: int


@dataclass(frozen=True)
class EventRevived:
    """It takes place after all."""

    event_id: int
    by_id: int


@dataclass(frozen=True)
class EventDeleted:
    event_id: int


@dataclass(frozen=True)
class GuestAsked:
    event_id: int
    persona_id: int
    by_id: int


@dataclass(frozen=True)
class GuestAnswered:
    """`answer` as in `Answer`, "waiting" for who waits for a seat, "" for who is no guest any more."""

    event_id: int
    persona_id: int
    answer: str


@dataclass(frozen=True)
class SeatGained:
    """Somebody who waited has a seat now."""

    event_id: int
    persona_id: int


@dataclass(frozen=True)
class MeetingTold:
    """`by_id` asked `to_id` for a meeting at an event, agreed to one, or called one off that was agreed on. `what` is
    "asked", "agreed", "off", or "gone" for what was only asked. A no is never announced."""

    event_id: int
    by_id: int
    to_id: int
    what: str


@dataclass(frozen=True)
class HostAsked:
    event_id: int
    persona_id: int
    by_id: int


@dataclass(frozen=True)
class HostAnswered:
    """The question no longer waits: accepted, declined or taken back. Never tell the author of a no."""

    event_id: int
    persona_id: int
    by_id: int


@dataclass(frozen=True)
class EventSoon:
    """It begins within a day, or within an hour."""

    event_id: int
    occurrence_id: int
