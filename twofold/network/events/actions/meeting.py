"""Networking at professional events: being found by those who agreed to it too, and meeting in a slot."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.events import policies, queries
from twofold.network.events.actions.calling_off import meetings_off, take_away, tell_of
from twofold.network.events.actions.making import held
from twofold.network.events.models import MAX_BRINGS, Event, Guest, HostThere, Meeting
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

State = Meeting.State


@transaction.atomic
def be_found(
    actor: Persona, *, event: Event, findable: bool, talks: str = "", looks: str = ""
) -> Guest | HostThere:
    """Agree to be found by others there who agreed too, or not any more; and say what one talks of and looks for."""
    event = held(actor, event)
    mine = queries.there(actor.pk, event)
    if mine is None:
        raise Absent
    words = {"talks": clean_line(talks), "looks": clean_line(looks)}
    for field, text in words.items():
        if len(text) > MAX_BRINGS:
            raise Refused(_("At most %(limit)d characters fit here.") % {"limit": MAX_BRINGS}, field=field)
    mine.findable, mine.talks, mine.looks = findable, words["talks"], words["looks"]
    mine.save()
    if not findable:
        meetings_off(event, actor.pk)
    return mine


@transaction.atomic
def ask_to_meet(
    actor: Persona, *, event: Event, persona_id: int, begins_at: datetime, words: str = ""
) -> Meeting:
    """Ask somebody who agreed to be found for a slot that both have free. A no is not told, and not asked again."""
    event = held(actor, event)
    policies.check_open(event)
    if queries.found_there(Viewer.of(actor), event, persona_id) is None:
        raise Absent
    there = Meeting.objects.filter(queries.between_two(actor.pk, persona_id), event=event).first()
    if there is not None:
        return there
    if begins_at not in queries.free_slots(event, actor.pk, persona_id):
        raise Refused(_("This slot is taken. Choose another one."), field="slot")
    text = clean_line(words)
    if len(text) > 200:
        raise Refused(_("At most %(limit)d characters fit here.") % {"limit": 200}, field="words")
    made = Meeting.objects.create(
        event=event, asker=actor, other_id=persona_id, begins_at=begins_at, words=text
    )
    tell_of(actor.pk, made, "asked")
    return made


@transaction.atomic
def answer_meeting(actor: Persona, *, event: Event, meeting_id: int, act: str) -> None:
    """Yes, or a silent no, of whoever is asked; or never mind, of either."""
    event = held(actor, event)
    meeting = Meeting.objects.filter(queries.of_one(actor.pk), event=event, pk=meeting_id).first()
    if meeting is None:
        raise Absent
    if act == "drop" and (meeting.state == State.AGREED or meeting.asker_id == actor.pk):
        if meeting.state == State.DECLINED:
            return
        take_away(actor.pk, meeting)
    elif act in ("yes", "no") and meeting.other_id == actor.pk and meeting.state == State.ASKED:
        free = queries.free_slots(event, actor.pk, meeting.asker_id)
        if act == "yes" and meeting.begins_at not in free:
            raise Refused(_("One of you has this slot taken meanwhile. Ask for another one."))
        meeting.state = State.AGREED if act == "yes" else State.DECLINED
        meeting.save(update_fields=["state"])
        if act == "yes":
            tell_of(actor.pk, meeting, "agreed")
    else:
        raise Absent
