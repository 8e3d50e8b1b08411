"""Mentoring from a wish to the badge, through its pages."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.credentials.verifying import check
from twofold.network.mentoring import actions
from twofold.network.mentoring.models import Meeting, Mentoring, Notice
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
HOME = "/professional/mentoring/"
FORM = {
    "topics": "Hydrology, Writing",
    "about": "Bring one thing.",
    "hours": "2",
    "most": "1",
    "reach": "members",
}
TERMS = {"topics": "Hydrology", "rhythm": "Every second Tuesday", "until": "2031-05-04"}


@pytest.fixture
def ada() -> Persona:
    return person("ada", "professional", name="Ada Lind")


@pytest.fixture
def ben() -> Persona:
    return person("ben", "professional", name="Ben Okri")


def put(client: Client, side: str = "offer", **words: object) -> str:
    answer = client.post(f"{HOME}mine/{side}/", {**FORM, **words})
    assert answer.status_code == 303, answer.content.decode()
    return f"{HOME}notice/{encode(Notice.objects.latest('position').pk)}/"


def asked(mentor: Client, mentee: Client, message: str = "Teach me to read a river.") -> str:
    at = put(mentor)
    answer = mentee.post(at, {"message": message})
    assert answer.status_code == 303, answer.content.decode()
    return answer["Location"]


def under_way(mentor: Client, mentee: Client) -> str:
    at = asked(mentor, mentee)
    assert mentor.post(at + "answer/accept/").status_code == 303
    assert mentee.post(at + "goals/", {"words": "Read a gauge"}).status_code == 303
    assert mentee.post(at + "terms/", TERMS).status_code == 303
    assert mentor.post(at + "agree/").status_code == 303
    return at


def reads(client: Client, at: str) -> str:
    return client.get(at, follow=True).content.decode()


def test_an_offer_is_there_for_those_it_is_for_until_it_is_closed(ada, ben):
    mentor, other = client_of(ada), client_of(ben)
    wrong = mentor.post(HOME + "mine/offer/", {**FORM, "topics": " ", "about": "Kept words"})
    assert wrong.status_code == 422
    assert "Kept words" in wrong.content.decode()
    assert mentor.post(HOME + "mine/offer/", {**FORM, "hours": "many"}).status_code == 422
    at = put(mentor, reach="ties")
    assert other.get(at).status_code == Client().get(at).status_code == 404
    put(mentor, reach="members")
    assert "Bring one thing." in reads(other, at)
    assert "Ada Lind" in reads(other, HOME + "find/offer/?name=hydro")
    assert "Ada Lind" not in reads(other, HOME + "find/offer/?name=knitting")
    assert Client().get(at).status_code == client_of(person("dora")).get(at).status_code == 404
    mentor.post(HOME + "mine/offer/", {"close": "on"})
    assert other.get(at).status_code == 404
    assert "Open it again" in reads(mentor, HOME)


def test_who_fits_is_shown_with_the_reasons(ada, ben):
    mentor, mentee = client_of(ada), client_of(ben)
    middle, off = person("cleo", "professional"), client_of(person("dora", "professional", name="Dora Off"))
    befriend(ada, middle)
    befriend(ben, middle)
    put(mentor, topics="hydrology, Maps", languages=["en", "nl"])
    put(off, topics="Knitting", languages=["nl"])
    put(mentee, "wish", topics="Hydrology", languages=["nl"])
    page = reads(mentee, HOME)
    for words in (
        "Ada Lind",
        "In common: hydrology",
        "Nederlands",
        "2 hours a month are enough",
        "1 connection",
    ):
        assert words in page, words
    assert "Dora Off" not in page
    assert "Ben Okri" in reads(mentor, HOME)
    asked(mentor, mentee)
    assert 'id="mentors"' not in reads(mentee, HOME)


def test_a_no_is_silent_and_nobody_is_asked_twice(ada, ben):
    mentor, mentee = client_of(ada), client_of(ben)
    at = asked(mentor, mentee)
    drain()
    assert "would like you as a mentor" in reads(mentor, "/professional/notifications/")
    assert "Teach me" in reads(mentor, at)
    reads(mentee, at)
    before = reads(mentee, at)
    mentor.post(at + "answer/decline/")
    drain()
    told = reads(mentee, "/professional/notifications/")
    assert "mentoring" not in told.partition("<main")[2].partition("</main")[0]
    assert _without_tokens(reads(mentee, at)) == _without_tokens(before)
    assert mentor.get(at).status_code == 404
    notice = f"{HOME}notice/{encode(Notice.objects.get().pk)}/"
    assert mentee.post(notice, {"message": "Please"}).status_code == 422
    mentee.post(at + "answer/withdraw/")
    assert mentee.get(at).status_code == 404
    again = mentee.post(notice, {"message": "Once more"})
    assert again.status_code == 303
    drain()
    assert "Ben Okri" not in reads(mentor, HOME).partition("<main")[2]
    assert "No answer yet" in reads(mentee, HOME)


def _without_tokens(page: str) -> str:
    return re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"', "", page)


def test_a_mentor_with_no_room_is_not_asked_and_says_so_kindly(ada, ben):
    mentor, first = client_of(ada), client_of(ben)
    second = client_of(person("cleo", "professional"))
    early = asked(mentor, second, "Before it was full")
    at = under_way(mentor, first)
    late = client_of(person("dora", "professional"))
    notice = f"{HOME}notice/{encode(Notice.objects.get().pk)}/"
    assert "no room at present" in reads(late, notice)
    refused = late.post(notice, {"message": "Kept words"})
    assert refused.status_code == 422
    assert "says nothing about you" in refused.content.decode().replace("\n", " ")
    assert "Kept words" in refused.content.decode()
    full = mentor.post(early + "answer/accept/", follow=True)
    assert "as many as you said" in full.content.decode()
    mentor.post(at + "end/", {"note": "Well done."})
    assert late.post(notice, {"message": "Now?"}).status_code == 303


def test_both_agree_on_the_same_words_or_are_asked_anew(ada, ben):
    mentor, mentee = client_of(ada), client_of(ben)
    at = asked(mentor, mentee)
    assert mentee.post(at + "answer/accept/").status_code == 404
    assert mentee.post(at + "terms/", TERMS).status_code == 404
    mentor.post(at + "answer/accept/")
    empty = mentee.post(at + "agree/")
    assert empty.status_code == 422
    past = mentee.post(at + "terms/", {**TERMS, "rhythm": "Kept rhythm", "until": "2001-01-01"})
    assert past.status_code == 422
    assert "Kept rhythm" in past.content.decode()
    mentee.post(at + "terms/", TERMS)
    assert "one goal at least" in mentor.post(at + "agree/").content.decode()
    mentee.post(at + "goals/", {"words": "Read a gauge"})
    mentor.post(at + "terms/", {**TERMS, "rhythm": "Weekly"})
    assert Mentoring.objects.get().state == "agreeing"
    mentee.post(at + "agree/")
    assert Mentoring.objects.get().state == "running"
    drain()
    assert "agrees: your mentoring is under way" in reads(mentor, "/professional/notifications/")
    mentor.post(at + "terms/", {**TERMS, "rhythm": "Monthly"})
    kept = Mentoring.objects.get()
    assert (kept.state, kept.mentee_agreed_at) == ("agreeing", None)
    goal = encode(kept.goals.get().pk)
    mentee.post(f"{at}goals/{goal}/tick/")
    assert kept.goals.get().done_at
    mentee.post(f"{at}goals/{goal}/untick/")
    assert not kept.goals.get().done_at


def test_meetings_have_an_agenda_and_notes_for_two_and_for_one(ada, ben):
    mentor, mentee = client_of(ada), client_of(ben)
    at = under_way(mentor, mentee)
    when = {"begins_at": "2031-02-03T09:30", "minutes": "45", "place": "Lock 7", "agenda": "The gauge"}
    assert mentee.post(at + "meetings/", {**when, "begins_at": "soon"}).status_code == 422
    here = mentee.post(at + "meetings/", when)["Location"]
    calendar = Calendar.from_ical(mentor.get(here + "meeting.ics").content)
    entry = calendar.walk("VEVENT")[0]
    assert (str(entry["location"]), int(entry["sequence"])) == ("Lock 7", 0)
    when_it_is = f"/professional/events/calendar/?view=agenda&at={when['begins_at'][:10]}"
    assert all("Mentoring with" in reads(each, when_it_is) for each in (mentor, mentee))
    mentor.post(here, {**when, "place": "Lock 8"})
    assert b"SEQUENCE:1" in mentee.get(here + "meeting.ics").content
    Meeting.objects.update(begins_at=clock.now() + timedelta(hours=20))
    assert (actions.remind(), actions.remind()) == (1, 0)
    drain()
    for each in (mentor, mentee):
        assert "within a day" in reads(each, "/professional/notifications/")
    mentor.post(here + "notes/", {"notes": "Bring boots"})
    mentor.post(here + "notes/", {"own": "Is she tired?"})
    page = reads(mentee, here)
    assert "Bring boots" in page
    assert "Is she tired?" not in page
    assert "Is she tired?" in reads(mentor, here)
    stranger = client_of(person("cleo", "professional"))
    for part in ("", "meeting.ics"):
        assert stranger.get(here + part).status_code == 404
    assert stranger.post(here + "notes/", {"notes": "x"}).status_code == 404
    mentee.post(here + "drop/")
    assert mentor.get(here).status_code == 404


def test_it_ends_with_words_of_each_and_a_badge_that_both_sign(ada, ben):
    mentor, mentee = client_of(ada), client_of(ben)
    at = under_way(mentor, mentee)
    assert mentor.post(at + "sign/").status_code == 404
    here = mentee.post(at + "meetings/", {"begins_at": "2031-02-03T09:30", "minutes": "45"})["Location"]
    drain()
    assert "planned a meeting" in reads(mentor, "/professional/notifications/")
    assert "still to come is called off" in reads(mentor, at + "end/")
    assert "Mentoring with" in reads(mentee, "/professional/events/calendar/?at=2031-02-01")
    mentor.post(at + "end/", {"note": "You read rivers now."})
    assert "Mentoring with" not in reads(mentee, "/professional/events/calendar/?at=2031-02-01")
    drain()
    assert "closed your mentoring" in reads(mentee, "/professional/notifications/")
    for page in (reads(mentee, at), reads(mentee, here)):
        assert "Called off" in page
        assert "Into my calendar" not in page
    assert "You read rivers now." in reads(mentee, at)
    mentee.post(at + "end/", {"note": "Thank you."})
    assert "Thank you." in reads(mentor, at)
    assert mentee.post(at + "goals/", {"words": "Late"}).status_code == 404
    mentee.post(at + "sign/")
    assert mentee.get(at + "badge.json").status_code == 404
    mentor.post(at + "sign/")
    texts = [client.get(at + "badge.json").content.decode() for client in (mentor, mentee)]
    names = [json.loads(each)["credentialSubject"]["achievement"]["name"] for each in texts]
    assert names == ["Mentor: Hydrology", "Mentored: Hydrology"]
    assert [check(each).state for each in texts] == ["valid", "valid"]
    assert check(mentee.get(at + "badge.jwt").content.decode()).state == "valid"
    block(ben, persona=ada)
    drain()
    assert not Mentoring.objects.exists()
    assert [check(each).state for each in texts] == ["revoked", "revoked"]


def test_whoever_goes_takes_all_of_it_along(ada, ben):
    mentor, mentee = client_of(ada), client_of(ben)
    at = under_way(mentor, mentee)
    erase_persona(ada)
    drain()
    assert mentee.get(at).status_code == 404
    assert not Notice.objects.exists()
    assert not Mentoring.objects.exists()


def test_pages_ask_the_same_questions_however_much_is_there(ada, ben):
    mentor, mentee = client_of(ada), client_of(ben)
    put(mentee, "wish", topics="Hydrology")
    at = under_way(mentor, mentee)
    mentee.post(at + "meetings/", {"begins_at": "2031-02-03T09:30", "minutes": "45"})
    _more(ben, 1)

    def count() -> list[int]:
        found = []
        for path in (HOME, HOME + "find/offer/", at):
            mentee.get(path)
            with CaptureQueriesContext(connection) as queries:
                assert mentee.get(path).status_code == 200
            found.append(len(queries))
        return found

    before = count()
    for number in range(2, 12):
        _more(ben, number)
        kept = Mentoring.objects.get(mentee=ben, state="running")
        actions.keep_goal(ben, mentoring=kept, words=f"Goal {number}")
    assert count() == before


def _more(ben: Persona, number: int) -> None:
    """One more who offers it, and one more who asks."""
    other = person(f"mentor{number}", "professional")
    actions.keep_notice(other, side="offer", topics=["Hydrology", f"Topic {number}"], most=2)
    asker = person(f"asker{number}", "professional")
    wish = Notice.objects.get(author=ben, side="wish")
    actions.ask(asker, notice=wish, message="I could help.")
