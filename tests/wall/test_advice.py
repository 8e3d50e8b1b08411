"""What is asked, answered, written and talked about: as everybody, and what is kept from an employer."""

from datetime import date

import pytest

from tests.wall.calendars import calendars_of
from tests.wall.cast import canary
from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.network.advice.tests.town import WORK, answered, asked, offered, post
from twofold.network.pages.actions import give_role
from twofold.network.profiles.actions import keep_entry
from twofold.people.graph.actions import block
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> dict[str, Persona]:
    names = ("nadia", "boss", "recruiter", "colleague", "elsewhere", "tie", "member", "foe", "helper")
    people = {name: person(f"w.{name}", WORK, name=name.title()) for name in names}
    people["friend"] = person("w.friend", "social")
    for handle in ("delta", "harbour"):
        people[handle] = person(f"w.{handle}", WORK, name=handle.title(), kind=Persona.Kind.PAGE)
    give_role(people["delta"], people["boss"], kind="owner")
    give_role(people["delta"], people["recruiter"], kind="recruiter")
    give_role(people["harbour"], people["elsewhere"], kind="recruiter")
    for name in ("nadia", "colleague"):
        work(people[name], people["delta"])
    for name in ("tie", "colleague"):
        befriend(people["nadia"], people[name])
    block(people["nadia"], persona=people["foe"])
    drain()
    return people


def work(whose: Persona, page: Persona) -> None:
    fields = {"title": "Engineer", "organisation_name": page.name, "began": date(2019, 1, 1), "current": True}
    keep_entry(whose, kind="experience", fields=fields, organisation_id=page.pk)


NEAR = {"boss", "recruiter", "colleague"}
MEMBERS = {"nadia", "boss", "recruiter", "colleague", "elsewhere", "tie", "member", "helper"}


def who_sees(town: dict[str, Persona], word: str, at: str) -> set[str]:
    """Who meets the word anywhere: on its own page, in lists, in searches, in what they are told."""
    handle = town["nadia"].handle
    places = (
        f"advice/{at}", "advice/", f"advice/?q={word[:8]}", "advice/?tab=open", "advice/?tab=yours",
        "advice/?field=leading", "advice/guides/", "advice/hours/", f"@{handle}/", "notifications/",
        f"reports/new/question/{at}",
    )  # fmt: skip
    viewers: dict[str, Persona | None] = {**town, "stranger": None}
    return {
        name
        for name, persona in viewers.items()
        if not (persona and persona.is_page)
        if any(word.encode() in _shown(persona, path, word) for path in places)
    }


def _shown(persona: Persona | None, path: str, word: str) -> bytes:
    """A page without the field in which one's own search stands."""
    body = client_of(persona).get(f"/{WORK}/{path}").content
    return body.replace(f'value="{word}"'.encode(), b"").replace(f"q={word}".encode(), b"")


@pytest.mark.parametrize(
    ("reach", "seen"),
    [
        ("members", MEMBERS),
        ("ties", {"nadia", "tie", "colleague"}),
        ("everyone", MEMBERS | {"friend", "stranger"}),
    ],
)
def test_a_question_and_its_answers_are_for_those_chosen(town, reach, seen):
    word, said = canary(), canary()
    _question, at = asked(town["nadia"], title=f"How do I {word} it?", reach=reach)
    answered(town["tie"], at, f"Like {said}")
    drain()
    for each in (word, said):
        assert who_sees(town, each, at) == seen


def test_what_is_not_for_the_employer_never_gets_there(town):
    word, said = canary(), canary()
    _question, at = asked(town["nadia"], title=f"My boss {word}, what now?", guarded="on", skills="Leading")
    answered(town["helper"], at, f"Leave. {said}")
    drain()
    for each in (word, said):
        assert who_sees(town, each, at) == MEMBERS - NEAR
    for name in NEAR | {"foe"}:
        assert post(town[name], at, text="Hello").status_code == 404, name
        assert post(town[name], at + "follow/", act="follow").status_code == 404, name
    assert post(town["nadia"], at + "invite/", whom="w.boss").status_code == 404, "not even by mistake"


def test_it_stays_so_when_somebody_comes_near_the_employer_later(town):
    word, said = canary(), canary()
    _question, at = asked(town["nadia"], title=f"My boss {word}, what now?", guarded="on")
    _given, here = answered(town["elsewhere"], at, "I know that.")
    give_role(town["delta"], town["elsewhere"], kind="editor")
    work(town["member"], town["delta"])
    drain()
    answered(town["helper"], at, f"Leave. {said}")
    drain()
    assert who_sees(town, word, at) == {"nadia", "tie", "helper"}
    assert "elsewhere" not in who_sees(town, said, at), "who answered is not told of more"
    assert post(town["elsewhere"], here + "edit/", text="Other words").status_code == 303, (
        "one's own stays one's own"
    )


def test_nothing_changes_for_those_it_is_not_for(town):
    def answers(name: str) -> list[bytes]:
        client = client_of(town[name])
        places = ("advice/", "advice/?tab=open", "advice/guides/", "advice/hours/", "notifications/")
        return [_bare(client.get(f"/{WORK}/{path}").content) for path in places]

    before = {name: answers(name) for name in NEAR}
    _question, at = asked(town["nadia"], title="My boss is strange, what now?", guarded="on", field="own")
    answered(town["helper"], at)
    drain()
    assert {name: answers(name) for name in NEAR} == before


def _bare(body: bytes) -> bytes:
    """Without the tokens of forms, which differ at each look."""
    start = b'name="csrfmiddlewaretoken" value="'
    pieces = body.split(start)
    return start.join([pieces[0], *(piece.partition(b'"')[2] for piece in pieces[1:])])


def test_who_took_an_hour_is_known_to_two(town):
    place, wish, about = canary(), canary(), canary()
    hour, at = offered(town["nadia"], place=f"Room {place}", about=f"About {about}")
    assert who_sees(town, place, at) == {"nadia"}
    assert post(town["tie"], at, wish=f"I would like {wish}").status_code == 303
    drain()
    for word in (place, wish):
        assert who_sees(town, word, at) == {"nadia", "tie"}
    assert who_sees(town, about, at) == {"nadia", "tie"}
    day = f"{hour.begins:%Y-%m-%d}"
    told = {name for name, who in town.items() if not who.is_page and about in calendars_of(who, day)}
    assert told == {"nadia", "tie"}
    for name in ("member", "foe", "boss"):
        client = client_of(town[name])
        assert client.get(f"/{WORK}/advice/{at}").status_code == 404
        assert client.get(f"/{WORK}/advice/{at}hour.ics").status_code == 404


def test_a_draft_of_a_guide_is_its_authors_alone(town):
    word = canary()
    words = {"field": "own", "title": f"A guide to {word} there", "text": "Long.", "reach": "everyone"}
    answer = post(town["nadia"], "guides/new/", **words)
    at = answer.headers["Location"].removeprefix(f"/{WORK}/advice/")
    assert who_sees(town, word, at) == {"nadia"}
    post(town["nadia"], at + "do/publish/")
    assert who_sees(town, word, at) == MEMBERS | {"friend", "stranger"}


def test_beside_a_guide_stand_only_those_others_that_are_for_the_reader(town):
    word, places = canary(), []
    for title, reach in (("A guide for all who ask", "everyone"), (f"A guide about {word}", "ties")):
        words = {"field": "own", "title": title, "text": "Long.", "reach": reach}
        answer = post(town["nadia"], "guides/new/", **words)
        places.append(answer.headers["Location"].removeprefix(f"/{WORK}/advice/"))
        post(town["nadia"], places[-1] + "do/publish/")
    assert who_sees(town, word, places[0]) == {"nadia", "tie", "colleague"}


def test_an_office_hour_is_for_those_it_is_offered_to(town):
    about = canary()
    _hour, at = offered(town["nadia"], about=f"About {about}", reach="ties")
    # One's own stand on a page of their own, and are not offered to oneself.
    assert who_sees(town, about, at) == {"nadia", "tie", "colleague"}
    for name in ("member", "foe", "boss"):
        assert post(town[name], at, wish="Let me in, please.").status_code == 404
    assert post(town["tie"], at, wish="May I ask about gauges?").status_code == 303
