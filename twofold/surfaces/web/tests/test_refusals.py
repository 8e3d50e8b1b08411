"""How the house says no, on every kind of surface."""

import gzip
from importlib import import_module

import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from tests.world import client_of, person
from twofold.foundation.kit.refusals import Absent, Refused, SignInNeeded

pytestmark = pytest.mark.django_db
# Every address of the house stays there beside those of this test.
house = import_module("twofold.config.urls")


def hidden(request: HttpRequest) -> HttpResponse:
    raise Absent


def no(request: HttpRequest) -> HttpResponse:
    raise Refused("Too long by three letters.", forbidden="forbidden" in request.GET)


def members(request: HttpRequest) -> HttpResponse:
    raise SignInNeeded


def broken(request: HttpRequest) -> HttpResponse:
    raise ZeroDivisionError


def written_by_others(request: HttpRequest) -> HttpResponse:
    raise OperationalError("database is locked")


_wishes = [path("hidden/", hidden), path("no/", no), path("members/", members), path("broken/", broken)]
_wishes.append(path("busy/", written_by_others))
urlpatterns = [path("social/", include(_wishes)), path("api/", include(_wishes)), *house.urlpatterns]
handler400, handler403, handler404, handler500 = (
    house.handler400,
    house.handler403,
    house.handler404,
    house.handler500,
)
here = override_settings(ROOT_URLCONF=__name__)


@pytest.fixture(autouse=True)
def _wishes_are_addresses():
    with here:
        yield


def test_absent_and_unknown_are_the_same_bytes() -> None:
    for client in (Client(), client_of(person("quiet.one"))):
        answers = [client.get("/social/hidden/"), client.get("/social/no-such-page/")]
        assert {answer.status_code for answer in answers} == {404}
        assert answers[0].content == answers[1].content
        assert dict(answers[0].headers) == dict(answers[1].headers)


def test_a_refusal_keeps_what_was_typed_but_no_password() -> None:
    answer = Client().post("/social/no/", {"text": "a long story", "password": "not to be shown"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Too long by three letters." in page
    assert "a long story" in page
    assert "not to be shown" not in page


def test_what_one_may_not_do_is_403() -> None:
    assert Client().post("/social/no/?forbidden").status_code == 403


def test_script_gets_the_words_alone() -> None:
    answer = Client().post("/social/no/", headers={"HX-Request": "true"})
    assert answer.status_code == 422
    assert answer["HX-Reswap"] == "none"
    assert "<html" not in answer.content.decode()


def test_programs_get_json() -> None:
    client = Client()
    assert client.get("/api/hidden/").json() == {"error": "Record not found"}
    assert client.get("/api/no/").json() == {"error": "Too long by three letters."}
    assert client.get("/api/members/").status_code == 401


def test_a_stranger_is_led_in_and_back() -> None:
    answer = Client().get("/social/members/?page=2")
    assert answer.status_code == 302
    assert answer["Location"] == "/account/login/?next=%2Fsocial%2Fmembers%2F%3Fpage%3D2"


def test_a_stranger_s_words_are_not_lost() -> None:
    answer = Client().post("/social/members/", {"text": "half a page\nof thoughts"})
    assert answer.status_code == 401
    assert "half a page\nof thoughts" in answer.content.decode()


def test_a_member_of_the_other_network_is_shown_how_to_begin() -> None:
    answer = client_of(person("worker", "professional")).get("/social/members/")
    assert answer["Location"].startswith("/welcome/?next=")


def test_an_old_form_may_be_sent_again_from_our_own_pages_only() -> None:
    client = Client(enforce_csrf_checks=True)
    ours = client.post("/social/no/", {"text": "kept words"}, headers={"Origin": "http://testserver"})
    theirs = client.post(
        "/social/no/", {"text": "planted words"}, headers={"Origin": "http://elsewhere.example"}
    )
    assert ours.status_code == theirs.status_code == 403
    assert "kept words" in ours.content.decode()
    assert "planted words" not in theirs.content.decode()


def test_our_own_fault_is_drawn_without_a_database(django_assert_num_queries) -> None:
    client = Client(raise_request_exception=False)
    with django_assert_num_queries(0):
        answer = client.get("/social/broken/")
    assert answer.status_code == 500
    assert "not your fault" in answer.content.decode()


def test_pages_of_somebody_signed_in_are_kept_nowhere() -> None:
    assert client_of(person("member.here")).get("/about")["Cache-Control"] == "no-store"
    assert "Cache-Control" not in Client().get("/about")


def test_the_sheet_is_kept_for_a_year_under_its_name() -> None:
    page = Client().get("/").content.decode()
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = Client().get(address)
    assert "immutable" in answer["Cache-Control"]
    assert b"@layer tokens" in answer.content
    assert Client().get("/look/all/older.css")["Cache-Control"] == "no-cache"
    assert Client().get("/look/cellar/older.css").status_code == 404


def test_a_page_wears_the_sheet_of_its_room_and_no_other() -> None:
    page = client_of(person("ada")).get("/social/games/").content.decode()
    assert "/look/games/" in page
    assert "/look/jobs/" not in page


def test_the_theme_is_kept_and_drawn_by_the_server() -> None:
    client = Client()
    answer = client.post("/theme", {"theme": "dark", "next": "//elsewhere.example/"})
    assert answer["Location"] == "/"
    assert 'data-theme="dark"' in client.get("/").content.decode()
    client.post("/theme", {"theme": ""})
    assert "data-theme" not in client.get("/").content.decode()


def test_pages_travel_packed_to_those_who_can_read_it() -> None:
    plain = Client().get("/")
    answer = Client().get("/", headers={"Accept-Encoding": "gzip, br"})
    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
    assert len(answer.content) < len(plain.content) / 2
    assert gzip.decompress(answer.content).startswith(b"<!doctype html>")


def test_where_others_write_too_long_what_was_typed_can_be_sent_again() -> None:
    client = client_of(person("quick.one"))
    answer = client.post(
        "/social/busy/", {"text": "Low tide at six, bring boots.", "password": "open sesame"}
    )
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "3")
    page = answer.content.decode()
    assert page.count("Low tide at six") == 2, "to be read, and to be sent again"
    assert "open sesame" not in page
    assert "Send it again" in page
    assert "Try again" in client.get("/social/busy/").content.decode()
    line = client.post("/social/busy/", headers={"HX-Request": "true"})
    assert (line.status_code, line.headers["HX-Reswap"]) == (503, "none")
    assert client.get("/api/busy/").json() == {"error": "Busy, try again"}
