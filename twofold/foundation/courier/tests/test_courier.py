import threading
import time
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import connection, transaction

from twofold.foundation.courier import actions, queries, registry, worker
from twofold.foundation.courier.models import Appointment, Delivery, Fact
from twofold.foundation.kit import clock

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class BellRung:
    times: int


@pytest.fixture
def listen(monkeypatch):
    """A registry of this test's own: `listen(call, atomic=…)` makes a reaction to BellRung."""
    for name in ("_fact_types", "_by_name", "_duties"):
        monkeypatch.setattr(registry, name, {})
    monkeypatch.setattr(registry, "_reactions", registry.defaultdict(list))

    def register(call, *, atomic=True):
        return registry.on(BellRung, atomic=atomic)(call)

    return register


def make_due() -> None:
    Delivery.objects.update(due_at=clock.now() - timedelta(seconds=1))


def test_a_fact_is_kept_or_not_with_its_change(listen):
    listen(lambda fact: None)

    @transaction.atomic
    def ring_and_break():
        actions.announce(BellRung(1))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ring_and_break()
    assert not Fact.objects.exists()


def test_a_fact_that_nobody_listens_to_leaves_nothing(listen):
    actions.announce(BellRung(1))
    assert not Fact.objects.exists()


def test_who_listens_at_once_is_called_in_the_change_and_leaves_nothing_to_deliver(listen, monkeypatch):
    monkeypatch.setattr(registry, "_at_once", registry.defaultdict(list))
    heard = []
    registry.at_once(BellRung)(lambda fact: heard.append((fact.times, connection.in_atomic_block)))
    with transaction.atomic():
        actions.announce(BellRung(3))
        assert heard == [(3, True)]
    assert not Fact.objects.exists()


def test_each_reaction_hears_it_once_and_the_delivery_is_gone(listen):
    heard = []

    def first(fact):
        heard.append(("first", fact.times))

    def second(fact):
        heard.append(("second", fact.times))

    listen(first)
    listen(second, atomic=False)
    actions.announce(BellRung(3))
    assert worker.drain() == 2
    assert sorted(heard) == [("first", 3), ("second", 3)]
    assert not Delivery.objects.exists()


def test_a_failing_reaction_stops_no_other_and_leaves_nothing_half_done(listen):
    heard = []

    def picky(fact):
        Appointment.objects.create(duty=f"bell {fact.times}", due_at=clock.now())
        if fact.times == 2:
            raise ValueError("two is too many")
        heard.append(fact.times)

    listen(picky)
    for times in (1, 2, 3):
        actions.announce(BellRung(times))
    assert worker.run_quick() == 3
    assert heard == [1, 3]
    assert set(Appointment.objects.values_list("duty", flat=True)) == {"bell 1", "bell 3"}
    left = Delivery.objects.get()
    assert (left.state, left.attempts, left.error) == (Delivery.State.DUE, 1, "ValueError: two is too many")
    assert left.due_at > clock.now()


def test_what_keeps_failing_becomes_a_dead_letter_that_can_be_tried_again(listen):
    def never(fact):
        raise ValueError("no")

    listen(never)
    actions.announce(BellRung(1))
    for _ in range(worker.MAX_ATTEMPTS):
        make_due()
        worker.run_quick()
    make_due()
    assert worker.run_quick() == 0
    [letter] = queries.failed()
    assert (letter.fact, letter.error) == ("BellRung", "ValueError: no")
    assert queries.lag() == timedelta(0)
    assert actions.try_again() == 1
    assert worker.run_quick() == 1


def test_a_statement_that_the_database_refuses_is_a_failure_like_any_other(listen):
    def wrong(fact):
        with connection.cursor() as cursor:
            cursor.execute("SELECT nothing FROM nowhere")

    listen(wrong)
    actions.announce(BellRung(1))
    worker.run_quick()
    assert Delivery.objects.get().attempts == 1


def test_a_reaction_unknown_to_this_version_waits(listen):
    listen(lambda fact: None)
    actions.announce(BellRung(1))
    Delivery.objects.update(reaction="gone.away")
    worker.run_quick()
    assert "is not known here" in Delivery.objects.get().error


def test_nobody_else_gets_what_is_leased_until_the_lease_ends(listen):
    heard = []
    listen(lambda fact: heard.append(fact.times))
    actions.announce(BellRung(1))
    late = worker.claim(Delivery.Lane.QUICK, 10)
    assert worker.claim(Delivery.Lane.QUICK, 10) == []
    make_due()  # the first worker seems dead
    again = worker.claim(Delivery.Lane.QUICK, 10)
    worker.deliver_together(late)  # it was only slow: what it had taken is another's now
    assert heard == []
    worker.deliver_together(again)
    assert heard == [1]


def test_a_fact_can_be_for_later(listen):
    listen(lambda fact: None)
    actions.announce(BellRung(1), at=clock.now() + timedelta(hours=1))
    assert worker.drain() == 0


def test_lag_and_waiting_tell_of_a_courier_that_rests(listen):
    listen(lambda fact: None)
    actions.announce(BellRung(1), at=clock.now() - timedelta(minutes=5))
    assert queries.lag() >= timedelta(minutes=5)
    assert queries.waiting() == 1


def test_the_sweep_forgets_what_is_old_and_delivered(listen):
    listen(lambda fact: None)
    for _ in range(3):
        actions.announce(BellRung(1))
    worker.drain()
    actions.announce(BellRung(2))
    Fact.objects.update(happened_at=clock.now() - actions.KEEP - timedelta(hours=1))
    assert actions.sweep() == 3
    assert Fact.objects.get().payload == {"times": 2}


def test_a_duty_is_done_once_in_its_time(listen):
    done = []
    registry.every(timedelta(hours=1))(lambda: done.append(1))
    worker.do_duties()
    worker.do_duties()
    assert done == [1]


@pytest.mark.django_db(transaction=True)
def test_the_courier_at_work_is_quick_and_stops_when_told(listen):
    heard = threading.Event()
    listen(lambda fact: heard.set())
    stop = threading.Event()
    thread = threading.Thread(target=worker.work, args=(stop,))
    thread.start()
    try:
        time.sleep(0.3)
        began = time.monotonic()
        actions.announce(BellRung(1))
        assert heard.wait(2)
        assert time.monotonic() - began < 1
    finally:
        stop.set()
        thread.join(10)
    assert not thread.is_alive()
