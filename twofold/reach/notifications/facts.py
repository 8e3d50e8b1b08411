from dataclasses import dataclass


@dataclass(frozen=True)
class NotificationsChanged:
    """What this persona has been told, or has read of it, is no longer what it was."""

    persona_id: int


@dataclass(frozen=True)
class NewsDue:
    """This persona was told something that goes out now: by mail, or to its devices."""

    persona_id: int
