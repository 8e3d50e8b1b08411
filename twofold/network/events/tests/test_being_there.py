"""Guests without an account, tickets at the door, people to meet, and what remains afterwards."""

import csv
import re
from dataclasses import replace
from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.hostile.pictures import picture
from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.events import actions
from twofold.network.events.models import Event, Guest, Meeting, Snapshot
from twofold.network.events.plans import Plan
from twofold.people.audiences.specs import MEMBERS
from twofold.people.graph.actions import block
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
NEWS = "/professional/notifications/"


def event_of(host: Persona, **more) -> tuple[Event, str]:
    begins = (clock.now() + timedelta(days=9)).replace(tzinfo=None, microsecond=0)
    kind = "conference" if host.network == "professional" else "party"
    plan = Plan(kind, "Boat supper", begins, begins + timedelta(hours=2), "UTC", place="Quay 4", **more)
    event = actions.make_event(host, plan=plan, spec=MEMBERS)
    return event, f"/{host.network}/events/{encode(event.pk)}/"


def reads(client: Client, at: str) -> str:
    return client.get(at, follow=True).content.decode()


def test_a_guest_without_an_account_comes_by_a_link_and_changes_their_answer():
    ada, ben = person("ada"), person("ben")
    event, at = event_of(ada, capacity=2, plus=1)
    secret = actions.make_link(ada, event=event)
    link, stranger = f"/social/events/by/{secret}/", Client()
    assert "Boat supper" in reads(stranger, link)
    refused = stranger.post(link + "come", {"answer": "going", "plus": "1"})
    assert refused.status_code == 422
    assert "Write your name" in refused.content.decode()
    came = stranger.post(link + "come", {"name": "Old Tom", "answer": "going", "plus": "1"})
    assert came.status_code == 303
    mine = came["Location"]
    page = reads(Client(), mine)
    assert "Quay 4" in page
    assert "Old Tom" in page
    assert "LOCATION:Quay 4" in reads(Client(), mine + "event.ics")
    assert "Old Tom" in reads(client_of(ada), at + "guests/")
    actions.answer(ben, event=event, answer="going")
    assert not Guest.objects.get(persona=ben).seated
    stranger.post(mine, {"answer": "cannot"})
    assert "Quay 4" not in reads(stranger, mine) + reads(stranger, mine + "event.ics")
    assert Guest.objects.get(persona=ben).seated
    assert stranger.post(mine, {"answer": "going", "plus": "4"}).status_code == 422
    stranger.post(mine, {"answer": "none"})
    assert {stranger.get(mine + more).status_code for more in ("", "event.ics")} == {404}
    assert stranger.get(mine.replace("social", "professional")).status_code == 404
    assert stranger.get("/social/events/guest/guessed/").status_code == 404
    assert not Guest.objects.filter(persona=None).exists()


def test_a_ticket_is_read_by_hosts_alone():
    ada, ben, cleo = person("ada"), person("ben", name="Ben Okri"), person("cleo")
    event, at = event_of(ada)
    for each in (ben, cleo):
        actions.answer(each, event=event, answer="going")
    page = reads(client_of(ben), at + "ticket")
    path = re.search(r"(/social/events/\w+/door/\w+/)", page)
    assert path is not None
    assert "Ben Okri" in reads(client_of(ada), path[1])
    for who in (ben, cleo, person("dora")):
        assert client_of(who).get(path[1]).status_code == 404
        assert client_of(who).post(at + "door/", {"guest": "1"}).status_code in (403, 404)
    host, guest = client_of(ada), Guest.objects.get(persona=ben)
    assert host.get(at + "door/made-up/").status_code == 404
    host.post(at + "door/", {"guest": guest.pk})
    assert "1 of 2 are in" in reads(host, at + "door/")
    assert "You are in" in reads(client_of(ben), at + "ticket")
    host.post(at + "door/", {"guest": guest.pk, "came": "no"})
    assert "0 of 2 are in" in reads(host, at + "door/")
    actions.answer(cleo, event=event, answer="cannot")
    host.post(at + "door/", {"guest": Guest.objects.get(persona=cleo).pk})
    assert "0 of 1 are in" in reads(host, at + "door/")
    assert client_of(cleo).get(at + "ticket").status_code == 404


def test_people_find_each_other_only_where_both_agreed_and_hear_why():
    ada, ben, cleo, dora = (
        person(name, "professional", name=name.title()) for name in ("ada", "benno", "cleo", "dora")
    )
    event, at = event_of(ada)
    for each in (ben, cleo, dora):
        actions.answer(each, event=event, answer="going")
        befriend(each, ada)
    meet = at + "meet/"
    assert client_of(person("eve", "professional")).get(meet).status_code == 404
    client_of(cleo).post(meet, {"findable": "on", "talks": "Pumps, Alarms"})
    assert "Cleo" not in reads(client_of(ben), meet)
    client_of(ben).post(meet, {"findable": "on", "looks": "alarms"})
    page = reads(client_of(ben), meet)
    assert "You look for it, they talk of it: Alarms" in page
    assert "1 person you both know" in page
    assert "Dora" not in page
    slot = re.search(r'<option value="(\d+)">', page)
    assert slot is not None
    ask = f"{meet}{encode(cleo.pk)}/ask"
    assert client_of(ben).post(ask, {"slot": "9"}).status_code == 422
    assert client_of(ben).post(f"{meet}{encode(dora.pk)}/ask", {"slot": slot[1]}).status_code == 404
    client_of(ben).post(ask, {"slot": slot[1], "words": "Alarms at night"})
    assert "Alarms at night" in reads(client_of(cleo), meet)
    drain()
    assert "would like to meet you at" in reads(client_of(cleo), NEWS)
    meeting = Meeting.objects.get()
    answer = f"{at}meetings/{encode(meeting.pk)}/"
    assert client_of(dora).post(answer + "yes/").status_code == 404
    assert client_of(ben).post(answer + "yes/").status_code == 404
    client_of(cleo).post(answer + "yes/")
    drain()
    assert "said yes: you meet at" in reads(client_of(ben), NEWS)
    assert "would like to meet" not in reads(client_of(cleo), NEWS)
    assert f'value="{slot[1]}"' not in reads(client_of(ben), meet)
    month = f"/professional/events/calendar/?at={meeting.begins_at:%Y-%m-%d}"
    assert "Meeting Cleo" in reads(client_of(ben), month)
    assert "Meeting Benno" in reads(client_of(cleo), month)
    assert "Meeting" not in reads(client_of(dora), month)
    block(cleo, persona=ben)
    assert "Cleo" not in reads(client_of(ben), meet)
    assert "Meeting Cleo" not in reads(client_of(ben), month)
    actions.answer(cleo, event=event, answer="cannot")
    assert not Meeting.objects.exists()
    assert client_of(cleo).get(meet).status_code == 404


def test_a_no_to_a_meeting_is_silent():
    ada, ben, cleo = (person(name, "professional", name=name.title()) for name in ("ada", "benno", "cleo"))
    event, at = event_of(ada)
    for each in (ben, cleo):
        actions.answer(each, event=event, answer="going")
        actions.be_found(each, event=event, findable=True)
    begins = event.begins_at
    made = actions.ask_to_meet(ben, event=event, persona_id=cleo.pk, begins_at=begins)
    before = reads(client_of(ben), at + "meet/").count("Waiting")
    client_of(cleo).post(f"{at}meetings/{encode(made.pk)}/no/")
    drain()
    assert "you meet at" not in (told := reads(client_of(ben), NEWS))
    assert "called off" not in told
    assert reads(client_of(ben), at + "meet/").count("Waiting") == before == 1
    assert "Benno" not in reads(client_of(cleo), at + "meet/").split('id="people"')[0]
    assert actions.ask_to_meet(ben, event=event, persona_id=cleo.pk, begins_at=begins).pk == made.pk


def test_afterwards_hosts_write_and_those_who_were_there_share_pictures():
    ada, ben, cleo = person("ada"), person("ben"), person("cleo")
    event, at = event_of(ada)
    actions.answer(ben, event=event, answer="going")
    after, other = at + "afterwards/", client_of(cleo)
    client_of(ada).post(after, {"text": "The soup was hot"})
    assert "The soup was hot" in reads(other, after)
    assert other.post(after, {"text": "Mine"}).status_code in (403, 404)
    upload = {"pictures": SimpleUploadedFile("a.png", picture("PNG")), "alt": "A boat"}
    assert client_of(ben).post(after, upload).status_code == 303
    shot = Snapshot.objects.get()
    file = f"/media/{encode(shot.picture_id)}/small.webp"
    assert client_of(ada).get(file).status_code == client_of(ben).get(file).status_code == 200
    assert other.get(file).status_code == 404
    assert "A boat" in reads(client_of(ada), after)
    assert "A boat" not in reads(other, after)
    upload = {"pictures": SimpleUploadedFile("a.png", picture("PNG"))}
    assert other.post(after, upload).status_code == 404
    drop = f"{after}{encode(shot.picture_id)}/drop"
    assert other.post(drop).status_code == 404
    client_of(ada).post(drop)
    assert client_of(ada).get(file).status_code == 404
    assert client_of(ben).get(file).status_code == 200


def test_a_conference_of_three_days_has_slots_on_all_of_them_and_hosts_can_be_met():
    ada, ben = (person(name, "professional", name=name.title()) for name in ("ada", "benno"))
    day = (clock.now() + timedelta(days=9)).replace(tzinfo=None, hour=9, minute=30, second=0, microsecond=0)
    plan = Plan("conference", "Water days", day, day + timedelta(days=2, hours=7), "UTC")
    event = actions.make_event(ada, plan=plan, spec=MEMBERS)
    at = f"/professional/events/{encode(event.pk)}/"
    actions.answer(ben, event=event, answer="going")
    host, guest = client_of(ada), client_of(ben)
    guest.post(at + "meet/", {"findable": "on", "talks": "Pumps"})
    assert f'href="{at}meet/"' in reads(host, at)
    assert "Benno" not in reads(host, at + "meet/")
    host.post(at + "meet/", {"findable": "on", "talks": "Money", "looks": "Pumps"})
    assert "You look for it, they talk of it: Pumps" in reads(host, at + "meet/")
    page = reads(guest, at + "meet/")
    assert "Hosts it · They look for it, you talk of it: Pumps" in page
    days = re.findall(r'<optgroup label="([^"]+)">(.*?)</optgroup>', page)
    assert len(days) == 3
    # From half past nine to half past four on each of them.
    assert {times.count("<option") for _day, times in days} == {21}
    slot = re.findall(r'value="(\d+)"', days[2][1])[0]
    guest.post(f"{at}meet/{encode(ada.pk)}/ask", {"slot": slot})
    meeting = Meeting.objects.get()
    host.post(f"{at}meetings/{encode(meeting.pk)}/yes/")
    assert meeting.begins_at == event.begins_at + timedelta(days=2)
    assert "Agreed" in reads(guest, at + "meet/")
    # It is put off by a week: what was planned within it goes along.
    later = replace(plan, begins=plan.begins + timedelta(days=7), ends=plan.ends + timedelta(days=7))
    event = actions.change_event(ada, event=event, plan=later, spec=MEMBERS)
    assert Meeting.objects.get().begins_at == event.begins_at + timedelta(days=2)
    drain()
    assert "is called off" not in reads(host, NEWS)
    guest.post(at + "answer", {"answer": "cannot"})
    drain()
    assert not Meeting.objects.exists()
    assert "called off" in reads(host, NEWS), "whoever agreed to meet somebody hears that they do not come"


def test_guests_without_an_account_are_asked_too_and_who_waits_hears_where_they_stand():
    ada, ben, cleo = person("ada"), person("ben"), person("cleo")
    event, at = event_of(ada, capacity=1, questions=("What do you not eat?",))
    link = f"/social/events/by/{actions.make_link(ada, event=event)}/"
    question = event.questions.get()
    assert "What do you not eat?" in reads(Client(), link)
    said = {"name": "Old Tom", "answer": "going", f"reply-{question.pk}": "Stones"}
    mine = Client().post(link + "come", said)["Location"]
    assert 'value="Stones"' in reads(Client(), mine)
    assert "Stones" in reads(client_of(ada), at + "guests/")
    Client().post(mine, {"answer": "going", f"reply-{question.pk}": "Sand"})
    assert "Sand" in reads(client_of(ada), at + "guests/")
    actions.answer(ben, event=event, answer="going")
    actions.answer(cleo, event=event, answer="going")
    assert "1 seat, taken" in reads(client_of(ada), at)
    assert "You are the first who waits." in reads(client_of(ben), at)
    assert "1 waits before you." in reads(client_of(cleo), at)


def test_hosts_take_the_list_along_as_a_table():
    ada, ben, cleo = person("ada"), person("ben", name="=Ben()"), person("cleo")
    event, at = event_of(ada, capacity=1, questions=("What do you not eat?",))
    actions.answer(ben, event=event, answer="going", replies={event.questions.get().pk: "Stones"})
    actions.answer(cleo, event=event, answer="going")
    assert "guests.csv" in reads(client_of(ada), at + "guests/")
    assert "guests.csv" not in reads(client_of(ben), at + "guests/")
    assert [client_of(each).get(at + "guests.csv").status_code for each in (ben, None)] == [404, 404]
    taken = client_of(ada).get(at + "guests.csv")
    assert taken.headers["Content-Disposition"] == 'attachment; filename="guests.csv"'
    rows = list(csv.reader(StringIO(taken.content.decode("utf-8-sig"))))
    assert rows[0][-1] == "What do you not eat?"
    assert rows[1] == ["'=Ben()", "ben", "Going", "", "", "", "Stones"]
    assert [row[:3] for row in rows[2:]] == [["Cleo", "cleo", "Waiting"]]
    block(ben, persona=ada)
    assert "ben" not in client_of(ada).get(at + "guests.csv").content.decode()
