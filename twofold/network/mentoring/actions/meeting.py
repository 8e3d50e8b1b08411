"""Meetings: when and where, what is to be talked about, and what both or one of the two keep of it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.mentoring import policies
from twofold.network.mentoring.actions.keeping import UNDER_WAY, held, insist, tell
from twofold.network.mentoring.facts import MentoringNews
from twofold.network.mentoring.models import MAX_TEXT, Meeting, Mentoring, OwnNote, State
from twofold.people.personas.models import Persona

# So long before a meeting both are reminded of it.
AHEAD = timedelta(days=1)


@transaction.atomic
def plan_meeting(
    actor: Persona,
    *,
    mentoring: Mentoring,
    begins_at: datetime | None,
    minutes: int = 60,
    place: str = "",
    agenda: str = "",
    meeting_id: int | None = None,
) -> Meeting:
    """A new meeting, or another time, place or agenda for one. The other one is told."""
    pair = held(actor, mentoring, *UNDER_WAY)
    if begins_at is None:
        raise Refused(_("When? Choose a day and a time."), field="begins_at")
    if not 5 <= minutes <= 600:
        raise Refused(_("Between 5 and 600 minutes."), field="minutes")
    words = {"place": clean_line(place), "agenda": clean_block(agenda)}
    insist(policies.why_too_long(words["place"], 200), field="place")
    insist(policies.why_too_long(words["agenda"], MAX_TEXT), field="agenda")
    soon = begins_at < clock.now() + AHEAD
    fields = {"begins_at": begins_at, "minutes": minutes, "reminded": soon, **words}
    if meeting_id:
        meeting = _meeting(pair.mentoring, meeting_id)
        meeting.sequence += 1
        for name, value in fields.items():
            setattr(meeting, name, value)
        meeting.save()
    else:
        count = pair.mentoring.meetings.count()
        insist(policies.why_too_many(count, policies.MOST_MEETINGS), field="begins_at")
        meeting = Meeting.objects.create(mentoring=pair.mentoring, **fields)
    tell(pair, "moved" if meeting_id else "meeting")
    return meeting


def remind() -> int:
    """Tell both of what is to come within a day; of how many meetings. One that fails stops no other."""
    now = clock.now()
    due = Meeting.objects.filter(reminded=False, begins_at__gt=now, begins_at__lt=now + AHEAD)
    due = due.filter(mentoring__live=True, mentoring__state__in=UNDER_WAY)
    return sum(_remind(pk) for pk in due.values_list("pk", flat=True)[:1_000])


@transaction.atomic
def _remind(meeting_id: int) -> int:
    rows = Meeting.objects.select_for_update(of=("self",)).select_related("mentoring")
    found = rows.filter(pk=meeting_id, reminded=False).first()
    if found is None:
        return 0
    Meeting.objects.filter(pk=meeting_id).update(reminded=True)
    kept = found.mentoring
    for me, other in ((kept.mentor_id, kept.mentee_id), (kept.mentee_id, kept.mentor_id)):
        announce(MentoringNews(kept.pk, other, me, "soon"))
    return 1


@transaction.atomic
def drop_meeting(actor: Persona, *, mentoring: Mentoring, meeting_id: int) -> None:
    """Call a meeting off, with what was noted of it."""
    pair = held(actor, mentoring, *UNDER_WAY)
    _meeting(pair.mentoring, meeting_id).delete()
    tell(pair, "off")


@transaction.atomic
def keep_notes(actor: Persona, *, mentoring: Mentoring, meeting_id: int, text: str) -> None:
    """What both keep of a meeting."""
    pair, words = held(actor, mentoring, *UNDER_WAY), clean_block(text)
    insist(policies.why_too_long(words, MAX_TEXT), field="notes")
    meeting = _meeting(pair.mentoring, meeting_id)
    meeting.notes = words
    meeting.save(update_fields=["notes"])


@transaction.atomic
def keep_own_note(actor: Persona, *, mentoring: Mentoring, meeting_id: int, text: str) -> None:
    """What one keeps of it for oneself: the other one never reads it, and it may be written when all is over too."""
    pair, words = held(actor, mentoring, *UNDER_WAY, State.CLOSED), clean_block(text)
    insist(policies.why_too_long(words, MAX_TEXT), field="own")
    meeting = _meeting(pair.mentoring, meeting_id)
    if words:
        OwnNote.objects.update_or_create(meeting=meeting, persona=actor, defaults={"text": words})
    else:
        OwnNote.objects.filter(meeting=meeting, persona=actor).delete()


def _meeting(mentoring: Mentoring, meeting_id: int) -> Meeting:
    found = Meeting.objects.filter(mentoring=mentoring, pk=meeting_id).first()
    if found is None:
        raise Absent
    return found
