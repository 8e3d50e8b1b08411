"""Many who write to SQLite at once: nobody waits much longer than the others, and nothing is lost."""

import threading
import time

import pytest
from django.db import connection, transaction

from twofold.foundation.courier.models import Appointment
from twofold.foundation.kit import clock

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has one pen"),
]
WRITERS, TIMES, HELD = 6, 12, 0.01


def test_who_waits_for_the_pen_is_not_passed_by_all_others():
    waits: list[float] = []

    def write(writer: int) -> None:
        for number in range(TIMES):
            begun = time.monotonic()
            with transaction.atomic():
                waits.append(time.monotonic() - begun)
                Appointment.objects.create(duty=f"{writer}-{number}", due_at=clock.now())
                time.sleep(HELD)
        connection.close()

    threads = [threading.Thread(target=write, args=[each]) for each in range(WRITERS)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert Appointment.objects.count() == WRITERS * TIMES
    assert len(waits) == WRITERS * TIMES
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchone()[0] == 20_000, "single statements still wait as long as before"
