"""The times of an event, written out: of those without end, two years ahead."""

from datetime import datetime, timedelta

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.events.facts import EventSoon
from twofold.network.events.models import Event, Meeting, Occurrence, Session
from twofold.network.events.recurring import AHEAD, endless, instant, slot_of, slots, wall

_BEHIND = timedelta(days=366)
_AT_ONCE = 200
_REMINDERS = ((2, timedelta(hours=1)), (1, timedelta(days=1)))


def lay_out(event: Event) -> None:
    """Let the times of `event` be those of its rule; one that was moved or called off stays so while it has a slot."""
    there = {each.slot: each for each in Occurrence.objects.filter(event=event)}
    wanted = dict(_times(event))
    Occurrence.objects.filter(event=event).exclude(slot__in=_kept(there, wanted)).delete()
    Occurrence.objects.bulk_create(
        [
            Occurrence(event=event, slot=slot, begins_at=begins, ends_at=ends)
            for slot, (begins, ends) in wanted.items()
            if slot not in _kept(there, wanted)
        ]
    )


def move_along(event: Event, began_at: datetime, ended_at: datetime) -> None:
    """What is planned within an event moves with it, where all of it moved: its agenda, and meetings of its guests. One
    that only begins or ends at another time leaves them where they are."""
    as_long = event.ends_at - event.begins_at == ended_at - began_at
    if event.rule or began_at == event.begins_at or not as_long:
        return
    by = wall(event.begins_at, event.zone) - wall(began_at, event.zone)

    def later(moment: datetime) -> datetime:
        return instant(wall(moment, event.zone) + by, event.zone)

    sessions, meetings = list(event.sessions.all()), list(event.meetings.all())
    for session in sessions:
        session.begins_at, session.ends_at = later(session.begins_at), later(session.ends_at)
    for meeting in meetings:
        meeting.begins_at = later(meeting.begins_at)
    Session.objects.bulk_update(sessions, ["begins_at", "ends_at"])
    Meeting.objects.bulk_update(meetings, ["begins_at"])


def _kept(there: dict[str, Occurrence], wanted: dict[str, tuple[datetime, datetime]]) -> list[str]:
    return [
        slot
        for slot, each in there.items()
        if slot in wanted and (each.moved or each.off or wanted[slot] == (each.begins_at, each.ends_at))
    ]


def _times(event: Event) -> list[tuple[str, tuple[datetime, datetime]]]:
    begins, ends = wall(event.begins_at, event.zone), wall(event.ends_at, event.zone)
    now = wall(clock.now(), event.zone)
    since = now - _BEHIND if endless(event.rule) else None
    shown = slots(event.rule, begins, max(begins, now + AHEAD), since) or [begins]
    return [
        (slot_of(each), (instant(each, event.zone), instant(each + (ends - begins), event.zone)))
        for each in shown
    ]


@transaction.atomic
def lay_out_further() -> int:
    """Add the times that have come into sight of events that come back; how many events were looked at."""
    events = Event.objects.filter(live=True, cancelled_at=None).exclude(rule="")
    for event in events.iterator():
        lay_out(event)
    return events.count()


@transaction.atomic
def remind() -> int:
    """Announce EventSoon for what begins within a day, and once more within an hour; how many."""
    now, told = clock.now(), 0
    for step, before in _REMINDERS:
        due = Occurrence.objects.filter(
            begins_at__gt=now, begins_at__lte=now + before, off=False, reminded__lt=step,
            event__live=True, event__cancelled_at=None,
        )  # fmt: skip
        found = list(due.values_list("pk", "event")[:_AT_ONCE])
        for pk, event_id in found:
            announce(EventSoon(event_id, pk))
        Occurrence.objects.filter(pk__in=[pk for pk, _event in found]).update(reminded=step)
        told += len(found)
    return told
