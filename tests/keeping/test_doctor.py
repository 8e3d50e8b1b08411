"""The check-up finds what is wrong, says what to do, and never breaks on what it finds."""

import os
from datetime import timedelta

import pytest
from django.db import connection

from twofold.config.upkeep import doctor, kept, promises
from twofold.config.upkeep.findings import State
from twofold.foundation.courier.models import Delivery, Fact
from twofold.foundation.kit import clock

pytestmark = pytest.mark.django_db


def _to_mend(check) -> str:
    return " ".join(finding.what for finding in check() if finding.state is State.MEND)


def test_the_database_of_the_tests_keeps_its_promises():
    assert promises.broken() == []


@pytest.mark.parametrize(
    ("version", "sound"),
    [
        ((4, 0, 0), True),
        ((3, 53, 4), True),
        ((3, 51, 3), True),
        ((3, 51, 2), False),
        ((3, 50, 7), True),
        ((3, 50, 6), False),
        ((3, 46, 0), False),
        ((3, 44, 6), True),
        ((3, 40, 1), False),
    ],
)
def test_an_sqlite_that_loses_commits_is_found(version, sound):
    assert promises.is_sound(version) is sound


def test_every_connection_waits_for_the_disk():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            assert cursor.execute("PRAGMA synchronous").fetchone()[0] == 2
            assert cursor.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        else:
            cursor.execute("SHOW synchronous_commit")
            assert cursor.fetchone()[0] == "on"


@pytest.mark.django_db(transaction=True)
def test_a_careless_connection_is_found():
    careless, careful = "PRAGMA synchronous=NORMAL", "PRAGMA synchronous=FULL"
    if connection.vendor != "sqlite":
        careless, careful = "SET synchronous_commit = off", "RESET synchronous_commit"
    with connection.cursor() as cursor:
        cursor.execute(careless)
        found = promises.broken()
        cursor.execute(careful)
    assert [each for each in found if "synchronous" in each.wrong]


def _delivery(**fields) -> Delivery:
    fact = Fact.objects.create(name="PostPublished", payload={}, happened_at=clock.now())
    return Delivery.objects.create(fact=fact, reaction="reach.feed", **{"due_at": clock.now()} | fields)


def test_a_courier_that_lags_is_found():
    assert not _to_mend(doctor.deliveries)
    _delivery(due_at=clock.now() - timedelta(minutes=10))
    assert "1 deliveries are due" in _to_mend(doctor.deliveries)


def test_what_was_given_up_is_told():
    _delivery(state=Delivery.State.FAILED, error="TimeoutError: no answer")
    assert any("given up" in finding.what for finding in doctor.deliveries())


def test_a_clock_that_was_set_back_is_found():
    assert not _to_mend(doctor.time_of_day)
    Fact.objects.create(name="PostPublished", payload={}, happened_at=clock.now() + timedelta(hours=1))
    assert "future" in _to_mend(doctor.time_of_day)


def test_an_address_without_encryption_is_found(settings):
    assert not _to_mend(doctor.address)
    settings.BASE_HOST, settings.BASE_URL = "twofold.example.org", "http://twofold.example.org"
    assert "unencrypted" in _to_mend(doctor.address)
    settings.SECURE, settings.DEMO = True, True
    assert "TWOFOLD_DEMO" in _to_mend(doctor.address)


def test_a_short_secret_and_an_open_one_are_found(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    (tmp_path / "secret_key").write_text("x" * 60)
    (tmp_path / "secret_key").chmod(0o644)
    assert "Others" in _to_mend(doctor.secret)
    settings.SECRET_KEY = "short"
    assert "short" in _to_mend(doctor.secret)


def test_a_data_folder_open_to_all_is_found(tmp_path):
    tmp_path.chmod(0o755)
    (tmp_path / "media").mkdir()
    (tmp_path / "media").chmod(0o755)
    assert [each.what for each in kept.folder_findings(tmp_path) if each.state is State.MEND]
    (tmp_path / "media").chmod(0o700)
    assert not [each for each in kept.folder_findings(tmp_path) if each.state is State.MEND]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_folder_that_cannot_be_written_is_found(tmp_path):
    tmp_path.chmod(0o500)
    assert "cannot be written" in _to_mend(lambda: kept.folder_findings(tmp_path))


def test_mail_that_does_not_go_out_is_found(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert "does not take our mail" in _to_mend(doctor.mail)


def test_a_check_that_breaks_hides_no_other(monkeypatch):
    def broken():
        """The moon is up."""
        raise RuntimeError("no moon")

    monkeypatch.setattr(doctor, "CHECKS", (broken, doctor.secret))
    first, second = list(doctor.examine())
    assert first.what == "The moon is up: RuntimeError: no moon"
    assert second.state is State.WELL
