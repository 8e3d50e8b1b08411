"""What the hub reads: new signals, and how things stand for a page that is open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Max

from twofold.foundation.kit import clock
from twofold.network.messaging.queries import company as company_of
from twofold.network.messaging.queries import people_in
from twofold.network.messaging.queries import unread_count as talks_count
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed.queries import arrived_since
from twofold.reach.notifications.queries import unread_count
from twofold.surfaces.live.models import Here, Signal, Writing

AT_ONCE = 1_000
# A transaction that took its number earlier may become visible later: gaps are watched for this long.
PATIENCE = timedelta(seconds=3)


@dataclass
class Place:
    """How far the signals have been read: up to `floor` all of them, beyond it those in `seen`."""

    floor: int = 0
    seen: set[int] = field(default_factory=set)


def newest() -> Place:
    """The place to begin at: only what comes from now on."""
    return Place(Signal.objects.aggregate(last=Max("id"))["last"] or 0)


def signals_after(place: Place) -> list[Signal]:
    """New signals, in order; `place` moves on."""
    rows = list(Signal.objects.filter(id__gt=place.floor).order_by("id")[:AT_ONCE])
    fresh = [row for row in rows if row.pk not in place.seen]
    settled = clock.now() - PATIENCE
    for row in rows:
        if row.pk == place.floor + 1 or row.at < settled:
            place.floor = row.pk
            place.seen.discard(row.pk)
        else:
            place.seen.add(row.pk)
    return fresh


@dataclass(frozen=True)
class Standing:
    """How things stand for an open page: what waits to be read, and the posts that came after it was drawn."""

    unread: int
    talks: int
    arrived: set[int]


def standing(viewer: Viewer, since: int | None) -> Standing:
    """`since` is the position of the newest post on the page; None for a page that shows no feed."""
    return Standing(
        unread_count(viewer),
        talks_count(viewer),
        arrived_since(viewer, since) if since is not None else set(),
    )


def waiting(viewers: Sequence[Viewer]) -> list[tuple[int, int]]:
    """Of each how many notifications and how many conversations wait to be read."""
    return [(unread_count(each), talks_count(each)) for each in viewers]


def waiting_talks(viewers: Sequence[Viewer]) -> list[int]:
    """The same, of conversations alone."""
    return [talks_count(each) for each in viewers]


def people_of(talk_ids: Iterable[int]) -> set[int]:
    """Those who are in any of these conversations."""
    return {each for talk_id in talk_ids for each in people_in(talk_id)}


@dataclass(frozen=True)
class Company:
    """In one conversation, as far as the viewer may notice: who is writing now, and who is here."""

    writing: list[Persona]
    here: list[Persona]


def company(viewer: Viewer, conversation_id: int) -> Company:
    """Absent where the conversation is."""
    may, moment = company_of(viewer, conversation_id), clock.now()
    writing = Writing.objects.filter(conversation_id=conversation_id, until__gt=moment)
    write = set(writing.values_list("persona_id", flat=True)) if may.writing else set()
    those = [each.pk for each in may.here]
    here = (
        set(Here.objects.filter(pk__in=those, until__gt=moment).values_list("pk", flat=True))
        if those
        else set()
    )
    return Company(
        [each for each in may.writing if each.pk in write], [each for each in may.here if each.pk in here]
    )
