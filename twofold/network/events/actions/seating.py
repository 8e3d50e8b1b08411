"""Who has a seat. Everything that gives or takes one holds the row of the event, so that a seat has one taker."""

from collections.abc import Iterable

from django.db.models import Count, F, Q, Sum

from twofold.foundation.courier.actions import announce
from twofold.network.events.facts import SeatGained
from twofold.network.events.models import Answer, Event, Guest
from twofold.people.audiences.actions import part_of
from twofold.people.audiences.models import Grant

GOING = "event_going"


def settle(event: Event, *, besides: int = 0) -> None:
    """Seat those who wait, in their order, as far as there is room; count anew. Announces SeatGained for each.

    A party too large for what is free lets the next ones pass. Call it with the event held. `besides` is a guest who
    is told by other means.
    """
    held = Event.objects.get(pk=event.pk)
    taken = _taken(event)
    gained: list[Guest] = []
    waiting = Guest.objects.filter(event=event, answer=Answer.GOING, seated=False).order_by("line", "pk")
    for guest in waiting.iterator(chunk_size=500):
        if held.capacity is not None and taken >= held.capacity:
            break
        if held.capacity is None or taken + 1 + guest.plus <= held.capacity:
            gained.append(guest)
            taken += 1 + guest.plus
    Guest.objects.filter(pk__in=[each.pk for each in gained]).update(seated=True)
    _let_in(held, [each.persona_id for each in gained if each.persona_id])
    for each in gained:
        if each.pk != besides and each.persona_id:
            announce(SeatGained(event.pk, each.persona_id))
    count(event)


def _taken(event: Event) -> int:
    seated = Guest.objects.filter(event=event, answer=Answer.GOING, seated=True)
    return seated.aggregate(taken=Sum(1 + F("plus")))["taken"] or 0


def _let_in(event: Event, persona_ids: Iterable[int]) -> None:
    """Those who have a seat see where it is."""
    ids = list(persona_ids)
    if ids:
        part = part_of(event.author, GOING, str(event.pk))
        Grant.objects.bulk_create([Grant(part=part, persona_id=each) for each in ids], ignore_conflicts=True)


def count(event: Event) -> None:
    """Count guests and seats anew."""
    guests = Guest.objects.filter(event=event)
    seated = Q(answer=Answer.GOING, seated=True)
    found = guests.aggregate(
        going=Count("pk", filter=seated),
        seats=Sum(1 + F("plus"), filter=seated),
        maybe=Count("pk", filter=Q(answer=Answer.MAYBE)),
        waiting=Count("pk", filter=Q(answer=Answer.GOING, seated=False)),
    )
    Event.objects.filter(pk=event.pk).update(**{name: value or 0 for name, value in found.items()})
