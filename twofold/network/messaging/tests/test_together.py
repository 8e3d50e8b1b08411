"""Groups while one writes: the names that are offered after an at sign, and by whom what one wrote was read."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
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


def test_days_stand_above_their_first_line_by_the_clock_of_the_reader():
    """What is today for one was yesterday for another; a page of earlier lines begins with its day."""
    with time_machine.travel(datetime(2026, 3, 10, 16, tzinfo=UTC), tick=False) as now:
        ada, ben = person("ada"), person("ben")
        ada.time_zone, ben.time_zone = "Asia/Tokyo", "America/Lima"
        ada.save(), ben.save()
        befriend(ada, ben)
        talk = actions.open_pair(ada, other=ben)
        for moment in ((2025, 12, 30, 12), (2026, 3, 9, 12), (2026, 3, 10, 4), (2026, 3, 10, 15, 30)):
            now.move_to(datetime(*moment, tzinfo=UTC))
            actions.send(ada, conversation=talk, text="One more.")
        now.move_to(datetime(2026, 3, 10, 16, tzinfo=UTC))
        where = f"/social/messages/{encode(talk.pk)}/"
        shown = {each: client_of(each).get(where).content.decode() for each in (ada, ben)}
        days = {each: re.findall(r'id="day-([\d-]+)"><h2[^>]*>([^<]+)', shown[each]) for each in shown}
        assert days[ada][-3:] == [
            ("2026-03-09", "Mon, Mar 9"),
            ("2026-03-10", "Yesterday"),
            ("2026-03-11", "Today"),
        ]
        assert days[ben] == [
            ("2025-12-30", "Tue, Dec 30, 2025"),
            ("2026-03-09", "Yesterday"),
            ("2026-03-10", "Today"),
        ]
        assert "data-hour>12:30\N{NARROW NO-BREAK SPACE}AM<" in shown[ada]
        newer = client_of(ben).get(f"{where}newer?since=0").content.decode()
        assert re.findall(r'id="day-([\d-]+)"', newer) == [day for day, _words in days[ben]]
