"""Once an event is over: what the hosts write, and pictures of those who were there."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block
from twofold.network.events import policies, queries
from twofold.network.events.actions.making import held
from twofold.network.events.models import MAX_AFTERWARDS, Afterwards, Event, Snapshot, Whereabouts
from twofold.network.media.actions import place_in, release
from twofold.network.media.models import Picture
from twofold.people.personas.models import Persona

MOST_PICTURES = 500


@transaction.atomic
def write_afterwards(actor: Persona, *, event: Event, text: str) -> None:
    """Say how it was, to whoever sees the event."""
    event = held(actor, event)
    policies.check_host(actor, event)
    kept = clean_block(text)
    if len(kept) > MAX_AFTERWARDS:
        raise Refused(_("At most %(limit)d characters fit here.") % {"limit": MAX_AFTERWARDS}, field="text")
    words = {"text": kept, "changed_at": clock.now(), "audience_id": event.audience_id}
    Afterwards.objects.update_or_create(event=event, defaults={**words, "author_id": event.author_id})


@transaction.atomic
def add_pictures(actor: Persona, *, event: Event, pictures: Sequence[Picture]) -> None:
    """Add pictures to the album of an event: they are for its hosts and for those who have a seat."""
    event = held(actor, event)
    if not policies.is_host(actor.pk, event) and queries.attending(actor.pk, event) is None:
        raise Absent
    if event.snapshots.count() + len(pictures) > MOST_PICTURES:
        raise Refused(_("The album has room for %(most)d pictures.") % {"most": MOST_PICTURES})
    place = Whereabouts.objects.get(event=event)
    place_in(actor, pictures=pictures, audience_id=place.audience_id, place="event")
    moment = clock.now()
    Snapshot.objects.bulk_create([Snapshot(event=event, picture=each, at=moment) for each in pictures])


@transaction.atomic
def drop_picture(actor: Persona, *, event: Event, picture_id: int) -> None:
    """Take one's own picture out of the album, or as a host any: it is its author's alone again."""
    event = held(actor, event)
    shot = Snapshot.objects.filter(event=event, picture=picture_id).select_related("picture").first()
    if shot is None or (shot.picture.author_id != actor.pk and not policies.is_host(actor.pk, event)):
        raise Absent
    shot.delete()
    release([picture_id])
