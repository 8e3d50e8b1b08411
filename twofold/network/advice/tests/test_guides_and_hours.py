"""Guides and office hours, through their pages."""

from datetime import timedelta

import pytest

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.advice import actions
from twofold.network.advice.models import Guide, Hour
from twofold.network.advice.tests.town import WORK, offered, post, read, told
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
GUIDE = {
    "field": "own", "title": "The first year, month by month", "summary": "Short.", "reach": "everyone",
    "text": "Begin.\n\n## January\n\n- Register\n- Insure\n\nSee https://example.org <b>now</b>",
}  # fmt: skip
WISH = "I would like to lead, and do not know how."


@pytest.fixture
def ada() -> Persona:
    return person("ada", WORK, name="Ada Lind")


@pytest.fixture
def ben() -> Persona:
    return person("ben", WORK, name="Ben Okri")


def written(who: Persona) -> tuple[Guide, str]:
    assert post(who, "guides/new/", **GUIDE).status_code == 303
    guide = Guide.objects.get()
    return guide, f"guides/{encode(guide.pk)}/"


def test_a_guide_is_a_draft_until_it_is_published(ada, ben):
    guide, at = written(ada)
    assert read(ben, at) == ""
    assert "Draft" in read(ada, at)
    assert post(ben, at + "do/publish/").status_code == 404
    assert post(ada, at + "do/publish/").status_code == 303
    for reader in (ben, None):
        page = read(reader, at)
        assert "<h2>January</h2>" in page
        assert "<li>Register</li><li>Insure</li>" in page
        assert "&lt;b&gt;now" in page
        assert 'href="https://example.org"' in page
        assert guide.title in read(reader, "guides/")
        assert guide.title in read(reader, "guides/?field=own")
    assert guide.title not in read(ben, "guides/?field=care")
    post(ada, at + "do/hide/")
    assert read(ben, at) == ""


def test_a_guide_is_changed_and_let_go_with_a_question_before(ada, ben):
    _guide, at = written(ada)
    post(ada, at + "do/publish/")
    assert post(ada, at + "edit/", **{**GUIDE, "text": "Other words."}).status_code == 303
    assert "Other words." in read(ben, at)
    answer = post(ada, at + "edit/", **{**GUIDE, "title": "x", "text": "Kept as typed"})
    assert answer.status_code == 422
    assert "Kept as typed" in answer.content.decode()
    assert post(ben, at + "edit/", **GUIDE).status_code == 404
    assert read(ben, at + "sure/") == ""
    assert "for good?" in read(ada, at + "sure/")
    assert post(ada, at + "do/drop/").status_code == 303
    assert not Guide.objects.exists()


def test_an_hour_is_taken_kept_between_two_and_given_back(ada, ben):
    hour, at = offered(ada)
    assert "Ropes and cranes" in read(ben, "hours/")
    assert "Room 4" not in read(ben, "hours/")
    assert post(ben, at, wish="x").status_code == 422
    assert post(ada, at, wish=WISH).status_code == 422, "nobody takes their own"
    assert post(ben, at, wish=WISH).status_code == 303
    assert "Ben Okri took one of your office hours" in told(ada)
    assert WISH in read(ada, at)
    assert "Room 4" in read(ben, at)
    cleo = person("cleo", WORK)
    assert read(cleo, at) == ""
    assert "Ropes and cranes" not in read(cleo, "hours/")
    assert post(cleo, at, wish=WISH).status_code == 404
    file = client_of(ben).get(f"/{WORK}/advice/{at}hour.ics")
    assert b"BEGIN:VEVENT" in file.content
    assert file["Cache-Control"] == "no-store"
    assert client_of(cleo).get(f"/{WORK}/advice/{at}hour.ics").status_code == 404
    assert post(cleo, at + "do/back/").status_code == 404
    assert post(ben, at + "do/back/").status_code == 303
    assert "Ben Okri gave an office hour of yours back" in told(ada)
    hour.refresh_from_db()
    assert hour.guest is None
    assert hour.wish == ""
    assert post(cleo, at, wish=WISH).status_code == 303


def test_whoever_took_one_is_told_when_it_is_off_and_reminded_before(ada, ben):
    hour, at = offered(ada)
    post(ben, at, wish=WISH)
    Hour.objects.filter(pk=hour.pk).update(begins=clock.now() + timedelta(minutes=30))
    assert actions.remind_of_hours() == 1
    assert actions.remind_of_hours() == 0
    assert "You talk with Ada Lind within the hour" in told(ben)
    assert "You talk with Ben Okri within the hour" in told(ada)
    assert post(ben, at + "do/off/").status_code == 404
    assert post(ada, at + "do/off/").status_code == 303
    page = told(ben)
    assert "Ada Lind called off the hour" in page
    assert "within the hour" not in page


def test_times_that_cannot_be_are_refused_and_come_back(ada):
    offered(ada)
    soon = (clock.now() + timedelta(days=2, minutes=10)).strftime("%Y-%m-%dT%H:%M")
    past = (clock.now() - timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    words = {
        "field": "leading",
        "about": "Ropes and cranes",
        "minutes": "30",
        "place": "Room 4",
        "reach": "members",
    }
    for begins, why in (
        (soon, "overlaps with an hour"),
        (past, "is over"),
        ("", "at least one"),
        ("x", "a day and"),
    ):
        answer = post(ada, "hours/new/", **words, begins0=begins)
        assert answer.status_code == 422, begins
        assert why in answer.content.decode()
    assert post(ada, "hours/new/", **{**words, "minutes": "7"}, begins0=soon).status_code == 422
    assert Hour.objects.count() == 1


def test_one_guest_takes_three_at_most(ada, ben):
    places = [offered(ada, days=days)[1] for days in (2, 3, 4, 5)]
    assert [post(ben, at, wish=WISH).status_code for at in places] == [303, 303, 303, 422]


def test_a_block_and_a_farewell_free_the_hour(ada, ben):
    hour, at = offered(ada)
    post(ben, at, wish=WISH)
    block(ada, persona=ben)
    drain()
    hour.refresh_from_db()
    assert hour.guest is None
    cleo = person("cleo", WORK)
    post(cleo, at, wish=WISH)
    erase_persona(cleo)
    drain()
    hour.refresh_from_db()
    assert (hour.guest_id, hour.wish) == (None, "")
    erase_persona(ada)
    drain()
    assert not Hour.objects.exists()
