"""One time of an event that comes back: moved, called off, and put back."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.events import policies
from twofold.network.events.actions.making import held
from twofold.network.events.facts import EventChanged
from twofold.network.events.models import Event, Occurrence
from twofold.network.events.recurring import SLOT, instant
from twofold.people.personas.models import Persona


@transaction.atomic
def move_date(actor: Persona, *, event: Event, slot: str, begins: datetime, tell: bool = True) -> None:
    """Let one time of an event be at another wall time of its zone; as long as ever. Announces EventChanged."""
    event, time = _own(actor, event, slot)
    begins_at = instant(begins, event.zone)
    if abs(begins_at - time.begins_at) > timedelta(days=400):
        raise Refused(_("Give a day that is not so far away."), field="begins")
    put_date(event, slot, begins_at, begins_at + (event.ends_at - event.begins_at))
    _changed(actor, event, tell)


@transaction.atomic
def drop_date(actor: Persona, *, event: Event, slot: str, tell: bool = True) -> None:
    """One time of an event does not take place. Announces EventChanged."""
    event, time = _own(actor, event, slot)
    Occurrence.objects.filter(pk=time.pk).update(off=True)
    _changed(actor, event, tell)


@transaction.atomic
def restore_date(actor: Persona, *, event: Event, slot: str, tell: bool = True) -> None:
    """A time of an event is where its rule puts it. Announces EventChanged."""
    event, time = _own(actor, event, slot)
    begins_at = instant(datetime.strptime(slot, SLOT), event.zone)
    Occurrence.objects.filter(pk=time.pk).update(
        begins_at=begins_at, ends_at=begins_at + (event.ends_at - event.begins_at), moved=False, off=False,
        reminded=0,
    )  # fmt: skip
    _changed(actor, event, tell)


def put_date(event: Event, slot: str, begins_at: datetime, ends_at: datetime) -> None:
    """Move a time, whoever asks; nothing where the rule has no such slot."""
    Occurrence.objects.filter(event=event, slot=slot).update(
        begins_at=begins_at, ends_at=ends_at, moved=True, off=False, reminded=0
    )


def _own(actor: Persona, event: Event, slot: str) -> tuple[Event, Occurrence]:
    event = held(actor, event)
    policies.check_host(actor, event)
    found = Occurrence.objects.filter(event=event, slot=slot).first()
    if found is None or not event.rule:
        raise Absent
    return event, found


def _changed(actor: Persona, event: Event, tell: bool) -> None:
    Event.objects.filter(pk=event.pk).update(version=event.version + 1, changed_at=clock.now())
    announce(EventChanged(event.pk, actor.pk, tell))
