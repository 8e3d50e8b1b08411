import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.events.models import Event, Guest
from twofold.network.events.tests.test_events import event_of, say
from twofold.network.media.tests.test_taking_in import photo
from twofold.people.audiences.specs import EVERYONE, MEMBERS

pytestmark = pytest.mark.django_db

FIELDS = {
    "kind": "party", "title": "Soup for a cold house", "description": "Bring socks.", "begin_day": "2027-02-05",
    "begin_time": "19:00", "end_day": "2027-02-05", "end_time": "23:30", "zone": "Europe/Amsterdam", "repeat": "",
    "area": "Harbour", "place": "Sluisje 7", "link": "", "capacity": "2", "plus": "1", "shown": "readers",
    "potluck": "on", "question": ["What do you not eat?", ""], "reach": "ties", "intent": "send",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _shelves_of_its_own(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def asked_for(client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_an_event_from_the_first_form_to_the_last():
    ada, boris = person("ada"), person("boris", name="Boris B")
    befriend(ada, boris)
    mine, theirs = client_of(ada), client_of(boris)
    assert "Nothing planned yet" in mine.get("/social/events/").content.decode()
    assert "Make the event" in mine.get("/social/events/new").content.decode()
    wrong = mine.post("/social/events/new", {**FIELDS, "end_time": "18:00"})
    assert wrong.status_code == 422
    text = wrong.content.decode()
    assert "It ends before it begins." in text
    assert "Sluisje 7" in text
    assert "What do you not eat?" in text
    made = mine.post("/social/events/new", {**FIELDS, "picture": photo(), "alt": "A pot"})
    where = made["Location"]
    assert "Sluisje 7" in mine.get(where).content.decode()
    page = theirs.get(where).content.decode()
    assert "Sluisje 7" not in page
    assert 'alt="A pot"' in page
    question = Event.objects.get().questions.get()
    reply = {"answer": "going", "plus": "1", "brings": "Bread", f"reply-{question.pk}": "Stones"}
    assert theirs.post(where + "answer", {**reply, "plus": "9"}).status_code == 422
    assert theirs.post(where + "answer", reply).status_code == 303
    assert "Sluisje 7" in theirs.get(where).content.decode()
    listed = mine.get(where + "guests/").content.decode()
    for word in ("Boris B", "Bread", "Stones", "and 1 other"):
        assert word in listed
    assert "Stones" not in theirs.get(where + "guests/").content.decode()
    assert mine.get(where + "edit").content.decode().count('value="What do you not eat?"') == 1
    changed = mine.post(
        where + "edit", {**FIELDS, "title": "Stew", "repeat": "weekly", "until": "2027-03-01"}
    )
    assert changed.status_code == 303
    assert "Every week on Friday, until" in theirs.get(where).content.decode()
    assert theirs.get(where + "edit").status_code == 403
    mine.post(where + "cancel", {"words": "No gas"})
    assert "No gas" in theirs.get(where).content.decode()
    drain()
    assert "called “<bdi>Stew</bdi>” off" in theirs.get("/social/notifications/").content.decode()
    assert mine.post(where + "delete")["Location"] == "/social/events/"
    assert theirs.get(where).status_code == 404


def test_inviting_by_name_and_by_link():
    ada, boris, cleo = person("ada"), person("boris", name="Boris B"), person("cleo")
    befriend(ada, boris)
    mine, where = client_of(ada), f"/social/events/{encode(event_of(ada).pk)}/"
    assert "Boris B" in mine.get(where + "invite/").content.decode()
    assert mine.post(where + "invite/", {}).status_code == 422
    assert mine.post(where + "invite/", {"persona": encode(boris.pk)}).status_code == 303
    assert "Boris B" not in mine.get(where + "invite/").content.decode().partition('id="main"')[2]
    made = mine.post(where + "link").content.decode()
    link = made.partition('id="f-link" value="')[2].partition('"')[0]
    path = "/" + link.split("/", 3)[3]
    theirs = client_of(cleo)
    assert theirs.get(where).status_code == 404
    assert "Soup" in theirs.get(path).content.decode()
    assert theirs.post(path)["Location"] == where
    assert theirs.get(where).status_code == 200
    assert "You need no account" in client_of(None).get(path).content.decode()
    assert client_of(None).get("/social/events/by/nonsense/").status_code == 404


def test_a_file_for_the_calendar_says_where_to_those_who_go():
    ada, boris = person("ada"), person("boris")
    event = event_of(ada, EVERYONE, rule="FREQ=WEEKLY;UNTIL=20990101T235959")
    path = f"/social/events/{encode(event.pk)}/event.ics"
    client = client_of(boris)
    assert "Quay 4" not in client.get(path).content.decode()
    say(boris, event)
    answer = client.get(path)
    assert answer["Content-Type"].startswith("text/calendar")
    assert all(
        line.endswith(b"\r\n") and len(line) <= 77 for line in answer.content.splitlines(keepends=True)
    )
    (read,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert read.start == event.begins_at
    assert read.start.utcoffset() == event.begins_at.astimezone(read.start.tzinfo).utcoffset()
    assert (read["SUMMARY"], read["LOCATION"]) == ("Soup", "Quay 4")
    assert read["RRULE"].to_ical().endswith(b"UNTIL=20990101T225959Z")
    assert b"BEGIN:VTIMEZONE" in answer.content


def test_as_many_queries_for_one_as_for_many():
    ada, boris = person("ada"), person("boris")
    befriend(ada, boris)
    event = event_of(ada, MEMBERS)
    say(boris, event)
    client, where = client_of(boris), f"/social/events/{encode(event.pk)}/"
    paths = (where, where + "guests/", "/social/events/", "/social/events/?tab=find")
    before = [asked_for(client, path) for path in paths]
    for _each in range(5):
        say(person(), event)
        say(boris, event_of(ada, MEMBERS, potluck=True))
    assert [asked_for(client, path) for path in paths] == before


def test_events_in_the_other_network_have_other_kinds():
    work = client_of(person("ada.work", "professional"))
    assert "Conference" in work.get("/professional/events/new").content.decode()
    fields = {**FIELDS, "kind": "seminar", "reach": "members"}
    where = work.post("/professional/events/new", fields)["Location"]
    assert work.get(where).status_code == 200
    assert work.get(where.replace("professional", "social")).status_code == 404
    assert not Guest.objects.exists()
