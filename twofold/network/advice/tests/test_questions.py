"""A question from being asked to being settled, through its pages."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.network.advice import actions
from twofold.network.advice.models import Answer, Helpful, Question
from twofold.network.advice.tests.town import WORDS, WORK, answered, asked, post, read, told
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.models import Persona

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> Persona:
    return person("ada", WORK, name="Ada Lind")


@pytest.fixture
def ben() -> Persona:
    return person("ben", WORK, name="Ben Okri")


def test_it_is_asked_answered_found_helpful_and_settled(ada, ben):
    question, at = asked(ada, skills="Mentoring, Mentoring, Water")
    assert "How do I hand over a model?" in read(ben)
    first, _one = answered(person("cleo", WORK), at, "Break it on purpose.")
    given, here = answered(ben, at)
    assert "Ben Okri and Cleo answered a question that you follow" in told(ada)
    assert post(person("dora", WORK), here + "do/helpful/").status_code == 303
    assert post(ben, here + "do/helpful/").status_code == 303
    assert Helpful.objects.count() == 1, "nobody praises their own"
    page = read(ada, at)
    assert page.index("Go on holiday.") < page.index("Break it on purpose."), "the helpful one comes first"
    assert post(ben, here + "do/accept/").status_code == 404, "only who asked says what settled it"
    assert post(ada, here + "do/accept/").status_code == 303
    assert "Ada Lind says that your answer settled it" in told(ben)
    assert "This settled it" in read(ben, at)
    assert at not in read(ben, "?tab=open")
    assert at in read(ben)
    post(ada, here + "do/unaccept/")
    question.refresh_from_db()
    assert question.accepted is None
    assert {first.pk, given.pk} == set(Answer.objects.values_list("pk", flat=True))


def test_whoever_follows_is_told_and_can_stop(ada, ben):
    _question, at = asked(ada)
    cleo = person("cleo", WORK, name="Cleo")
    post(cleo, at + "follow/", act="follow")
    answered(ben, at)
    assert "Ben Okri answered" in told(cleo)
    post(cleo, at + "follow/", act="stop")
    answered(person("dora", WORK, name="Dora"), at, "No.")
    assert "Dora" not in told(cleo)
    assert at in read(ben, "?tab=followed"), "who answers follows"


def test_what_is_wrong_is_said_and_what_was_typed_comes_back(ada, ben):
    for wrong in ({"title": "Short"}, {"field": "nonsense"}, {"reach": "nobody"}, {"skills": "a,b,c,d,e,f"},
                  {"reach": "everyone", "guarded": "on"}, {"text": "x" * 5001}):  # fmt: skip
        answer = post(ada, "ask/", **{**WORDS, "text": "Kept as typed", **wrong})
        assert answer.status_code == 422, wrong
        assert "text" in wrong or "Kept as typed" in answer.content.decode()
    _question, at = asked(ada)
    answer = post(ben, at, text=" ")
    assert answer.status_code == 422
    assert "Write something here." in answer.content.decode()
    assert post(None, at, text="Hello").status_code == 401, "a stranger is shown the way in"
    assert client_of(ada).get("/social/advice/").status_code == 404
    assert client_of(ada).get("/social/advice/ask/").status_code == 404
    for number in range(4):
        asked(ada, title=f"Another question, number {number}")
    assert post(ada, "ask/", **WORDS).status_code == 422, "five a day"


def test_it_is_changed_and_taken_back_with_a_question_before(ada, ben):
    _question, at = asked(ada)
    _given, here = answered(ben, at)
    assert post(ada, at + "edit/", **{**WORDS, "title": "Another way to ask it"}).status_code == 303
    assert "Another way to ask it" in read(ben, at)
    assert post(ben, here + "edit/", text="Better words.").status_code == 303
    assert "Better words." in read(ada, at)
    assert post(ada, here + "edit/", text="Not mine").status_code == 404
    assert "1 answer of somebody else goes with it" in read(ada, at + "sure/")
    for path in ("edit/", "sure/"):
        assert post(ben, at + path, **WORDS).status_code == 404
    told(ada)
    assert post(ada, at + "sure/").status_code == 303
    assert not Question.objects.exists()
    assert not Answer.objects.exists()
    assert "answered a question" not in told(ada), "what is gone is no news"


def test_it_is_searched_by_words_and_field(ada, ben):
    _one, first = asked(ada, title="Où trouver des élèves ?")
    _two, second = asked(ada, title="Something about cranes", field="crafts")
    assert first in read(ben, "?q=eleves")
    assert second not in read(ben, "?q=eleves")
    assert second in read(ben, "?field=crafts")
    assert first not in read(ben, "?field=crafts")
    assert "No question like that" in read(ben, "?q=zzz")
    assert "Crafts and trades (1)" in read(ben)


def test_blocked_people_neither_read_nor_count_each_other(ada, ben):
    _question, at = asked(ada)
    cleo = person("cleo", WORK, name="Cleo")
    answered(ben, at)
    one, none = '<span class="ask-count"><b>1</b>', '<span class="ask-count"><b>0</b>'
    assert one in read(cleo)
    block(ben, persona=cleo)
    assert none in read(cleo), "a list counts what its reader may read"
    assert "Go on holiday." not in read(cleo, at)
    assert "No answer yet" in read(cleo, at)
    block(ada, persona=cleo)
    assert read(cleo, at) == ""


def test_marks_of_the_blocked_do_not_count_and_answers_to_them_are_out_of_reach(ada, ben):
    _question, at = asked(ada)
    cleo, dora = (person(each, WORK, name=each.title()) for each in ("cleo", "dora"))
    _given, here = answered(ben, at)
    assert post(dora, here + "do/helpful/").status_code == 303
    one = "Helpful · 1<"
    assert one in read(cleo, at)
    block(dora, persona=cleo)
    assert one not in read(cleo, at)
    block(ben, persona=cleo)
    assert post(cleo, here + "do/helpful/").status_code == 404


def test_lists_ask_as_often_for_many_as_for_one(ada, ben):
    def queries(path: str) -> int:
        client = client_of(ben)
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            client.get(path)
        return len(seen)

    _question, at = asked(ada)
    answered(ben, at)
    paths = [f"/{WORK}/advice/", f"/{WORK}/advice/{at}", f"/{WORK}/advice/?tab=followed"]
    few = [queries(path) for path in paths]
    for number in range(12):
        other = person(f"member.{number}", WORK)
        new = actions.ask(other, field="own", title=f"Question number {number}", skills=["Water"])
        actions.answer(ben, question_id=new.pk, text="Yes.")
        answered(other, at, f"Answer {number}")
    assert [queries(path) for path in paths] == few


def test_who_leaves_takes_along_what_they_wrote(ada, ben):
    _question, at = asked(ada)
    _given, here = answered(ben, at)
    post(ada, here + "do/accept/")
    erase_persona(ben)
    drain()
    assert "Go on holiday." not in read(ada, at)
    erase_persona(ada)
    drain()
    assert not Question.objects.exists()


def test_links_are_links_and_nothing_else_is_markup(ada, ben):
    _question, at = asked(ada, text="See https://example.org/a <script>alert(1)</script>")
    page = read(ben, at)
    assert 'href="https://example.org/a"' in page
    assert "<script>alert" not in page
