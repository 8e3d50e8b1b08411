"""The courier at work: takes what is due, calls the reaction, ticks it off, tries again when it fails.

Killed at any moment it loses nothing. A quick reaction runs in the transaction that ticks it off, so it happens exactly
once. What a dead worker had taken becomes due again when its lease ends.
"""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

import structlog
from django.db import close_old_connections, connection, transaction
from django.db.models import F, QuerySet

from twofold.foundation.courier.models import Appointment, Delivery
from twofold.foundation.courier.registry import Duty, duties, fact_type_named, reaction_named
from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared

log = structlog.get_logger("courier")

BATCH = 100
LEASE = timedelta(seconds=60)
MAX_ATTEMPTS = 12
IDLE = 0.05
SLOW_THREADS = 2
# One transaction holds the pen of SQLite for at most about this long, in seconds; then whoever else writes may.
HOLD = 0.03


class DeliveryError(Exception):
    """A delivery cannot be made: its reaction or its fact is not known to this version."""


def claim(lane: int, limit: int) -> list[Delivery]:
    """Take up to `limit` due deliveries of a lane for the length of a lease; nobody else gets them meanwhile."""
    moment = clock.now()
    # Looking takes no lock; and since it happens many times a second, it must cost next to nothing.
    if not _first_due(lane=lane, moment=moment):
        return []
    with transaction.atomic():
        due = _due(lane, moment).order_by("due_at", "id")
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True, of=("self",))
        taken = list(due.select_related("fact")[:limit])
        # The lease is the due date itself: a worker that dies simply leaves its work due again.
        lease = moment + LEASE
        Delivery.objects.filter(pk__in=[each.pk for each in taken]).update(
            due_at=lease, attempts=F("attempts") + 1
        )
    for each in taken:
        each.due_at, each.attempts = lease, each.attempts + 1
    return taken


def _due(lane: int, moment: datetime) -> QuerySet[Delivery]:
    return Delivery.objects.filter(lane=lane, state=Delivery.State.DUE, due_at__lte=moment)


@prepared
def _first_due(lane: int, moment: datetime) -> QuerySet[Delivery]:
    return _due(lane, moment).only("pk")[:1]


def call(delivery: Delivery) -> None:
    """Call the reaction with its fact."""
    reaction, fact_type = reaction_named(delivery.reaction), fact_type_named(delivery.fact.name)
    if reaction is None or fact_type is None:
        raise DeliveryError(f"{delivery.fact.name} to {delivery.reaction} is not known here")
    reaction.call(fact_type(**delivery.fact.payload))


def deliver_together(taken: Sequence[Delivery], *, strict: bool = False) -> None:
    """Make quick deliveries, as many in one transaction as `HOLD` allows, each behind a savepoint of its own.

    A failing one never stops the others, unless `strict`: then its error is raised, and nobody else waits meanwhile.
    """
    waiting = list(taken)
    while waiting:
        began = time.monotonic()
        with transaction.atomic():
            _still_ours(waiting)
            made: list[int] = []
            while waiting and (strict or not made or time.monotonic() - began < HOLD):
                delivery = waiting.pop(0)
                try:
                    with transaction.atomic():
                        call(delivery)
                    made.append(delivery.pk)
                except Exception as problem:  # whatever a reaction raises must not stop the courier
                    if strict or not connection.is_usable():
                        raise
                    _failed(delivery, problem)
            Delivery.objects.filter(pk__in=made).delete()
        if waiting and not strict and not connection.features.has_select_for_update_skip_locked:
            time.sleep(HOLD / 4)


def _still_ours(waiting: list[Delivery]) -> None:
    """Drop what another worker took because our lease had ended."""
    rows = Delivery.objects.filter(pk__in=[each.pk for each in waiting], state=Delivery.State.DUE)
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update()
    ours = dict(rows.values_list("pk", "due_at"))
    waiting[:] = [each for each in waiting if ours.get(each.pk) == each.due_at]


def deliver_alone(delivery: Delivery, *, strict: bool = False) -> None:
    """Make a slow delivery outside any transaction, its lease renewed as long as it lasts."""
    try:
        with _renewed(delivery):
            call(delivery)
    except Exception as problem:
        if strict:
            raise
        _failed(delivery, problem)
    else:
        Delivery.objects.filter(pk=delivery.pk).delete()


@contextmanager
def _renewed(delivery: Delivery) -> Iterator[None]:
    """Keep the lease of a delivery young, from a thread beside it, for as long as it lasts."""
    over = threading.Event()

    def renew() -> None:
        while not over.wait(LEASE.total_seconds() / 3):
            Delivery.objects.filter(pk=delivery.pk).update(due_at=clock.now() + LEASE)
        connection.close()

    threading.Thread(target=renew, daemon=True).start()
    try:
        yield
    finally:
        over.set()


def _failed(delivery: Delivery, problem: Exception) -> None:
    given_up = delivery.attempts >= MAX_ATTEMPTS
    Delivery.objects.filter(pk=delivery.pk).update(
        state=Delivery.State.FAILED if given_up else Delivery.State.DUE,
        due_at=_next_try(delivery.attempts),
        error=f"{type(problem).__name__}: {problem}"[:500],
    )
    kind = type(problem).__name__
    log.warning("delivery failed", reaction=delivery.reaction, attempts=delivery.attempts, error=kind)


def _next_try(attempts: int) -> datetime:
    return clock.now() + timedelta(seconds=min(3600, 2**attempts))


def run_quick() -> int:
    """Make one batch of quick deliveries; how many were tried."""
    taken = claim(Delivery.Lane.QUICK, BATCH)
    deliver_together(taken)
    return len(taken)


def run_slow() -> int:
    """Make one slow delivery; how many were tried."""
    taken = claim(Delivery.Lane.SLOW, 1)
    for delivery in taken:
        deliver_alone(delivery)
    return len(taken)


def drain() -> int:
    """Deliver all that is due now, raising the first error: for tests and for commands that load data."""
    total = 0
    while True:
        quick, slow = claim(Delivery.Lane.QUICK, 500), claim(Delivery.Lane.SLOW, 500)
        if not quick and not slow:
            return total
        deliver_together(quick, strict=True)
        for delivery in slow:
            deliver_alone(delivery, strict=True)
        total += len(quick) + len(slow)


def do_duties() -> int:
    """Do each duty that is due, once, whichever worker comes first; none of them counts as work to hurry for."""
    for duty in duties():
        if _take(duty):
            try:
                duty.call()
            except Exception as problem:  # a duty returns by itself
                log.warning("duty failed", duty=duty.name, error=type(problem).__name__)
    return 0


def _take(duty: Duty) -> bool:
    moment = clock.now()
    if Appointment.objects.filter(duty=duty.name, due_at__gt=moment).exists():
        return False
    with transaction.atomic():
        Appointment.objects.get_or_create(duty=duty.name, defaults={"due_at": moment})
        return bool(
            Appointment.objects.filter(duty=duty.name, due_at__lte=moment).update(due_at=moment + duty.every)
        )


def work(stop: threading.Event, *, idle: float = IDLE) -> None:
    """Deliver until `stop` is set. What is due is found within `idle` seconds; slow things have threads apart."""
    beside = [threading.Thread(target=_lane, args=(run_slow, stop, idle * 4)) for _ in range(SLOW_THREADS)]
    beside.append(threading.Thread(target=_lane, args=(do_duties, stop, 5.0)))
    for thread in beside:
        thread.start()
    _lane(run_quick, stop, idle)
    for thread in beside:
        thread.join(timeout=10)


def _lane(step: Callable[[], int], stop: threading.Event, idle: float) -> None:
    while not stop.is_set():
        try:
            busy = step()
        except Exception as problem:  # a database that restarts, is locked or full: wait for it
            log.warning("courier waits", error=f"{type(problem).__name__}: {problem}"[:200])
            close_old_connections()
            busy = 0
            stop.wait(1)
        if not busy:
            stop.wait(idle)
    connection.close()
