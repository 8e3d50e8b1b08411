"""Announcing facts, and asking once more for what could not be delivered."""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from twofold.foundation.courier.models import Delivery, Fact
from twofold.foundation.courier.registry import called_at_once, reactions_to
from twofold.foundation.kit import clock

KEEP = timedelta(days=1)
_AT_ONCE = 1_000


def announce(fact: Any, *, at: datetime | None = None) -> None:
    """Write `fact` (a frozen dataclass of plain values) and its deliveries, due `at` a time or now.

    Call it inside the transaction of the change: both are kept or neither. Whoever listens at once is called here.
    """
    name = type(fact).__name__
    for call in called_at_once(name):
        call(fact)
    reactions = reactions_to(name)
    if not reactions:
        return
    moment = clock.now()
    row = Fact.objects.create(name=name, payload=asdict(fact), happened_at=moment)
    Delivery.objects.bulk_create(
        Delivery(
            fact=row,
            reaction=reaction.name,
            lane=Delivery.Lane.QUICK if reaction.atomic else Delivery.Lane.SLOW,
            due_at=at or moment,
        )
        for reaction in reactions
    )


def try_again() -> int:
    """Make every dead letter due once more, from its first attempt; how many."""
    failed = Delivery.objects.filter(state=Delivery.State.FAILED)
    return failed.update(state=Delivery.State.DUE, attempts=0, due_at=clock.now())


def sweep() -> int:
    """Forget facts older than `KEEP` that have no delivery left to make; how many."""
    total = 0
    old = Fact.objects.filter(happened_at__lt=clock.now() - KEEP, deliveries=None)
    while found := list(old.values_list("pk", flat=True)[:_AT_ONCE]):
        total += Fact.objects.filter(pk__in=found).delete()[0]
    return total
