"""Messages to somebody who is away: on devices, by mail and in letters, as they chose, and never twice."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.push_service import push_service
from tests.world import account_of, befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.people.graph import actions as graph
from twofold.reach.notifications.attention import look
from twofold.reach.notifications.models import Notification
from twofold.surfaces.web.letters import send_due as send_letters
from twofold.surfaces.web.ringing import send_due

pytestmark = pytest.mark.django_db
HOME, CHOICES = "/social/messages/", "/social/notifications/choices/"
DEVICES = "/social/app/devices/"


@pytest.fixture
def clock():
    with time_machine.travel(datetime(2026, 3, 27, 12, tzinfo=UTC), tick=False) as machine:
        yield machine


@pytest.fixture
def service(settings):
    with push_service() as running:
        settings.PUSH_NEAR = running.near
        yield running


class Town:
    """Ada, who is away and has a phone; Ben and Cat, her friends; Sol, whom she does not know."""

    def __init__(self, clock, service):
        self.clock, self.service = clock, service
        names = {"ada": "Ada", "ben": "Ben <b>", "cat": "Cat", "sol": "Sol Stranger"}
        self.people = {each: person(each, name=name) for each, name in names.items()}
        account = account_of(self.people["ada"])
        person("ada.works", "professional", account=account, name="Dr A. Lovelace")
        EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
        for each in ("ben", "cat"):
            befriend(self.people["ada"], self.people[each])
        befriend(self.people["ben"], self.people["cat"])
        drain()
        Notification.objects.all().delete()
        self.browsers = {each: client_of(persona) for each, persona in self.people.items()}
        assert self.browsers["ada"].post(DEVICES, service.subscribed("phone")).status_code == 200

    def talk(self, who: str) -> str:
        """The address of Ada's conversation with somebody."""
        return self.browsers[who].post(f"{HOME}with/@ada/", follow=False)["Location"]

    def group(self, name: str = "Sailing") -> str:
        answer = self.browsers["ben"].post(f"{HOME}new", {"people": "@ada, @cat", "name": name})
        drain()
        return answer["Location"]

    def write(self, who: str, where: str, text: str = "Meet me at the harbour.") -> None:
        self.clock.shift(1)
        assert self.browsers[who].post(where, {"text": text}).status_code == 303
        drain()

    def read(self, where: str) -> None:
        assert self.browsers["ada"].get(where).status_code == 200
        drain()

    def wish(self, **form) -> None:
        form = {"rhythm": "", "hour": "8", "messages": ["4", "8"], **form}
        assert self.browsers["ada"].post(CHOICES, form).status_code == 303

    def later(self, **time) -> None:
        self.clock.shift(timedelta(**time))
        drain()
        send_due()

    def notes(self) -> list[str]:
        return [each["body"] for each in self.service.notes()]


@pytest.fixture
def town(clock, service):
    return Town(clock, service)


def test_a_device_is_told_at_once_and_never_what_was_written(town, service):
    where = town.talk("ben")
    town.write("ben", where)
    [(_path, headers, _length, note)] = service.sent
    assert (note["body"], note["waiting"]) == ("Ben <b> wrote to you", 1)
    assert town.browsers["ada"].get(note["place"], follow=True).redirect_chain[-1][0] == where
    for secret in ("rofessional", "Lovelace", "ada.works", "harbour", str(account_of(town.people["ada"]).pk)):
        assert secret not in str(note) + str(headers)
    inbox = town.browsers["ada"].get("/social/notifications/").content.decode()
    assert "wrote to you" not in inbox, "messages have a place of their own in the page"


def test_a_conversation_is_one_note_a_minute_that_counts(town, service):
    where = town.talk("ben")
    for number in range(4):
        town.write("ben", where, f"Number {number}")
    assert town.notes() == ["Ben <b> wrote to you"]
    town.later(minutes=1)
    assert town.notes() == ["Ben <b> wrote to you", "Ben <b> sent you 4 messages"]
    assert len({note["tag"] for note in service.notes()}) == 1
    assert len({headers["Topic"] for _path, headers, *_rest in service.sent}) == 1
    town.later(minutes=10)
    assert len(town.notes()) == 2, "told twice"


def test_a_group_says_who_wrote_where(town):
    where = town.group("Sailing & <i>tea</i>")
    town.write("ben", where)
    town.write("cat", where)
    town.later(minutes=2)
    assert town.notes()[-1] == "Cat and Ben <b> wrote in “Sailing & <i>tea</i>”"


def test_who_looks_is_not_rung_until_it_stays_unread(town):
    where, ada = town.talk("ben"), town.people["ada"].pk
    look([ada])
    town.write("ben", where)
    assert town.notes() == []
    for _half in range(18):
        town.later(seconds=30)
        assert town.notes() == []
        look([ada])
    town.later(seconds=40)
    assert town.notes() == []
    look([ada])
    town.later(seconds=40)
    assert town.notes() == ["Ben <b> wrote to you"], "the page stood open, and nobody was there"


def test_who_goes_away_is_told_soon(town):
    look([town.people["ada"].pk])
    town.write("ben", town.talk("ben"))
    town.later(minutes=2)
    assert town.notes() == ["Ben <b> wrote to you"]


@pytest.mark.parametrize(
    "lost", ["read", "taken back", "gone by itself", "muted", "put away", "blocked", "switched off", "never"]
)
def test_what_no_longer_waits_is_not_told(town, service, lost):
    town.wish(quiet="on", begin="12:00", end="14:00", messages=["2", "4", "8"], rhythm="daily", hour="15")
    where = town.talk("ben")
    if lost == "gone by itself":
        town.browsers["ben"].post(f"{where}people", {"what": "vanish", "after": "3600"})
    town.write("ben", where)
    assert Notification.objects.filter(push_at__isnull=False, mail_at__isnull=False).count() == 1
    match lost:
        case "read":
            town.read(where)
        case "taken back":
            page = town.browsers["ben"].get(where).content.decode()
            line = re.search(r"/social/messages/lines/\w+/", page)[0]
            assert town.browsers["ben"].post(f"{line}take-back").status_code == 303
        case "muted" | "put away":
            what = {"muted": "muted:on", "put away": "archived:on"}[lost]
            assert town.browsers["ada"].post(f"{where}act", {"what": what}).status_code == 303
        case "blocked":
            graph.block(town.people["ben"], persona=town.people["ada"])
        case "switched off":
            town.wish(quiet="on", begin="12:00", end="14:00", messages=[], rhythm="daily", hour="15")
        case "never":
            town.browsers["ada"].post(f"{CHOICES}people/new/", {"name": "@ben", "rule": "never"})
    town.later(hours=3, minutes=10)
    send_letters()
    assert not service.sent
    assert not mail.outbox


def test_quiet_hours_gather_and_a_chosen_person_comes_through(town):
    town.wish(quiet="on", begin="12:00", end="14:00")
    town.browsers["ada"].post(f"{CHOICES}people/new/", {"name": "@cat", "rule": "always"})
    town.write("ben", town.talk("ben"))
    assert town.notes() == []
    town.write("cat", town.talk("cat"))
    assert town.notes() == ["Cat wrote to you"]
    town.later(hours=2)
    assert town.notes()[1:] == ["Ben <b> wrote to you"]


def test_a_muted_conversation_rings_only_for_who_is_named(town):
    where = town.group()
    town.browsers["ada"].post(f"{where}act", {"what": "muted:on"})
    town.write("ben", where)
    assert town.notes() == []
    town.write("cat", where, "Look, @ada!")
    assert len(town.notes()) == 1


def test_strangers_come_as_a_number_and_what_they_say_nowhere(town):
    town.write("sol", town.talk("sol"), "I am Sol.")
    other = person("stan", name="Stan Stranger")
    town.browsers["stan"] = client_of(other)
    town.later(minutes=2)
    town.write("stan", town.talk("stan"), "I am Stan.")
    assert town.notes() == ["1 person would like to write to you", "2 people would like to write to you"]
    place = town.service.notes()[-1]["place"]
    assert town.browsers["ada"].get(place, follow=True).redirect_chain[-1][0] == f"{HOME}?in=requests"
    for word in ("Sol", "Stan", "stranger"):
        assert word not in str(town.service.notes())


def test_a_request_that_was_declined_or_taken_up_is_no_request_any_more(town):
    town.wish(quiet="on", begin="12:00", end="14:00")
    where = town.talk("sol")
    town.write("sol", where)
    town.browsers["ada"].post(f"{where}act", {"what": "decline"})
    town.write("sol", where, "Please?")
    town.later(hours=3)
    assert town.notes() == []


def test_a_letter_comes_for_what_stayed_unread(town):
    town.wish(messages=["2"])
    where = town.talk("ben")
    town.write("ben", where)
    town.later(minutes=2)
    assert not mail.outbox, "not before three minutes"
    town.write("ben", where)
    town.later(minutes=2)
    [letter] = mail.outbox
    assert letter.subject == "Social: Ben <b> sent you 2 messages"
    raw = letter.message().as_string() + letter.body + letter.alternatives[0][0]
    assert "/social/messages/" in letter.body
    assert not re.search("rofessional|Lovelace|ada.works|harbour", raw)


def test_the_letter_that_sums_up_tells_of_messages_and_counts_requests(town):
    town.wish(messages=["8"], rhythm="daily", hour="15")
    town.write("ben", town.talk("ben"))
    town.write("sol", town.talk("sol"))
    read = town.talk("cat")
    town.write("cat", read)
    town.read(read)
    town.later(hours=4)
    send_letters()
    [letter] = mail.outbox
    assert "Ben <b> wrote to you" in letter.body
    assert "1 person would like to write to you" in letter.body
    assert "Cat" not in letter.body + letter.alternatives[0][0]
    assert "Sol" not in letter.body + letter.alternatives[0][0]


def test_marking_all_notifications_read_leaves_messages_waiting(town):
    town.wish(quiet="on", begin="12:00", end="14:00")
    town.write("ben", town.talk("ben"))
    town.browsers["ada"].post("/social/notifications/read/")
    town.later(hours=2)
    assert town.notes() == ["Ben <b> wrote to you"]


def test_whom_nothing_reaches_costs_no_row(town):
    town.write("ben", town.talk("ben"))
    assert not Notification.objects.filter(kind="message", recipient=town.people["ben"]).exists()
    where = town.group()
    town.write("ben", where)
    assert not Notification.objects.filter(kind="message", recipient=town.people["cat"]).exists()


@pytest.mark.parametrize("people", [1, 30])
def test_telling_a_group_takes_the_same_number_of_statements(town, people):
    for number in range(people):
        each = person(f"crew{number}")
        befriend(town.people["ben"], each)
        client_of(each).post(DEVICES, town.service.subscribed(f"p{number}"))
    names = ", ".join(["@ada", *(f"@crew{number}" for number in range(people))])
    where = town.browsers["ben"].post(f"{HOME}new", {"people": names, "name": "All"})["Location"]
    drain()
    look([row.pk for row in type(town.people["ada"]).objects.all()])
    town.browsers["ben"].post(where, {"text": "Well?"})
    with CaptureQueriesContext(connection) as seen:
        drain()
    written = [each["sql"] for each in seen if "notifications_" in each["sql"]]
    assert len(written) == 5, "\n".join(written)
    assert Notification.objects.filter(kind="message").count() == people + 1
