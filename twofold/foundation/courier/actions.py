"""Announcing facts."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from twofold.foundation.courier.models import Delivery, Fact
from twofold.foundation.courier.registry import reactions_to
from twofold.foundation.kit import clock


def announce(fact: Any, *, at: datetime | None = None) -> None:
    """Write `fact` (a frozen dataclass of plain values) and its deliveries, due `at` a time or now.

    Call it inside the transaction of the change: both are kept or neither.
    """
    name = type(fact).__name__
    reactions = reactions_to(name)
    if not reactions:
        return
    moment = clock.now()
    row = Fact.objects.create(name=name, payload=asdict(fact), happened_at=moment)
    Delivery.objects.bulk_create(
        Delivery(fact=row, reaction=reaction.name, due_at=at or moment) for reaction in reactions
    )
