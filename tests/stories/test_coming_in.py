"""Joining, signing in and out, and keeping others out, through the pages."""

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.world import client_of, person
from twofold.people.accounts.actions import add_presence, sign_up
from twofold.people.accounts.models import Account, Presence
from twofold.people.personas.actions import create_persona

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough sentence"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


def _member(email: str = "anna@example.org", network: str = "social", handle: str = "anna") -> Account:
    account = sign_up(email, PASSWORD)
    add_presence(
        account, network=network, persona=create_persona(network=network, name="Anna", handle=handle)
    )
    return account


def _signed_in(email: str = "anna@example.org", *, next_: str = "") -> Client:
    client = Client()
    client.post("/account/login/", {"login": email, "password": PASSWORD, "next": next_})
    return client


def _code() -> str:
    return re.search(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", mail.outbox[-1].body, re.M)[0]


def _joined(email: str) -> Client:
    client = Client()
    assert client.post("/account/signup/", {"email": email, "password1": PASSWORD}).status_code == 302
    answer = client.post("/account/confirm-email/", {"code": _code(), "action": "verify"})
    assert answer["Location"] == "/welcome/"
    return client


def _totp(secret: str) -> str:
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def test_somebody_joins_both_networks_under_two_names():
    client = _joined("anna@example.org")
    assert "Professional" in client.get("/welcome/").content.decode()
    page = client.get("/welcome/?networks=professional&networks=social").content.decode()
    assert 'value="Anna' not in page
    wanted = {
        "networks": ["professional", "social"],
        "professional-name": "Anna Berg", "professional-handle": "Anna.Berg",
        "social-name": "Annie", "social-handle": "annie",
        "professional-time_zone": "Asia/Tokyo", "social-time_zone": "Mars/Utopia",
    }  # fmt: skip
    answer = client.post("/welcome/", wanted)
    assert (answer.status_code, answer["Location"]) == (303, "/professional/")
    assert client.post("/welcome/", wanted).status_code == 303, "a second submit of the same form"
    assert Presence.objects.count() == 2
    annie = client.get("/social/@annie/").wsgi_request.viewer.persona
    anna = client.get("/professional/@anna.berg/").wsgi_request.viewer.persona
    assert (annie.name, annie.time_zone) == ("Annie", "UTC"), "of a clock that nobody has nothing is kept"
    assert (anna.name, anna.time_zone) == ("Anna Berg", "Asia/Tokyo")


def test_the_other_network_is_added_later():
    _member()
    client = _signed_in()
    page = client.get("/welcome/").content.decode()
    assert 'value="professional"' in page
    assert 'value="social"' not in page
    client.post(
        "/welcome/",
        {"networks": "professional", "professional-name": "A. B.", "professional-handle": "a.b.c"},
    )
    assert client.get("/welcome/").status_code == 303


@pytest.mark.parametrize(
    ("name", "handle"),
    [("", "anna"), ("Anna", "ab"), ("Anna", "taken"), ("Anna", "tаken"), ("Anna", "ad\u202emin")],
)
def test_what_will_not_do_comes_back_with_the_reason_and_nothing_is_made(name, handle):
    create_persona(network="social", name="First", handle="taken")
    client = _joined("anna@example.org")
    fields = {
        "networks": ["professional", "social"],
        "professional-name": "Fine", "professional-handle": "fine.name", "social-name": name, "social-handle": handle,
    }  # fmt: skip
    answer = client.post("/welcome/", fields)
    assert answer.status_code == 422
    assert "fine.name" in answer.content.decode()
    assert not Presence.objects.exists()


def test_joining_with_a_taken_address_looks_the_same_and_only_its_owner_is_told():
    _member("anna@example.org")
    pages = []
    for email in ("anna@example.org", "nina@example.org"):
        client = Client()
        answer = client.post("/account/signup/", {"email": email, "password1": PASSWORD})
        page = client.get(answer["Location"]).content.decode().replace(email, "EMAIL")
        pages.append((answer.status_code, answer["Location"], re.sub(r'value="[\w-]{64}"', "", page)))
    assert pages[0] == pages[1]
    assert [letter.to for letter in mail.outbox] == [["anna@example.org"], ["nina@example.org"]]
    assert "already" in mail.outbox[0].subject
    assert Account.objects.filter(email="anna@example.org").count() == 1


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer():
    _member("anna@example.org")
    texts = set()
    for email in ("anna@example.org", "nobody@example.org"):
        answer = Client().post("/account/login/", {"login": email, "password": "not the password"})
        text = re.sub(r'value="[\w-]{64}"', "", answer.content.decode().replace(email, "EMAIL"))
        texts.add((answer.status_code, text))
    assert len(texts) == 1


def test_asking_for_a_new_password_never_tells_who_has_an_account():
    _member("anna@example.org")
    answers = [
        Client().post("/account/password/reset/", {"email": f"{who}@example.org"}) for who in ("anna", "no")
    ]
    assert len({(each.status_code, each["Location"]) for each in answers}) == 1
    assert {letter.to[0] for letter in mail.outbox} == {"anna@example.org", "no@example.org"}


def test_a_new_password_by_the_link_ends_the_old_sessions():
    _member()
    old = _signed_in()
    Client().post("/account/password/reset/", {"email": "anna@example.org"})
    letter = mail.outbox[-1]
    link = re.search(r"http://[^\s]+(/account/password/reset/key/\S+)", letter.body)[1]
    assert link in letter.alternatives[0].content
    client = Client()
    form = client.get(link)["Location"]
    assert (
        client.post(
            form, {"password1": "quite another sentence", "password2": "quite another sentence"}
        ).status_code
        == 302
    )
    assert old.get("/settings/").status_code == 302
    assert (
        Client().post("/account/login/", {"login": "anna@example.org", "password": PASSWORD}).status_code
        == 200
    )
    assert "changed" in mail.outbox[-1].subject


def test_signing_in_leads_back_to_where_one_was_and_never_to_another_server():
    _member()
    credentials = {"login": "anna@example.org", "password": PASSWORD}
    there = Client().post(
        "/account/login/?next=/social/@anna/edit/", {**credentials, "next": "/social/@anna/edit/"}
    )
    assert there["Location"] == "/social/@anna/edit/"
    away = Client().post("/account/login/", {**credentials, "next": "https://evil.example/"})
    assert away["Location"] == "/social/"


def test_signing_out_ends_the_session_itself():
    _member()
    client = _signed_in()
    copy = Client()
    copy.cookies["twofold"] = client.cookies["twofold"].value
    assert copy.get("/settings/").status_code == 200
    client.post("/account/logout/")
    assert copy.get("/settings/").status_code == 302


def test_sessions_are_listed_and_ended_one_by_one_or_all():
    _member()
    here, there, elsewhere = _signed_in(), _signed_in(), _signed_in()
    page = here.get("/account/sessions/").content.decode()
    marks = re.findall(r'name="mark" value="(\w+)"', page)
    assert len(marks) == 2
    assert here.cookies["twofold"].value not in page
    assert here.post("/account/sessions/end/", {"mark": marks[0]}).status_code == 303
    assert [each.get("/settings/").status_code for each in (there, elsewhere)].count(302) == 1
    here.post("/account/sessions/")
    assert {each.get("/settings/").status_code for each in (there, elsewhere)} == {302}
    assert here.get("/settings/").status_code == 200


def test_nobody_ends_the_sessions_of_others():
    _member()
    _member("bert@example.org", handle="bert")
    anna, bert = _signed_in(), _signed_in("bert@example.org")
    _signed_in("bert@example.org")
    mark = re.findall(r'name="mark" value="(\w+)"', bert.get("/account/sessions/").content.decode())[0]
    assert anna.post("/account/sessions/end/", {"mark": mark}).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_second_step_is_switched_on_asked_for_and_replaced_by_a_recovery_code():
    _member()
    client = _signed_in()
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    page = client.get("/account/2fa/totp/activate/").content.decode()
    secret = re.search(r'name="secret"[^>]* value="([A-Z2-7]+)"', page)[1]
    assert "data:image/svg+xml" in page
    assert client.post("/account/2fa/totp/activate/", {"code": _totp(secret)}).status_code == 302
    assert "switched on" in " ".join(letter.subject for letter in mail.outbox)
    codes = re.findall(r"<code>(\d+)</code>", client.get("/account/2fa/recovery-codes/").content.decode())
    assert codes
    fresh = Client()
    answer = fresh.post("/account/login/", {"login": "anna@example.org", "password": PASSWORD})
    assert answer["Location"] == "/account/2fa/authenticate/"
    assert fresh.get("/settings/").status_code == 302
    assert fresh.post("/account/2fa/authenticate/", {"code": "000000"}).status_code == 200
    assert fresh.post("/account/2fa/authenticate/", {"code": codes[0]}).status_code == 302
    assert fresh.get("/settings/").status_code == 200


def test_too_many_tries_at_one_address_are_stopped_in_words():
    _member()
    answers = [
        Client().post("/account/login/", {"login": f"p{number}@example.org", "password": "guess"})
        for number in range(27)
    ]
    assert answers[24].status_code == 200
    assert answers[26].status_code == 429
    assert "Too many tries" in answers[26].content.decode()


def test_the_demo_door_is_only_there_in_demo_mode(settings):
    nadia = sign_up("nadia@example.org", PASSWORD, demo_place=1)
    persona = create_persona(network="social", name="Nadi", handle="nadi")
    add_presence(nadia, network="social", persona=persona)
    _member()
    assert Client().post("/account/demo/", {"place": "1"}).status_code == 404
    assert "Nadi" not in Client().get("/account/login/").content.decode()
    settings.DEMO = True
    assert "Nadi" in Client().get("/account/login/").content.decode()
    client = Client()
    assert client.post("/account/demo/", {"place": "1"})["Location"] == "/social/"
    assert client.get("/social/@nadi/").wsgi_request.viewer.id == persona.pk
    assert Client().post("/account/demo/", {"place": "2"}).status_code == 404
    assert Client(enforce_csrf_checks=True).post("/account/demo/", {"place": "1"}).status_code == 403


def test_who_somebody_is_costs_two_queries():
    anna = person("anna")
    client = client_of(anna)
    client.get("/social/@anna/")
    with CaptureQueriesContext(connection) as made:
        client.get("/social/@anna/")
    asked = [each["sql"] for each in made if "django_session" in each["sql"] or "accounts_" in each["sql"]]
    assert len(asked) == 2, asked


PAGES = [
    "/account/login/", "/account/signup/", "/account/signup/passkey/", "/account/password/reset/",
    "/account/password/reset/done/", "/account/password/reset/key/abc-def/", "/account/password/reset/key/done/",
    "/account/inactive/",
]  # fmt: skip
OWN = [
    "/settings/", "/welcome/", "/account/email/", "/account/password/change/", "/account/2fa/",
    "/account/2fa/webauthn/", "/account/2fa/webauthn/add/", "/account/2fa/totp/activate/", "/account/sessions/",
    "/account/logout/", "/account/reauthenticate/", "/account/close/", "/settings/social/leave/",
]  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_every_page_of_the_entrance_is_in_our_look(address):
    answer = Client().get(address)
    assert answer.status_code == 200
    assert '<main id="main"' in answer.content.decode()


@pytest.mark.parametrize("address", OWN)
def test_every_page_of_the_settings_is_in_our_look_and_kept_nowhere(address):
    _member()
    client = _signed_in()
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    answer = client.get(address)
    assert answer.status_code == 200
    assert '<main id="main"' in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert Client().get(address).status_code == 302


def test_whoever_wants_to_act_where_they_are_not_present_is_asked_for_a_name_there():
    _member()
    page = _signed_in().get("/welcome/?next=/professional/@anna/edit/").content.decode()
    assert 'name="professional-handle"' in page
    assert 'name="social-handle"' not in page
