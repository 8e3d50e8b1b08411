"""Meetings at an event that do not take place."""

from twofold.foundation.courier.actions import announce
from twofold.network.events import queries
from twofold.network.events.facts import MeetingTold
from twofold.network.events.models import Event, Guest, HostThere, Meeting

State = Meeting.State


def meetings_off(event: Event, persona_id: int) -> None:
    """Whoever does not come meets nobody there, and is found by nobody; who agreed to meet them is told."""
    for each in Meeting.objects.filter(queries.of_one(persona_id), event=event):
        take_away(persona_id, each)
    for rows in (Guest.objects, HostThere.objects):
        rows.filter(event=event, persona=persona_id, findable=True).update(findable=False)


def take_away(persona_id: int, meeting: Meeting) -> None:
    agreed = meeting.state == State.AGREED
    if meeting.state != State.DECLINED:
        tell_of(persona_id, meeting, "off" if agreed else "gone")
    meeting.delete()


def tell_of(persona_id: int, meeting: Meeting, what: str) -> None:
    other = meeting.other_id if meeting.asker_id == persona_id else meeting.asker_id
    announce(MeetingTold(meeting.event_id, persona_id, other, what))
