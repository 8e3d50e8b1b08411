"""Groups while one writes: the names that are offered after an at sign, and by whom what one wrote was read."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.messaging import actions
from twofold.network.messaging.models import Writers

pytestmark = pytest.mark.django_db


@pytest.fixture
def crew():
    names = {"ada": "Ada", "etta": "Étta Ødegård", "ben": "Benedikt van Aken", "eve": "Eve", "out": "Ettore"}
    people = {each: person(f"{each}.mar", name=name) for each, name in names.items()}
    for name in ("etta", "ben", "eve", "out"):
        befriend(people["ada"], people[name])
    talk = actions.begin_group(
        people["ada"], name="Crew", people=[people[each] for each in ("etta", "ben", "eve")]
    )
    return people, talk, f"/social/messages/{encode(talk.pk)}/"


def offered(persona, where: str, text: str) -> list[str]:
    answer = client_of(persona).get(f"{where}names", {"q": text})
    return [each["note"] for each in answer.json()["options"]]


def test_names_are_offered_by_any_word_whatever_its_accents(crew):
    people, _talk, where = crew
    assert offered(people["ada"], where, "ett") == ["@etta.mar"]
    assert offered(people["ada"], where, "AKEN") == ["@ben.mar"]
    assert offered(people["ada"], where, "øde") == ["@etta.mar"]
    assert offered(people["ada"], where, "") == ["@ben.mar", "@eve.mar", "@etta.mar"]
    assert offered(people["eve"], where, "ad") == ["@ada.mar"]
    assert offered(people["ada"], where, "ada") == [], "nobody names themselves"
    assert offered(people["ada"], where, "tta") == [], "a word begins so"
    assert client_of(people["out"]).get(f"{where}names?q=a").status_code == 404
    assert client_of(None).get(f"{where}names?q=a").status_code != 200


def test_a_new_message_offers_ties_and_nobody_else(crew):
    people, _talk, _where = crew
    person("ettinger", name="Etta Stranger")
    found = client_of(people["ada"]).get("/social/messages/new/people", {"q": "ett"}).json()["options"]
    assert [(each["value"], each["note"]) for each in found] == [
        ("@out.mar", "Ettore"),
        ("@etta.mar", "Étta Ødegård"),
    ]
    assert client_of(people["etta"]).get("/social/messages/new/people?q=e").json()["options"] == []


def test_who_read_stands_at_ones_own_line_and_in_its_menu(crew):
    people, talk, where = crew
    for name in ("ada", "etta", "eve"):
        actions.set_manner(people[name], writers=Writers.MEMBERS, receipts=True)
    first = actions.send(people["ada"], conversation=talk, text="First.")
    client_of(people["etta"]).get(where)
    second = actions.send(people["ada"], conversation=talk, text="Second.")
    client_of(people["eve"]).get(where)
    page = client_of(people["ada"]).get(where).content.decode()
    assert re.findall(r'data-read="(\d+)">([^<]+)', page) == [
        (str(second.position), "Eve"),
        (str(first.position), "Étta Ødegård"),
    ]
    menus = [
        client_of(people["ada"]).get(f"/social/messages/lines/{encode(each.pk)}/").content.decode()
        for each in (first, second)
    ]
    assert [len(re.findall("Étta Ødegård", menu)) for menu in menus] == [1, 0]
    third = actions.send(people["ada"], conversation=talk, text="Third.")
    menu = client_of(people["ada"]).get(f"/social/messages/lines/{encode(third.pk)}/").content.decode()
    assert "Nobody who shows it has read this yet" in menu


@pytest.mark.parametrize("more", [0, 20])
def test_a_group_asks_as_much_whoever_has_read(crew, more):
    people, talk, where = crew
    actions.set_manner(people["ada"], writers=Writers.MEMBERS, receipts=True)
    for number in range(more):
        each = person(f"deck{number}")
        befriend(people["ada"], each)
        actions.set_manner(each, writers=Writers.MEMBERS, receipts=True)
        actions.add(people["ada"], conversation_id=talk.pk, people=[each])
        client_of(each).get(where)
    actions.send(people["ada"], conversation=talk, text="Well?")
    browser = client_of(people["ada"])
    browser.get(where)
    with CaptureQueriesContext(connection) as seen:
        browser.get(f"{where}newer?since=0")
    assert len([each for each in seen if "messaging_manner" in each["sql"]]) == 2
