"""One's own calendar on a page, in a feed, and from a file; over the change of clocks."""

import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from icalendar import Calendar

from tests.world import client_of, person
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.events import actions, queries
from twofold.network.events.models import Event, Occurrence
from twofold.network.events.recurring import slot_of, wall
from twofold.network.events.taking_in import read_calendar
from twofold.network.events.tests.test_events import event_of, plan, say
from twofold.people.audiences.specs import EVERYONE
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db

FILE = """BEGIN:VCALENDAR
VERSION:2.0
X-WR-TIMEZONE:Europe/Amsterdam
BEGIN:VEVENT
UID:weekly@guild.example
DTSTART;TZID=Europe/Amsterdam:20261019T190000
DTEND;TZID=Europe/Amsterdam:20261019T210000
RRULE:FREQ=WEEKLY;COUNT=4
EXDATE;TZID=Europe/Amsterdam:20261102T190000
SUMMARY:Guild evening\\, weekly
DESCRIPTION:<p>Bring <b>tools</b></p>
LOCATION:Café Noord
END:VEVENT
BEGIN:VEVENT
UID:weekly@guild.example
RECURRENCE-ID;TZID=Europe/Amsterdam:20261109T190000
DTSTART;TZID=Europe/Amsterdam:20261110T200000
DTEND;TZID=Europe/Amsterdam:20261110T220000
SUMMARY:Guild evening (moved)
END:VEVENT
BEGIN:VEVENT
UID:gone@guild.example
DTSTART;VALUE=DATE:20261224
DTEND;VALUE=DATE:20261227
SUMMARY:Retreat
STATUS:CANCELLED
END:VEVENT
BEGIN:VEVENT
UID:strange@guild.example
DTSTART;TZID=W. Europe Standard Time:20270301T100000
RRULE:FREQ=SECONDLY
SUMMARY:Every second
END:VEVENT
BEGIN:VEVENT
UID:broken@guild.example
DTSTART:never
SUMMARY:Broken
END:VEVENT
BEGIN:VTODO
SUMMARY:Sweep
END:VTODO
END:VCALENDAR
"""


def test_a_file_is_looked_through_taken_over_and_undone():
    ada = person("ada", time_zone="Europe/Lisbon")
    client = client_of(ada)
    assert client.post("/social/events/calendar/import/", {}).status_code == 422
    large = SimpleUploadedFile("big.ics", b"x" * (5 * 1024 * 1024 + 1))
    assert "5 MB" in client.post("/social/events/calendar/import/", {"file": large}).content.decode()
    upload = SimpleUploadedFile("guild.ics", FILE.encode(), "text/calendar")
    where = client.post("/social/events/calendar/import/", {"file": upload})["Location"]
    page = client.get(where).content.decode()
    assert "Guild evening, weekly" in page
    assert "how it comes back is not understood" in page
    assert '<b dir="auto">Broken</b>: When it begins cannot be read.' in page
    assert "1 task: only events are taken over" in page
    assert client_of(person("boris")).get(where).status_code == 404
    keys = [each.key for each in read_calendar(FILE, "UTC")[0]]
    client.post(where, {"key": keys})
    event = Event.objects.get(title="Guild evening, weekly")
    times = Occurrence.objects.filter(event=event).order_by("begins_at")
    assert [(f"{each.begins_at:%m-%d %H}", each.off, each.moved) for each in times] == [
        ("10-19 17", False, False), ("10-26 18", False, False), ("11-02 18", True, False), ("11-10 19", False, True),
    ]  # fmt: skip
    assert event.description == "Bring tools"
    assert Event.objects.get(title="Retreat").cancelled_at
    assert Event.objects.get(title="Every second").zone == "Europe/Berlin"
    again = client.post(
        "/social/events/calendar/import/", {"file": SimpleUploadedFile("guild.ics", FILE.encode())}
    )["Location"]
    assert "You have it already." in client.get(again).content.decode()
    client.post(where.rstrip("/") + "/undo")
    assert not Event.objects.exists()


def test_what_is_no_calendar_is_refused():
    ada = person("ada")
    whole = "BEGIN:VCALENDAR\n{}\nEND:VCALENDAR"
    for text, words in {
        "": "no calendar file",
        "BEGIN:VEVENT\n" * 50: "no calendar file",
        '{"schedule": {"conference": {}}}': "schedule of a conference",
        whole.format(""): "no event",
        whole.format("BEGIN:VTODO\nEND:VTODO\nBEGIN:VTODO\nEND:VTODO"): "There is: 2 tasks",
    }.items():
        with pytest.raises(Refused, match=words):
            actions.begin_import(ada, data=text.encode())
    with pytest.raises(Refused, match="does not say when it begins"):
        actions.begin_import(ada, data=b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR")


def test_one_time_of_an_event_that_is_not_in_the_file_is_taken_by_itself():
    text = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:weekly@elsewhere.example
RECURRENCE-ID:20261203T180000Z
DTSTART:20261203T190000Z
SUMMARY:Choir, an hour later
END:VEVENT
END:VCALENDAR
"""
    (entry,), report = read_calendar(text, "Europe/Amsterdam")
    assert (entry.title, f"{entry.begins_at:%H:%M}") == ("Choir, an hour later", "19:00")
    assert "one time of an event" in entry.notes[0]
    assert not report.unread


def test_a_file_that_never_ends_an_event_takes_no_time():
    begun = time.process_time()
    assert read_calendar("BEGIN:VEVENT\n" * 300_000, "UTC")[0] == []
    assert time.process_time() - begun < 5


# Calendars of other programs, where they lie beside the repository.
SAMPLES = Path(__file__).parents[5] / "shared" / "samples" / "icalendar"


def test_every_event_of_a_file_is_taken_or_told_of():
    others = [path.read_bytes().decode("utf-8", errors="replace") for path in SAMPLES.rglob("*.ics")]
    assert read_calendar(FILE, "Europe/Amsterdam")[0]
    for text in (FILE, *others):
        entries, report = read_calendar(text, "Europe/Amsterdam")
        told = len(entries) + len(report.unread) + report.more_unread + report.twice
        moved = sum(len(each.moved) + len(each.off) for each in entries)
        there = len(re.findall(r"^BEGIN:VEVENT", text, re.M))
        assert told <= there <= told + moved, text[:200]


def test_a_feed_shows_ones_own_and_ends_when_it_is_taken_back():
    ada, boris = person("ada"), person("boris")
    event = event_of(ada, EVERYONE, title="Tea", rule="FREQ=WEEKLY")
    event_of(ada, EVERYONE, title="Not mine")
    client = client_of(boris)
    made = client.post("/social/events/calendar/addresses/", {"name": "Phone"}).content.decode()
    address = made.partition('id="f-address" value="')[2].partition('"')[0]
    path = "/" + address.split("/", 3)[3]
    assert path.rpartition("/")[2] not in client.get("/social/events/calendar/addresses/").content.decode()
    program = client_of(None)
    say(boris, event, "maybe")
    (read,) = Calendar.from_ical(program.get(path).content).walk("VEVENT")
    assert (str(read["SUMMARY"]), str(read["STATUS"])) == ("Tea", "TENTATIVE")
    assert "Quay 4" not in program.get(path).content.decode()
    say(boris, event)
    assert "Quay 4" in program.get(path).content.decode()
    slot = Occurrence.objects.filter(event=event).order_by("begins_at")[1].slot
    later = wall(clock.now(), "Europe/Amsterdam") + timedelta(days=15)
    actions.move_date(ada, event=event, slot=slot, begins=later.replace(microsecond=0))
    entries = Calendar.from_ical(program.get(path).content).walk("VEVENT")
    assert [slot_of(each["RECURRENCE-ID"].dt) for each in entries if "RECURRENCE-ID" in each] == [slot]
    assert program.get(path.replace("social", "professional")).status_code == 404
    actions.drop_feed(boris, feed_id=queries.feeds(Viewer.of(boris))[0].pk)
    assert program.get(path).status_code == 404
    address = actions.make_feed(boris, name="")
    erase_persona(boris)
    with pytest.raises(Absent):
        queries.feed("social", address)


def test_the_calendar_by_the_readers_clock():
    ada = person("ada", time_zone="Pacific/Auckland")
    begins = datetime(2027, 3, 5, 20)
    made = actions.make_event(
        ada, plan=plan(title="Far tea", begins=begins, ends=begins + timedelta(hours=2)), spec=EVERYONE
    )
    assert made.begins_at == datetime(2027, 3, 5, 19, tzinfo=UTC)
    client = client_of(ada)
    for view, at in (("month", "2027-03-20"), ("week", "2027-03-06"), ("agenda", "2027-03-01")):
        page = client.get(f"/social/events/calendar/?view={view}&at={at}").content.decode()
        words = ["<bdi>Far tea</bdi>", '<span class="cal-hour">8:00\u202fAM</span>']
        assert " ".join(words if view == "week" else words[::-1]) in page, view
    assert client.get("/social/events/calendar/?view=x&at=99999-1").status_code == 200
    assert "Far tea" not in client.get("/social/events/calendar/?at=2027-05-01").content.decode()


def test_one_time_is_moved_left_out_and_put_back():
    ada, boris = person("ada"), person("boris")
    event = event_of(ada, EVERYONE, rule="FREQ=WEEKLY;COUNT=3")
    client, path = client_of(ada), f"/social/events/{encode(event.pk)}/dates/"
    first = Occurrence.objects.order_by("begins_at").first()
    assert first is not None
    client.post(path, {"say": f"drop:{first.slot}"})
    assert "Does not take place" in client.get(path).content.decode()
    assert client.post(path, {"say": f"move:{first.slot}", f"to-{first.slot}": "soon"}).status_code == 422
    client.post(path, {"say": f"move:{first.slot}", f"to-{first.slot}": f"{first.begins_at:%Y-%m-%dT%H:%M}"})
    assert Occurrence.objects.get(pk=first.pk).moved
    assert "instead of" in client.get(path).content.decode()
    actions.change_event(ada, event=event, plan=plan(title="Other words", rule=event.rule), spec=EVERYONE)
    assert Occurrence.objects.get(pk=first.pk).moved, "a time that was moved stays moved"
    client.post(path, {"say": f"restore:{first.slot}"})
    assert Occurrence.objects.get(pk=first.pk).begins_at == first.begins_at
    assert client_of(boris).post(path, {"say": f"drop:{first.slot}"}).status_code == 403


def test_a_week_by_the_hours_holds_every_event_where_it_is():
    ada = person("ada", time_zone="Europe/Amsterdam")
    day = datetime(2027, 3, 3)

    def make(title: str, begins: float, hours: float, **more) -> None:
        at = day + timedelta(hours=begins)
        plans = plan(title=title, begins=at, ends=at + timedelta(hours=hours), **more)
        actions.make_event(ada, plan=plans, spec=EVERYONE)

    make("Stall", 9, 8), make("Signing", 11, 1), make("Call", 11.5, 0.25)
    make("Night", 22.5, 3), make("Fair", 0, 24, all_day=True)
    client = client_of(ada)
    page = client.get("/social/events/calendar/?view=week&at=2027-03-04").content.decode()
    places = dict(re.findall(r'<li class="wk-at ([^"]+)"><a [^>]+><bdi>(\w+)', page))
    assert {title: place for place, title in places.items()} == {
        # Hours from eight; bits of five minutes: 12 after eight, 96 long. It lies beneath both that come later.
        "Stall": "l0 n3 w3 t4 t8 d32 d64",
        "Signing": "l1 n3 w1 t4 t32 d4 d8",
        "Call": "l2 n3 w1 t2 t8 t32 d2 d4 brief",
        "Night": "l0 n1 w1 t2 t4 t8 t32 t128 d2 d16",
    }
    assert page.count("<bdi>Night") == 1
    assert '<ul class="wk-whole plain"><li class="wk-long"><a' in page
    assert "Mar 1\u2009–\u20097, 2027" in page
    form = client.get("/social/events/new?on=2027-03-03T14:30").content.decode()
    assert [each for each in ("2027-03-03", "14:30", "15:30") if f'value="{each}"' not in form] == []
    assert client.get("/social/events/new?on=someday").status_code == 200


def test_more_at_once_than_there_is_room_for_stand_above_with_their_hour():
    ada = person("ada", time_zone="Europe/Amsterdam")
    begins = datetime(2027, 3, 3, 9)
    for number in range(8):
        plans = plan(title=f"Talk{number}", begins=begins, ends=begins + timedelta(hours=1))
        actions.make_event(ada, plan=plans, spec=EVERYONE)
    page = client_of(ada).get("/social/events/calendar/?view=week&at=2027-03-03").content.decode()
    assert (page.count('<li class="wk-at'), page.count("<bdi>Talk")) == (6, 8)


def test_what_has_several_days_is_one_bar_across_them():
    """In the month and in the week; cut where the week ends, and whatever else is on these days makes room."""
    ada = person("ada", time_zone="Europe/Amsterdam")
    # A Friday morning to a Monday evening, in weeks that begin on Mondays.
    fair = plan(title="Fair", begins=datetime(2027, 3, 5, 9), ends=datetime(2027, 3, 8, 17))
    camp = plan(title="Camp", begins=datetime(2027, 3, 6), ends=datetime(2027, 3, 8), all_day=True)
    tea = plan(title="Tea", begins=datetime(2027, 3, 6, 15), ends=datetime(2027, 3, 6, 16))
    for each in (tea, camp, fair):
        actions.make_event(ada, plan=each, spec=EVERYONE)
    client = client_of(ada)
    client.cookies["django_language"] = "en-gb"
    shown = client.get("/social/events/calendar/?at=2027-03-01").content.decode().split("cal-list")[0]
    bars = re.findall(
        r'class="cal-mark([^"]*)"[^>]*>(?:<span class="cal-hour">([^<]*)</span> )?<bdi>(\w+)', shown
    )
    assert sorted((title, kind.strip()) for kind, _hour, title in bars) == [
        ("Camp", "cal-bar s2"),
        ("Fair", "cal-bar began"),
        ("Fair", "cal-bar s3 goes-on"),
        ("Tea", ""),
    ]
    page = client.get("/social/events/calendar/?view=week&at=2027-03-05").content.decode()
    drawn = re.findall(r'<li class="wk-long([^"]*)"><a [^>]*>.*?<bdi>(\w+)', page)
    assert sorted((title, kind.strip()) for kind, title in drawn) == [
        ("Camp", "s2"),
        ("Camp", "wk-goes-on"),
        ("Fair", "s3 goes-on"),
        ("Fair", "wk-goes-on"),
        ("Fair", "wk-goes-on"),
    ]
    agenda = client.get("/social/events/calendar/?view=agenda&at=2027-03-05").content.decode()
    assert "day 2 of 4" in agenda
