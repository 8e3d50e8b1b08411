"""Interviews: times that a hiring team offers, and the one that the applicant takes."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_line
from twofold.network.jobs.actions.asking import insist, note
from twofold.network.jobs.actions.hiring import held_application, put, tell
from twofold.network.jobs.facts import ApplicationMoved, InterviewTaken
from twofold.network.jobs.models import Application, Slot, Stage
from twofold.network.jobs.policies import LENGTHS_OF_TALKS, MOST_SLOTS
from twofold.people.personas.models import Persona


@transaction.atomic
def offer_slots(
    actor: Persona, *, application_id: int, begins: Sequence[datetime], minutes: int, place: str
) -> list[Slot]:
    """Offer times instead of those offered before. The application moves to the interview, which opens the name."""
    application = held_application(actor, application_id)
    insist("" if not application.settled else _("It is settled: its author was told so."), field="slots")
    times = sorted(set(begins))
    insist("" if times else _("Give at least one day and time."), field="slots")
    insist("" if len(times) <= MOST_SLOTS else _("So many times confuse. Offer fewer."), field="slots")
    insist(
        "" if times[0] > clock.now() else _("One of these times is over. Choose times to come."),
        field="slots",
    )
    insist("" if minutes in LENGTHS_OF_TALKS else _("Choose one of the list."), field="minutes")
    place = clean_line(place)[:240]
    insist("" if place else _("Say where, or at which address on the web."), field="place")
    Slot.objects.filter(application=application).delete()
    slots = [Slot(application=application, begins=each, minutes=minutes, place=place) for each in times]
    Slot.objects.bulk_create(slots)
    if application.stage in (Stage.SENT, Stage.VIEWED, Stage.REVIEW):
        put(application, Stage.INTERVIEW, answered=True)
    else:
        if application.undoable:
            tell(application)
        announce(ApplicationMoved(application.pk, application.page_id, application.author_id, "times"))
    if application.job is not None:
        note(application.job, actor, "offered", applicant=application.author_id)
    return slots


@transaction.atomic
def take_slot(actor: Persona, *, application_id: int, slot_id: int) -> Slot:
    """The applicant takes one of the times; another one before it starts is a change of mind. Twice is once."""
    rows = Application.objects.select_for_update(of=("self",)).select_related("job")
    application = rows.filter(pk=application_id, author=actor, live=True).first()
    slot = Slot.objects.filter(pk=slot_id, application=application_id).first() if application else None
    if application is None or slot is None:
        raise Absent
    if slot.taken_at is not None:
        return slot
    insist("" if slot.begins > clock.now() else _("That time is over. Choose another, or ask for one."))
    insist("" if not application.settled else _("The employer settled it meanwhile."))
    Slot.objects.filter(application=application).update(taken_at=None)
    slot.taken_at = clock.now()
    slot.save(update_fields=["taken_at"])
    if application.job is not None:
        note(application.job, actor, "took", applicant=actor.pk)
    announce(InterviewTaken(application.pk, application.page_id, actor.pk))
    return slot
