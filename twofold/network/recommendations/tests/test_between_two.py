"""From a request to words that show, and every way in which either of the two says no."""

import pytest

from tests.world import client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Absent
from twofold.network.recommendations import actions, queries
from twofold.network.recommendations.models import Ask, Recommendation
from twofold.network.recommendations.tests.rows import WORDS, sent, shown, tied
from twofold.people.graph import actions as graph
from twofold.people.personas.actions import erase_persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db

SEND = {"intent": "send", "relation": "colleague", "position": "hydrologist"}
State = Recommendation.State


@pytest.fixture
def town():
    nadia, tomas, aiko = tied("nadia", "tomas", "aiko")
    return {"nadia": nadia, "tomas": tomas, "aiko": aiko}


def page(persona, path: str) -> str:
    return client_of(persona).get(f"/professional/{path}").content.decode()


def act(persona, row: Recommendation, name: str, **fields):
    return client_of(persona).post(f"/professional/recommendations/{encode(row.pk)}/{name}", fields)


def test_asked_written_read_and_shown(town):
    nadia, tomas = client_of(town["nadia"]), client_of(town["tomas"])
    fields = {"relation": "manager", "position": "hydrologist", "note": "The gauges of 2020, perhaps?"}
    assert nadia.post("/professional/@tomas/recommendations/ask", fields).status_code == 303
    assert "The gauges of 2020" in page(town["tomas"], "recommendations/?tab=requests")
    form = page(town["tomas"], "@nadia/recommendations/write")
    assert "The gauges of 2020" in form
    assert '<option value="manager" selected>' in form
    assert tomas.post("/professional/@nadia/recommendations/write", SEND | {"text": WORDS}).status_code == 303
    assert not Ask.objects.exists()
    row = Recommendation.objects.get()
    assert WORDS not in page(town["aiko"], "@nadia/recommendations/")
    assert WORDS not in page(town["nadia"], "@nadia/recommendations/")
    assert WORDS in page(town["nadia"], f"recommendations/{encode(row.pk)}/")
    assert act(town["nadia"], row, "show", audience="ties").status_code == 303
    text = page(town["aiko"], "@nadia/recommendations/")
    assert WORDS in text
    assert "worked with Nadia" in text
    assert WORDS in page(town["aiko"], "@tomas/recommendations/?tab=given")
    assert WORDS not in client_of(None).get("/professional/@nadia/recommendations/").content.decode()


def test_sent_back_with_words_and_sent_again(town):
    row = sent(town["tomas"], town["nadia"])
    assert act(town["nadia"], row, "return", reply=" ").status_code == 422
    assert act(town["nadia"], row, "return", reply="It was five thousand.").status_code == 303
    assert "It was five thousand." in page(town["tomas"], "recommendations/?tab=given")
    assert "It was five thousand." in page(town["tomas"], "@nadia/recommendations/write")
    sent(town["tomas"], town["nadia"], "In five thousand.")
    row.refresh_from_db()
    assert (row.state, row.reply, row.text) == (State.SENT, "", "In five thousand.")


def test_what_is_hidden_is_for_the_two_and_a_no_is_silent(town):
    row = sent(town["tomas"], town["nadia"])
    before = page(town["tomas"], "recommendations/?tab=given")
    act(town["nadia"], row, "hide")
    after = page(town["tomas"], "recommendations/?tab=given")
    assert before.count("Not shown") == after.count("Not shown") == 0
    for name in ("nadia", "tomas", "aiko"):
        assert WORDS not in page(town[name], "@nadia/recommendations/")
        assert WORDS not in page(town[name], "@tomas/recommendations/?tab=given")
    assert WORDS in page(town["nadia"], f"recommendations/{encode(row.pk)}/")
    assert client_of(town["aiko"]).get(f"/professional/recommendations/{encode(row.pk)}/").status_code == 404
    act(town["nadia"], row, "show")
    assert WORDS in page(town["aiko"], "@nadia/recommendations/")


def test_drafts_are_kept_and_read_by_their_writer_alone(town):
    tomas = client_of(town["tomas"])
    answer = tomas.post(
        "/professional/@nadia/recommendations/write", {"text": "Half a thou"}, headers={"HX-Request": "true"}
    )
    assert "Draft saved" in answer.content.decode()
    assert "Half a thou" in page(town["tomas"], "@nadia/recommendations/write")
    row = Recommendation.objects.get()
    assert client_of(town["nadia"]).get(f"/professional/recommendations/{encode(row.pk)}/").status_code == 404
    assert act(town["nadia"], row, "show").status_code == 404
    assert "Half a thou" not in page(town["nadia"], "recommendations/")
    assert "Half a thou" in page(town["tomas"], f"recommendations/{encode(row.pk)}/withdraw")
    act(town["tomas"], row, "withdraw")
    assert not Recommendation.objects.exists()


def test_new_words_take_the_old_ones_down_only_when_they_are_sent(town):
    row = shown(town["tomas"], town["nadia"])
    actions.keep_draft(town["tomas"], receiver=town["nadia"], text="Other words")
    assert WORDS in page(town["aiko"], "@nadia/recommendations/")
    assert "Other words" not in page(town["nadia"], f"recommendations/{encode(row.pk)}/")
    sent(town["tomas"], town["nadia"], "Other words")
    assert WORDS not in page(town["aiko"], "@nadia/recommendations/")
    assert "Other words" not in page(town["aiko"], "@nadia/recommendations/")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": " \u202e "}, "Write a few sentences first"),
        ({"text": "x" * 3001}, "At most 3000 characters fit here; these are 3001."),
        ({"text": "Well.", "relation": "boss"}, "Choose how you know each other."),
        ({"text": "Well.", "position": "p" * 121}, "At most 120 characters"),
    ],
)
def test_what_cannot_be_sent_comes_back_with_the_reason(town, fields, words):
    answer = client_of(town["tomas"]).post("/professional/@nadia/recommendations/write", SEND | fields)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert fields["text"].strip(" \u202e") in answer.content.decode()
    assert not Recommendation.objects.exists()


def test_only_connections_and_nobody_about_themselves(town):
    stranger = person("stranger", "professional")
    for path in ("write", "ask"):
        assert "Connect first" in page(stranger, f"@nadia/recommendations/{path}")
        assert "That is you" in page(town["nadia"], f"@nadia/recommendations/{path}")
    assert client_of(person("nadi")).get("/social/@nadi/recommendations/").status_code == 404
    assert client_of(person("nado")).get("/social/recommendations/").status_code == 404


def test_a_declined_request_looks_like_one_that_waits_and_asking_again_is_as_silent(town):
    ask = {"writer": town["tomas"], "relation": "colleague"}
    actions.ask(town["nadia"], **ask)
    waiting = page(town["nadia"], "recommendations/?tab=requests").count("Waiting")
    actions.decline(town["tomas"], asker=town["nadia"])
    assert page(town["nadia"], "recommendations/?tab=requests").count("Waiting") == waiting == 1
    actions.ask(town["nadia"], **ask, note="Please?")
    assert queries.asked_of(Viewer.of(town["tomas"])) == []
    actions.withdraw_ask(town["nadia"], writer=town["tomas"])
    assert queries.asked_by(Viewer.of(town["nadia"])) == []
    actions.ask(town["nadia"], **ask)
    assert queries.asked_of(Viewer.of(town["tomas"])) == []


def test_its_writer_takes_it_back_after_being_asked_once(town):
    row = shown(town["tomas"], town["nadia"])
    assert WORDS in page(town["tomas"], f"recommendations/{encode(row.pk)}/withdraw")
    assert (
        client_of(town["nadia"]).get(f"/professional/recommendations/{encode(row.pk)}/withdraw").status_code
        == 404
    )
    act(town["tomas"], row, "withdraw")
    assert not Recommendation.objects.exists()
    assert WORDS not in page(town["aiko"], "@nadia/recommendations/")


def test_a_block_or_a_farewell_takes_both_their_words(town):
    shown(town["tomas"], town["nadia"])
    shown(town["nadia"], town["tomas"])
    actions.ask(town["nadia"], writer=town["aiko"], relation="peer")
    graph.block(town["tomas"], persona=town["nadia"])
    drain()
    assert not Recommendation.objects.exists()
    shown(town["aiko"], town["nadia"])
    erase_persona(town["aiko"])
    drain()
    assert not Recommendation.objects.exists()
    assert not Ask.objects.exists()
    assert "Aiko" not in page(town["nadia"], "recommendations/")


def test_whoever_is_behind_the_door_is_not_there_to_be_asked_or_recommended(town):
    graph.block(town["tomas"], persona=town["nadia"])
    for act_of in (
        lambda: actions.send(town["nadia"], receiver=town["tomas"], text=WORDS, relation="peer"),
        lambda: actions.keep_draft(town["nadia"], receiver=town["tomas"], text=WORDS),
        lambda: actions.ask(town["nadia"], writer=town["tomas"], relation="peer"),
    ):
        with pytest.raises(Absent):
            act_of()


def test_only_the_receiver_decides_and_only_the_writer_takes_back(town):
    row = sent(town["tomas"], town["nadia"])
    for name in ("tomas", "aiko"):
        for verb in ("show", "hide", "audience"):
            assert act(town[name], row, verb, audience="everyone").status_code == 404, (name, verb)
    assert act(town["nadia"], row, "nonsense").status_code == 404
    assert act(town["nadia"], row, "show", audience="nonsense").status_code == 422
