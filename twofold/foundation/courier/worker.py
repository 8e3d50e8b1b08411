"""The courier at work: takes what is due, calls the reaction, ticks it off, tries again when it fails."""

import threading
from datetime import timedelta

import structlog
from django.db import OperationalError, close_old_connections, connection, transaction
from django.db.models import F

from twofold.foundation.courier.models import Appointment, Delivery, Fact
from twofold.foundation.courier.registry import Duty, duties, fact_type_named, reaction_named
from twofold.foundation.kit import clock

log = structlog.get_logger("courier")

BATCH = 50
LEASE = timedelta(minutes=5)
MAX_ATTEMPTS = 8
KEEP = timedelta(days=3)


class DeliveryError(Exception):
    """A delivery cannot be made: its reaction or its fact is not known to this version."""


def claim(limit: int = BATCH) -> list[Delivery]:
    """Take up to `limit` due deliveries for the length of a lease; nobody else gets them meanwhile."""
    moment = clock.now()
    with transaction.atomic():
        due = Delivery.objects.filter(state=Delivery.State.DUE, due_at__lte=moment).order_by("due_at", "id")
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True, of=("self",))
        taken = list(due.select_related("fact")[:limit])
        # The lease is the due date itself: a worker that dies simply leaves its work due again.
        Delivery.objects.filter(pk__in=[each.pk for each in taken]).update(
            due_at=moment + LEASE, attempts=F("attempts") + 1
        )
    return taken


def deliver(delivery: Delivery) -> None:
    """Call the reaction with its fact and tick the delivery off."""
    reaction, fact_type = reaction_named(delivery.reaction), fact_type_named(delivery.fact.name)
    if reaction is None or fact_type is None:
        raise DeliveryError(f"{delivery.fact.name} to {delivery.reaction} is not known here")
    fact = fact_type(**delivery.fact.payload)
    if not reaction.atomic:
        reaction.call(fact)
        _done(delivery)
        return
    with transaction.atomic():
        reaction.call(fact)
        _done(delivery)


def _done(delivery: Delivery) -> None:
    Delivery.objects.filter(pk=delivery.pk).update(state=Delivery.State.DONE, error="")


def _failed(delivery: Delivery, problem: Exception) -> None:
    attempts = delivery.attempts + 1
    state = Delivery.State.FAILED if attempts >= MAX_ATTEMPTS else Delivery.State.DUE
    Delivery.objects.filter(pk=delivery.pk).update(
        state=state,
        due_at=clock.now() + timedelta(seconds=min(3600, 2**attempts)),
        error=f"{type(problem).__name__}: {problem}"[:500],
    )
    log.warning(
        "delivery failed", reaction=delivery.reaction, attempts=attempts, error=type(problem).__name__
    )


def run_once() -> int:
    """Deliver one batch; how many deliveries were tried. A failing one never stops the others."""
    taken = claim()
    for delivery in taken:
        try:
            deliver(delivery)
        except Exception as problem:  # whatever a reaction raises must not stop the courier
            _failed(delivery, problem)
    return len(taken)


def drain() -> int:
    """Deliver all that is due now, raising the first error: for tests and for commands that load data."""
    total = 0
    while taken := claim(500):
        for delivery in taken:
            deliver(delivery)
        total += len(taken)
    return total


def do_duties() -> None:
    """Do each duty that is due, once, whichever worker comes first."""
    for duty in duties():
        if _take(duty):
            try:
                duty.call()
            except Exception as problem:  # a duty returns by itself
                log.warning("duty failed", duty=duty.name, error=type(problem).__name__)


def _take(duty: Duty) -> bool:
    moment = clock.now()
    if Appointment.objects.filter(duty=duty.name, due_at__gt=moment).exists():
        return False
    with transaction.atomic():
        Appointment.objects.get_or_create(duty=duty.name, defaults={"due_at": moment})
        return bool(
            Appointment.objects.filter(duty=duty.name, due_at__lte=moment).update(due_at=moment + duty.every)
        )


def sweep() -> int:
    """Forget facts that were delivered more than `KEEP` ago; how many rows went."""
    old = Fact.objects.filter(happened_at__lt=clock.now() - KEEP)
    return old.exclude(deliveries__state__in=[Delivery.State.DUE, Delivery.State.FAILED]).delete()[0]


def work(stop: threading.Event, *, idle: float = 0.05) -> None:
    """Deliver until `stop` is set; look again after `idle` seconds when nothing is due."""
    next_duties = 0.0
    waited = 0.0
    while not stop.is_set():
        try:
            if waited >= next_duties:
                do_duties()
                waited = 0.0
                next_duties = 5.0
            busy = run_once()
        except OperationalError as problem:  # a database that restarts or is locked: wait for it
            log.warning("database away", error=str(problem))
            close_old_connections()
            busy = 0
            stop.wait(1)
        if not busy:
            stop.wait(idle)
            waited += idle
        else:
            waited += 0.01
