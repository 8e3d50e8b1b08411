"""Events that do not take place, or are gone; and what remains when people part."""

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.events import policies
from twofold.network.events.actions.answering import forget_guest
from twofold.network.events.actions.making import ASKED, GOING, HOSTS, held
from twofold.network.events.actions.seating import settle
from twofold.network.events.facts import EventCancelled, EventDeleted, EventRevived
from twofold.network.events.models import Event, Feed, Guest, Host, Import
from twofold.network.events.queries import pictures_of
from twofold.network.media.actions import release
from twofold.network.media.models import Picture
from twofold.people.audiences.actions import drop_part, revoke
from twofold.people.personas.models import Persona


@transaction.atomic
def cancel(actor: Persona, *, event: Event, words: str = "") -> None:
    """Call an event off; its page stays, its guests are told. Announces EventCancelled."""
    event, words = held(actor, event), clean_line(words)
    policies.check_host(actor, event)
    if len(words) > 300:
        raise Refused(_("At most %(limit)d characters fit here.") % {"limit": 300}, field="words")
    if event.cancelled_at:
        return
    Event.objects.filter(pk=event.pk).update(
        cancelled_at=clock.now(), cancel_words=words, version=event.version + 1, changed_at=clock.now()
    )
    announce(EventCancelled(event.pk, actor.pk))


@transaction.atomic
def revive(actor: Persona, *, event: Event) -> None:
    """It takes place after all. Announces EventRevived."""
    event = held(actor, event)
    policies.check_host(actor, event)
    if not event.cancelled_at:
        return
    Event.objects.filter(pk=event.pk).update(
        cancelled_at=None, cancel_words="", version=event.version + 1, changed_at=clock.now()
    )
    announce(EventRevived(event.pk, actor.pk))


@transaction.atomic
def delete_event(actor: Persona, *, event: Event) -> None:
    """Take an event away for good, with its list of guests. Announces EventDeleted."""
    event = held(actor, event)
    policies.check_author(actor, event)
    if not event.cancelled_at and not policies.is_over(event) and event.going + event.maybe + event.waiting:
        raise Refused(_("Call it off first: so those who come are told."))
    remove(event)


def remove(event: Event) -> None:
    for kind in (GOING, ASKED, HOSTS):
        drop_part(event.author, kind, str(event.pk))
    release([*pictures_of([event.pk]), *([event.picture_id] if event.picture_id else [])])
    event_id = event.pk
    Event.objects.filter(pk=event_id).delete()
    announce(EventDeleted(event_id))


@transaction.atomic
def part_events(one_id: int, other_id: int) -> None:
    """Two who no longer see each other are no guests of each other, and host nothing together."""
    people = Persona.objects.in_bulk([one_id, other_id])
    for owner, guest in ((one_id, other_id), (other_id, one_id)):
        for host in Host.objects.filter(event__author=owner, persona=guest).select_related("event__author"):
            revoke(host.event.author, HOSTS, str(host.event_id), people[guest])
            host.delete()
        rows = Guest.objects.filter(event__author=owner, persona=guest).select_related("event__author")
        for row in rows:
            _leave(row)


@transaction.atomic
def dissolve(persona_id: int) -> None:
    """What becomes of events when somebody goes for good: theirs go, and their seats in others are free."""
    for event in Event.objects.filter(author=persona_id).select_related("author"):
        remove(event)
    Host.objects.filter(persona=persona_id).delete()
    Feed.objects.filter(persona=persona_id).delete()
    Import.objects.filter(persona=persona_id).delete()
    for row in Guest.objects.filter(persona=persona_id).select_related("event__author"):
        _leave(row)


def _leave(guest: Guest) -> None:
    event = Event.objects.select_for_update().filter(pk=guest.event_id).first()
    if event is None:
        raise Absent
    forget_guest(guest.event, guest)
    settle(event)


@transaction.atomic
def take_down(event_id: int, *, live: bool = False) -> None:
    """Whatever its hosts say: what those who look after the server decided. It is there for nobody, and not deleted."""
    event = Event.objects.select_for_update().filter(pk=event_id).first()
    if event is not None:
        Event.objects.filter(pk=event_id).update(live=live)
        shown = [event.picture_id or 0, *pictures_of([event_id])]
        Picture.objects.filter(pk__in=shown).update(live=live)


def put_back(event_id: int) -> None:
    """Undo `take_down`."""
    take_down(event_id, live=True)
