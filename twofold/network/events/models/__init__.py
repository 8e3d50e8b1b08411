"""Tables of events."""

from twofold.network.events.models.agenda import Session, Speaker
from twofold.network.events.models.calendars import Feed, Import
from twofold.network.events.models.events import (
    KINDS,
    MAX_DESCRIPTION,
    MAX_PLACE,
    MAX_TITLE,
    Event,
    GuestList,
    Kind,
    Occurrence,
    Shown,
    Whereabouts,
)
from twofold.network.events.models.guests import (
    MAX_BRINGS,
    MAX_REPLY,
    Answer,
    Guest,
    Host,
    Link,
    Question,
    Reply,
)
from twofold.network.events.models.meetings import MAX_AFTERWARDS, Afterwards, HostThere, Meeting, Snapshot

__all__ = [
    "KINDS",
    "MAX_AFTERWARDS",
    "MAX_BRINGS",
    "MAX_DESCRIPTION",
    "MAX_PLACE",
    "MAX_REPLY",
    "MAX_TITLE",
    "Afterwards",
    "Answer",
    "Event",
    "Feed",
    "Guest",
    "GuestList",
    "Host",
    "HostThere",
    "Import",
    "Kind",
    "Link",
    "Meeting",
    "Occurrence",
    "Question",
    "Reply",
    "Session",
    "Shown",
    "Snapshot",
    "Speaker",
    "Whereabouts",
]
