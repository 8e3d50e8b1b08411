"""Many who write to SQLite at once: nobody waits much longer than the others, and nothing is lost."""

import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from django.db import connection, connections, transaction

from tests.stories.stage import town
from twofold.foundation.courier.models import Appointment
from twofold.foundation.kit import clock
from twofold.foundation.kit.sqlite3.base import DatabaseWrapper

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


def test_a_single_statement_is_not_passed_by_those_who_begin_transactions(tmp_path: Path):
    """In a file, as on a server: what is kept in memory knows no pen that goes from hand to hand."""
    here = {**connections.settings["default"], "NAME": str(tmp_path / "pen.sqlite3")}
    waits: list[float] = []
    over = threading.Event()

    def hold() -> None:
        pen = DatabaseWrapper(here, alias="pen")
        pen.connect()
        while not over.is_set():
            pen._start_transaction_under_autocommit()
            time.sleep(HELD)
            with pen.cursor() as cursor:
                cursor.execute("UPDATE notes SET n = n + 1")
                cursor.execute("COMMIT")
        pen.close()

    own = DatabaseWrapper(here, alias="pen")
    with own.cursor() as cursor:
        cursor.execute("CREATE TABLE notes (n INT)")
        cursor.execute("INSERT INTO notes VALUES (0)")
        threads = [threading.Thread(target=hold) for _ in range(4)]
        for each in threads:
            each.start()
        for _ in range(60):
            begun = time.monotonic()
            cursor.execute("UPDATE notes SET n = n + 1")
            waits.append(time.monotonic() - begun)
        over.set()
        for each in threads:
            each.join()
    own.close()
    # Four before it in line hold it for 40 ms: the others may take as long again on a busy machine, and not once all.
    assert max(waits) < 2


def test_a_disk_without_such_locks_is_written_all_the_same(tmp_path: Path):
    here = {**connections.settings["default"], "NAME": str(tmp_path / "pen.sqlite3")}
    (tmp_path / "pen.sqlite3-line").mkdir()
    one, other = (DatabaseWrapper(here, alias="pen") for _ in range(2))
    with one.cursor() as cursor:
        cursor.execute("CREATE TABLE notes (n INT)")
        cursor.execute("BEGIN IMMEDIATE")
    freed = threading.Timer(0.1, lambda: one.connection.execute("COMMIT"))
    freed.start()
    with other.cursor() as cursor:
        cursor.execute("INSERT INTO notes VALUES (1)")
        assert cursor.execute("SELECT n FROM notes").fetchall() == [(1,)]
    freed.join()
    one.close()
    other.close()


def test_pages_open_while_somebody_else_writes_for_long(tmp_path: Path):
    with town(tmp_path) as here:
        held = subprocess.Popen(
            [sys.executable, "-c", _HOLD, str(tmp_path / "twofold.sqlite3")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert held.stdout.readline()
        try:
            for page in ("/social/", "/social/@ada/", "/social/search/?q=boat", "/social/messages/"):
                asked = Request(here.base + page, headers={"Cookie": f"twofold={here.people['ben']}"})
                with urlopen(asked, timeout=15) as answer:
                    assert (answer.status, page) == (200, page)
        finally:
            held.communicate(b"enough")


_HOLD = """
import sqlite3, sys
pen = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
pen.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""
