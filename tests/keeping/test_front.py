"""What every answer carries, and what it never gives away."""

import json
import logging

import pytest
from django.test import Client, RequestFactory, override_settings

from twofold.config.front import Front
from twofold.config.logs import configured
from twofold.config.upkeep import pulse


@pytest.mark.django_db
def test_health_is_for_everyone():
    assert Client().get("/health").content == b"well\n"


@pytest.mark.django_db
def test_metrics_are_for_this_machine_or_the_token(settings):
    assert b"twofold_courier_lag_seconds" in Client().get("/metrics").content
    assert Client().get("/metrics", REMOTE_ADDR="198.51.100.7").status_code == 404
    assert Client().get("/metrics", HTTP_X_FORWARDED_FOR="127.0.0.1").status_code == 404
    settings.METRICS_TOKEN = "a token"
    shown = {"REMOTE_ADDR": "198.51.100.7", "HTTP_AUTHORIZATION": "Bearer a token"}
    assert Client().get("/metrics", **shown).status_code == 200
    assert Client().get("/metrics", **shown | {"HTTP_AUTHORIZATION": "Bearer another"}).status_code == 404


@pytest.mark.django_db
def test_metrics_name_views_and_never_addresses():
    Client().get("/social/@nobody-of-this-name/")
    assert "nobody-of-this-name" not in Client().get("/metrics").content.decode()


@pytest.mark.django_db
def test_every_page_is_strict():
    answer = Client().get("/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]


def test_under_https_browsers_are_told_to_stay_there():
    with override_settings(SECURE=True, SECURE_HSTS_SECONDS=31_536_000):
        assert "max-age=31536000" in Client().get("/about").headers["Strict-Transport-Security"]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "sender"),
    [
        (0, "198.51.100.7", "127.0.0.1"),
        (1, "6.6.6.6, 198.51.100.7", "198.51.100.7"),
        (2, "6.6.6.6, 198.51.100.7, 10.0.0.1", "198.51.100.7"),
        (2, "198.51.100.7", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_a_sender_is_believed_only_through_our_own_proxies(settings, proxies, forwarded, sender):
    settings.PROXIES = proxies
    request = RequestFactory().get("/health", HTTP_X_FORWARDED_FOR=forwarded)
    Front(pulse.health)._sender(request) if proxies else None
    seen = Front(pulse.health)._sender(request) if proxies else request.META["REMOTE_ADDR"]
    assert seen == sender


def _written(logger: str, *words, **more) -> dict:
    """What our formatter makes of a record."""
    made = configured(plain=False)["formatters"]["lines"]
    formatter = made.pop("()")(**made)
    record = logging.getLogger(logger).makeRecord(
        logger,
        logging.ERROR,
        "file.py",
        1,
        words[0],
        words[1:],
        more.pop("exc_info", None),
        extra=more or None,
    )
    return json.loads(formatter.format(record))


def test_logs_name_neither_pages_nor_people():
    try:
        raise ValueError("Key (email)=(ada@example.org) already exists.")
    except ValueError as problem:
        given = (type(problem), problem, problem.__traceback__)
    line = _written(
        "django.request",
        "Internal Server Error: %s",
        "/social/@ada/",
        exc_info=given,
        status_code=500,
        request=None,
    )
    assert line["event"] == "answered 500"
    assert line["error"] == "ValueError"
    assert any("test_logs_name_neither" in place for place in line["places"])
    assert "ada" not in json.dumps(line)
