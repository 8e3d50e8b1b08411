"""Quizzes through the pages: made with what was typed kept, answered once, seen by their author, taken away."""

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.games.models import Quiz, Sheet
from twofold.people.graph.actions import block
from twofold.people.personas.actions import erase_persona

pytestmark = pytest.mark.django_db
NEW = "/social/games/quizzes/new"
FORM = {
    "title": "The harbour", "reach": "ties", "intent": "send", "once": "quiz-1",
    "q-0": "Which bridge sings?", "a-0-0": "The old one", "a-0-2": "The new one", "right-0": "2",
    "q-1": "How deep?", "a-1-0": "Deep", "a-1-1": "Deeper", "right-1": "0",
    "q-2": "", "a-2-0": "", "a-2-1": "",
}  # fmt: skip


def pair():
    ada, boris = person("ada", name="Ada"), person("boris", name="Boris")
    befriend(ada, boris)
    return ada, boris, client_of(ada), client_of(boris)


def at(quiz: Quiz, more: str = "") -> str:
    return f"/social/games/quizzes/{encode(quiz.pk)}/{more}"


def test_a_quiz_is_made_answered_once_and_seen_by_its_author():
    _ada, _boris, hers, his = pair()
    for missing, words in (
        ({"right-1": ""}, "Say which answer to question 2"),
        ({"a-0-2": ""}, "Question 1 needs two to four different answers"),
        ({"q-0": ""}, "Question 1 has answers but no words"),
        ({"title": " "}, "Give the quiz a name"),
        ({"q-0": "", "q-1": "", "a-0-0": "", "a-0-2": "", "a-1-0": "", "a-1-1": ""}, "at least one question"),
    ):
        answer = hers.post(NEW, FORM | missing)
        assert answer.status_code == 422, words
        assert words in answer.content.decode()
        assert "Another question" in answer.content.decode()
    more = hers.post(NEW, FORM | {"intent": "more"})
    assert more.status_code == 200
    assert 'name="q-3"' in more.content.decode()
    assert 'value="Which bridge sings?"' in more.content.decode()
    for _again in range(2):
        assert hers.post(NEW, FORM).status_code == 303
    quiz = Quiz.objects.get()
    assert [each.right for each in quiz.questions.all()] == [1, 0]
    assert "The harbour" in his.get("/social/games/").content.decode()
    half = his.post(at(quiz), {"answer-0": "1"})
    assert half.status_code == 422
    assert "Choose an answer to question 2" in half.content.decode()
    assert 'name="answer-0" value="1" checked' in half.content.decode()
    for answers in ({"answer-0": "1", "answer-1": "1"}, {"answer-0": "1", "answer-1": "0"}):
        assert his.post(at(quiz), answers).status_code == 303
    assert (Sheet.objects.get().chosen, Sheet.objects.get().right) == ("1 1", 1)
    assert "1 of 2 right" in his.get(at(quiz)).content.decode()
    mine = hers.get(at(quiz)).content.decode()
    assert "Boris" in mine.split("Who answered")[1]
    assert "That is your own quiz" in hers.post(at(quiz), {"answer-0": "1", "answer-1": "0"}).content.decode()
    assert his.post(at(quiz, "delete")).status_code == 403
    assert "Delete this quiz?" in hers.get(at(quiz, "delete")).content.decode()
    hers.post(at(quiz, "delete"))
    assert not Sheet.objects.exists()


def test_a_block_and_an_end_take_answers_and_quizzes_along():
    ada, boris, hers, his = pair()
    hers.post(NEW, FORM)
    quiz = Quiz.objects.get()
    his.post(at(quiz), {"answer-0": "0", "answer-1": "0"})
    block(boris, persona=ada)
    assert his.get(at(quiz)).status_code == 404
    drain()
    assert not Sheet.objects.exists()
    erase_persona(ada)
    drain()
    assert not Quiz.objects.exists()
