"""Who sees what people offer and wish; and that only the two learn what is between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.db import transaction
from django.test import Client

from tests.wall.calendars import calendars_of
from tests.wall.cast import canary
from tests.world import account_of, befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.mentoring import actions
from twofold.network.mentoring.models import Meeting, Mentoring, Notice
from twofold.people.graph.actions import block
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db
HOME = "/professional/mentoring/"
NAMES = ("mentor", "mentee", "friend", "foe", "nobody", "declined", "elsewhere")


@dataclass
class Cast:
    people: dict[str, Persona] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    # By side and reach: the notice and its words.
    notices: dict[tuple[str, str], tuple[Notice, tuple[str, ...]]] = field(default_factory=dict)
    between: Mentoring = field(init=False)
    meeting: Meeting = field(init=False)
    words: tuple[str, ...] = ()
    own: str = ""
    refused: Mentoring = field(init=False)
    plea: str = ""


def sees(reach: str, who: str) -> bool:
    """The oracle, from the definitions alone: of notices by `mentor`."""
    if who == "mentor":
        return True
    if who == "foe" or reach == "closed":
        return False
    if reach == "ties":
        return who in ("mentee", "friend")
    return reach == "everyone" or who not in ("", "elsewhere")


@pytest.fixture(scope="module")
def cast(django_db_setup, django_db_blocker) -> Iterator[Cast]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield _set_up()
        transaction.set_rollback(True)


def _set_up() -> Cast:
    cast = Cast()
    for name in NAMES:
        where = "social" if name == "elsewhere" else "professional"
        cast.people[name] = person(f"{name}.{canary()[-6:]}", where, name=canary())
        cast.clients[name] = client_of(cast.people[name])
    cast.clients[""] = Client()
    # The mentee's other life: as much a stranger as anybody.
    cast.people["other_self"] = person("other.self", account=account_of(cast.people["mentee"]))
    people = cast.people
    for name in ("mentee", "friend"):
        befriend(people["mentor"], people[name])
    _between(cast)
    for reach in ("ties", "members", "everyone", "closed"):
        _notices(cast, reach)
    block(people["mentor"], persona=people["foe"])
    drain()
    return cast


def _between(cast: Cast) -> None:
    mentor, mentee = cast.people["mentor"], cast.people["mentee"]
    offer = actions.keep_notice(mentor, side="offer", topics=["Rivers"], most=3)
    plea, *words = (canary() for _each in range(8))
    cast.between = actions.ask(mentee, notice=offer, message=words[0])
    actions.accept(mentor, mentoring=cast.between)
    actions.keep_goal(mentee, mentoring=cast.between, words=words[1])
    until = clock.now().date().replace(year=2090)
    actions.keep_terms(mentee, mentoring=cast.between, topics=words[2], rhythm=words[3], until=until)
    cast.meeting = actions.plan_meeting(
        mentor, mentoring=cast.between, begins_at=clock.now(), place=words[4], agenda=words[5]
    )
    actions.keep_notes(mentor, mentoring=cast.between, meeting_id=cast.meeting.pk, text=words[6])
    cast.own = canary()
    actions.keep_own_note(mentor, mentoring=cast.between, meeting_id=cast.meeting.pk, text=cast.own)
    cast.words, cast.plea = tuple(words), plea
    cast.refused = actions.ask(cast.people["declined"], notice=offer, message=plea)
    actions.decline(mentor, mentoring=cast.refused)


def _notices(cast: Cast, reach: str) -> None:
    """An offer and a wish of somebody like the mentor: each reach needs somebody of its own."""
    author = person(f"{reach}.{canary()[-6:]}", "professional", name=canary())
    for name in ("mentee", "friend"):
        befriend(author, cast.people[name])
    for side in ("offer", "wish"):
        words = (canary(), canary())
        made = actions.keep_notice(
            author,
            side=side,
            topics=[words[0]],
            about=words[1],
            reach="everyone" if reach == "closed" else reach,
        )
        if reach == "closed":
            actions.close_notice(author, side=side)
        cast.notices[side, reach] = made, words
    block(author, persona=cast.people["foe"])


def _get(cast: Cast, who: str, path: str) -> str:
    answer = cast.clients[who].get(path, follow=True)
    return f"{answer.headers}{answer.content.decode()}"


def test_offers_and_wishes_are_there_for_those_they_are_for(cast):
    wrong = []
    for (side, reach), (notice, words) in cast.notices.items():
        for who in (each for each in cast.clients if each != "mentor"):
            allowed = sees(reach, who)
            page = _get(cast, who, f"{HOME}notice/{encode(notice.pk)}/")
            listed = _get(cast, who, f"{HOME}find/{side}/")
            searched = _get(cast, who, f"{HOME}find/{side}/?name={words[0]}").partition('id="notices"')[2]
            if [word in page for word in words] != [allowed, allowed]:
                wrong.append((side, reach, who, "page"))
            if (words[0] in listed) != allowed or (words[0] in searched) != allowed:
                wrong.append((side, reach, who, "list"))
    assert not wrong


def test_what_is_between_two_is_for_the_two(cast):
    at = f"{HOME}{encode(cast.between.pk)}/"
    here = f"{at}meetings/{encode(cast.meeting.pk)}/"
    absent, day = f"{HOME}{encode(12345)}/", f"{clock.now():%Y-%m-%d}"
    title = f"Mentoring with {cast.people['mentor'].name}"
    assert calendars_of(cast.people["mentee"], day).count(title) >= 2
    assert title not in calendars_of(cast.people["other_self"], day, "social")
    for who, client in cast.clients.items():
        pages = "".join(_get(cast, who, each) for each in (HOME, at, here, here + "meeting.ics", at + "end/"))
        pages += calendars_of(cast.people.get(who), day)
        two = who in ("mentor", "mentee")
        assert [word in pages for word in cast.words] == [two] * len(cast.words), who
        assert (cast.own in pages) == (who == "mentor"), who
        if who in ("mentor", "mentee", "", "elsewhere"):
            continue
        for part in ("", "end/", "badge.json"):
            one, other = client.get(at + part), client.get(absent + part)
            assert (one.status_code, other.status_code) == (404, 404), (who, part)
            assert one.content.replace(at.encode(), b"") == other.content.replace(absent.encode(), b"")
        posts = (
            "answer/accept/",
            "answer/withdraw/",
            "terms/",
            "agree/",
            "goals/",
            "meetings/",
            "end/",
            "sign/",
        )
        for part in posts:
            assert client.post(at + part, {"words": "x", "note": "x"}).status_code == 404, (who, part)
        assert client.post(here + "notes/", {"notes": "x"}).status_code == 404, who


def test_a_no_is_between_nobody(cast):
    at = f"{HOME}{encode(cast.refused.pk)}/"
    for who in cast.clients:
        pages = _get(cast, who, at) + _get(cast, who, HOME)
        assert (cast.plea in pages) == (who == "declined"), who
    assert "No answer yet" in _get(cast, "declined", HOME)


def test_profiles_tell_of_an_offer_to_those_who_see_it(cast):
    wrong = []
    for (side, reach), (notice, _words) in cast.notices.items():
        handle, address = notice.author.handle, f"mentoring/notice/{encode(notice.pk)}/"
        for who in (each for each in cast.clients if each != "mentor"):
            told = address in _get(cast, who, f"/professional/@{handle}/")
            if told != (side == "offer" and sees(reach, who)):
                wrong.append((side, reach, who))
    assert not wrong
