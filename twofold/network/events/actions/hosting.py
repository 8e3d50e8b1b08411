"""Who hosts an event besides its author: asked, and only with their yes."""

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.network.events import policies, queries
from twofold.network.events.actions.answering import forget_guest
from twofold.network.events.actions.calling_off import meetings_off
from twofold.network.events.actions.making import HOSTS, held
from twofold.network.events.actions.seating import settle
from twofold.network.events.facts import HostAnswered, HostAsked
from twofold.network.events.models import Event, Guest, Host, HostThere
from twofold.people.audiences.actions import grant, revoke
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def ask_host(actor: Persona, *, event: Event, persona: Persona) -> None:
    """Ask somebody to host one's event too; it grants nothing yet. Who said no hears nothing more of it."""
    event = held(actor, event)
    if not personas_visible_to(Viewer.of(actor)).filter(pk=persona.pk).exists():
        raise Absent
    policies.check_new_host(actor, event, persona)
    made = Host.objects.get_or_create(event=event, persona=persona, defaults={"asked_at": clock.now()})[1]
    if made:
        announce(HostAsked(event.pk, persona.pk, actor.pk))


@transaction.atomic
def accept_host(actor: Persona, *, event_id: int) -> Event:
    """Say yes: from now on one hosts it, and is no mere guest any more."""
    row = queries.host_question(Viewer.of(actor), event_id)
    event = row.event
    Event.objects.select_for_update().get(pk=event.pk)
    Host.objects.filter(pk=row.pk).update(accepted=True, declined=False)
    grant(event.author, HOSTS, str(event.pk), actor)
    guest = Guest.objects.filter(event=event, persona=actor).first()
    if guest:
        known = {"findable": guest.findable, "talks": guest.talks, "looks": guest.looks}
        HostThere.objects.update_or_create(event=event, persona=actor, defaults=known)
        forget_guest(event, guest, stays=True)
        settle(event)
    announce(HostAnswered(event.pk, actor.pk, event.author_id))
    return event


@transaction.atomic
def decline_host(actor: Persona, *, event_id: int) -> None:
    """Say no, or host it no longer."""
    row = queries.host_question(Viewer.of(actor), event_id)
    Host.objects.filter(pk=row.pk).update(accepted=False, declined=True)
    revoke(row.event.author, HOSTS, str(event_id), actor)
    meetings_off(row.event, actor.pk)
    announce(HostAnswered(event_id, actor.pk, row.event.author_id))


@transaction.atomic
def let_host_go(actor: Persona, *, event: Event, persona_id: int) -> None:
    event = held(actor, event)
    policies.check_author(actor, event)
    row = Host.objects.filter(event=event, persona=persona_id).select_related("persona").first()
    if row is None:
        raise Absent
    revoke(event.author, HOSTS, str(event.pk), row.persona)
    meetings_off(event, persona_id)
    # A no that was said stays kept.
    Host.objects.filter(pk=row.pk, declined=False).delete()
    announce(HostAnswered(event.pk, persona_id, actor.pk))
