import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.world import client_of, person
from twofold.foundation.kit.ids import encode
from twofold.network.events import actions
from twofold.network.events.models import Session
from twofold.network.events.recurring import wall
from twofold.network.events.schedules import read_schedule
from twofold.network.events.tests.test_events import event_of
from twofold.network.events.tests.test_pages import asked_for
from twofold.people.audiences.specs import EVERYONE

pytestmark = pytest.mark.django_db


def test_an_agenda_is_put_together_read_by_track_and_changed():
    ada, boris = person("ada", "professional", name="Ada L"), person("boris", "professional")
    event = event_of(ada, EVERYONE, kind="conference")
    client, home = client_of(ada), f"/professional/events/{encode(event.pk)}/"
    assert "No agenda yet" in client.get(home + "agenda/").content.decode()
    begins = f"{wall(event.begins_at, event.zone):%Y-%m-%dT%H:%M}"
    ends = f"{wall(event.ends_at, event.zone):%Y-%m-%dT%H:%M}"
    fields = {"title": "Pumps", "words": "Of pumps", "begins": begins, "ends": ends, "track": "Machines"}
    fields |= {"room": "Hall", "speakers": "@ada, Somebody Else, @boris", "link": ""}
    wrong = client.post(home + "agenda/new", {**fields, "ends": begins})
    assert wrong.status_code == 422
    assert "Of pumps" in wrong.content.decode()
    outside = client.post(home + "agenda/new", {**fields, "begins": "2020-01-01T10:00"})
    assert "lies outside of the event" in outside.content.decode()
    assert client.post(home + "agenda/new", fields).status_code == 303
    page = client_of(None).get(home + "agenda/").content.decode()
    for words in ("Pumps", "Machines", "Hall", "Somebody Else", ">Ada L<", "@boris"):
        assert words in page
    assert "/@boris/" not in page, "only those who host are named with their profile"
    assert "Pumps" in client.get(home + "agenda/?track=Machines").content.decode()
    front, cost = client_of(None).get(home).content.decode(), asked_for(client, home)
    assert all(words in front for words in ("Pumps", "Somebody Else", ">Ada L<"))
    assert "/@boris/" not in front
    session = Session.objects.get()
    before = asked_for(client, home + "agenda/")
    for number in range(4):
        client.post(home + "agenda/new", {**fields, "title": f"Talk {number}", "speakers": "@ada"})
    assert asked_for(client, home + "agenda/") == before
    assert asked_for(client, home) == cost
    assert "All 5 sessions" in client.get(home).content.decode()
    edit = home + f"agenda/{encode(session.pk)}/"
    assert "@ada, Somebody Else" in client.get(edit).content.decode()
    assert client_of(boris).get(edit).status_code == 403
    client.post(edit + "drop")
    assert not Session.objects.filter(pk=session.pk).exists()
    assert client.get(edit).status_code == 404


def test_a_schedule_of_another_program_is_taken_over():
    talk = {
        "title": "Old dikes",
        "subtitle": "New dogs",
        "date": "2027-02-05T10:00:00+01:00",
        "duration": "00:30",
    }
    talk |= {
        "persons": [{"public_name": "T. Nkosi"}],
        "abstract": "<b>Grass</b> &amp; more",
        "track": "People",
    }
    rooms = {"Hall": [talk, {"title": "Broken"}]}
    data = json.dumps({"schedule": {"conference": {"days": [{"rooms": rooms}]}}}).encode()
    read = read_schedule(data, "Europe/London")
    (found,) = read.talks
    assert read.unread == 1
    assert (found.title, found.words, f"{found.begins:%H:%M}") == (
        "Old dikes: New dogs",
        "Grass & more",
        "09:00",
    )
    bomb = b'<!DOCTYPE a [<!ENTITY b "boom">]><schedule><day><room><event>&b;</event></room></day></schedule>'
    for nonsense in (b"", b"[]", b"{}", b'{"schedule": 1}', b"[" * 5000, b"<schedule><day>", bomb):
        assert read_schedule(nonsense, "UTC").talks == []
    ada = person("ada", "professional")
    event = event_of(ada, EVERYONE, kind="conference")
    home = f"/professional/events/{encode(event.pk)}/agenda/"
    client = client_of(ada)
    assert client.post(home + "schedule", {}).status_code == 422
    client.post(home + "schedule", {"file": SimpleUploadedFile("schedule.json", data)})
    page = client.get(home).content.decode()
    assert "Old dikes: New dogs" in page
    assert "1 session is in the agenda. 1 could not be read." in page
    again = client.post(home + "schedule", {"file": SimpleUploadedFile("schedule.json", data)})
    assert (again.status_code, "becomes of the sessions" in again.content.decode()) == (422, True)
    before = event.sessions.count()
    stays = {"file": SimpleUploadedFile("schedule.json", data), "there": "stays"}
    assert client.post(home + "schedule", stays).status_code == 303
    assert event.sessions.count() == 2 * before
    assert actions.take_schedule(ada, event=event, talks=[found], there="goes") == event.sessions.count() == 1
    assert Session.objects.count() == 1


def test_schedules_in_xml_say_the_same():
    schedule = b"""<?xml version="1.0"?><schedule><day date="2027-02-05"><room name="Hall"><event id="1">
        <date>2027-02-05T10:00:00+01:00</date><duration>00:30</duration><title>Old dikes</title><track>People</track>
        <abstract>Grass &amp;amp; more</abstract><url>https://conf.example/1</url>
        <persons><person id="2">T. Nkosi</person></persons></event></room></day></schedule>"""
    xcal = b"""<iCalendar xmlns:pentabarf="http://pentabarf.org"><vcalendar><vevent><dtstart>20270205T090000</dtstart>
        <dtend>20270205T093000</dtend><summary>Old dikes</summary><description>Grass &amp;amp; more</description>
        <category>People</category><url>https://conf.example/1</url><location>Hall</location>
        <attendee>T. Nkosi</attendee></vevent><vevent><summary>Never</summary></vevent></vcalendar></iCalendar>"""
    (one,), other = read_schedule(schedule, "Europe/London").talks, read_schedule(xcal, "Europe/London")
    assert (one, other.unread) == (other.talks[0], 1)
    assert (f"{one.begins:%H:%M}", f"{one.ends:%H:%M}", one.words) == ("09:00", "09:30", "Grass & more")
    assert (one.room, one.track, one.link, one.speakers) == (
        "Hall", "People", "https://conf.example/1", ("T. Nkosi",),
    )  # fmt: skip
