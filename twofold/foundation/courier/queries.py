"""How the courier is doing: for `twofold doctor`, health and metrics."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min

from twofold.foundation.courier.models import Delivery
from twofold.foundation.kit import clock


@dataclass(frozen=True)
class DeadLetter:
    """A delivery that was given up: what happened, who should have heard, and the last error. No content."""

    fact: str
    reaction: str
    happened_at: datetime
    error: str


def lag() -> timedelta:
    """How long the oldest delivery that is due has been waiting for a worker; zero when none is."""
    due = Delivery.objects.filter(state=Delivery.State.DUE)
    first = due.aggregate(first=Min("due_at"))["first"]
    return max(timedelta(0), clock.now() - first) if first else timedelta(0)


def waiting() -> int:
    """How many deliveries are due now."""
    return Delivery.objects.filter(state=Delivery.State.DUE, due_at__lte=clock.now()).count()


def failed(limit: int = 50) -> Sequence[DeadLetter]:
    """The latest dead letters, newest first."""
    rows = Delivery.objects.filter(state=Delivery.State.FAILED).select_related("fact").order_by("-id")
    return [DeadLetter(row.fact.name, row.reaction, row.fact.happened_at, row.error) for row in rows[:limit]]
