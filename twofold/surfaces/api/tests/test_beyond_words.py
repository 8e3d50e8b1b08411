"""What a post may carry besides words, through the field's interface: polls, a time to be sent, a first place."""

from datetime import timedelta

import pytest
import time_machine

from tests.world import befriend, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.network.posts.actions import send_what_is_due
from twofold.surfaces.api.tests.doors import Api, api_of

pytestmark = pytest.mark.django_db

POLL = {"options": ["Rye", "Spelt"], "expires_in": 3600, "multiple": False}


@pytest.fixture
def town():
    ada, ben, cyd = person("ada"), person("ben"), person("cyd")
    befriend(ada, ben)
    return api_of(ada), api_of(ben), api_of(cyd)


def wrote(api: Api, text: str = "Which bread?", **fields) -> dict:
    answer = api.post("statuses", {"status": text, **fields})
    assert answer.status_code == 200, answer.content
    return answer.json()


def told(poll: dict) -> list:
    return [(each["title"], each["votes_count"]) for each in poll["options"]]


def test_a_poll_is_asked_answered_and_counted_only_for_those_who_may_know(town):
    ada, ben, cyd = town
    status = wrote(ada, poll=POLL)
    poll = status["poll"]
    assert poll["id"] == status["id"]
    assert told(poll) == [("Rye", 0), ("Spelt", 0)]
    assert ben.get(f"statuses/{status['id']}").json()["poll"]["options"][0]["votes_count"] is None
    voted = ben.post(f"polls/{poll['id']}/votes", {"choices": [1]}).json()
    assert told(voted) == [("Rye", 0), ("Spelt", 1)]
    assert (voted["voted"], voted["own_votes"], voted["voters_count"]) == (True, [1], 1)
    assert told(ada.get(f"polls/{poll['id']}").json()) == [("Rye", 0), ("Spelt", 1)]
    assert ada.get(f"statuses/{status['id']}").json()["poll"]["own_votes"] == []
    drain()
    assert ben.get("timelines/home").json()[0]["poll"]["own_votes"] == [1]
    for asked in (cyd.get(f"polls/{poll['id']}"), cyd.post(f"polls/{poll['id']}/votes", {"choices": [0]})):
        assert asked.status_code == 404
        assert asked.content == cyd.get("polls/9").content


def test_a_poll_stands_under_the_words_that_the_field_sends_as_a_form(town):
    ada, ben, _cyd = town
    form = {
        "status": "Which?",
        "poll[options][]": ["A", "B", "C"],
        "poll[expires_in]": "300",
        "poll[multiple]": "true",
    }
    poll = ada.client.post("/api/v1/statuses", form).json()["poll"]
    assert [each["title"] for each in poll["options"]] == ["A", "B", "C"]
    assert poll["multiple"] is True
    both = ben.client.post(f"/api/v1/polls/{poll['id']}/votes", {"choices[]": ["0", "2"]}).json()
    assert both["own_votes"] == [0, 2]


@pytest.mark.parametrize(
    "poll",
    [
        {"options": ["One"], "expires_in": 3600}, {"options": ["A", "A"], "expires_in": 3600},
        {"options": ["A", "B"]}, {"options": ["A", "B"], "expires_in": 5}, {"options": [" "], "expires_in": 3600},
        {"options": ["A", "B"], "expires_in": "soon"}, {"options": ["A", "B"], "expires_in": 10**12},
        {"options": [str(n) for n in range(40)], "expires_in": 3600},
        {"options": ["A", "x" * 500], "expires_in": 3600}, {"options": "A", "expires_in": 3600}, ["A", "B"],
    ],
)  # fmt: skip
def test_a_poll_that_is_none_is_refused_and_nothing_is_posted(town, poll):
    ada, _ben, _cyd = town
    answer = ada.post("statuses", {"status": "Which?", "poll": poll})
    assert answer.status_code == 422
    assert answer.json()["error"]
    assert ada.get("timelines/home").json() == []


def test_votes_that_cannot_be_are_refused(town):
    ada, ben, _cyd = town
    poll = wrote(ada, poll=POLL)["poll"]["id"]
    for choices in ([0, 1], [7], ["x"], [], None, [-1]):
        answer = ben.post(f"polls/{poll}/votes", {"choices": choices})
        assert answer.status_code == 422, choices
        assert answer.json()["error"]
    assert ben.get(f"polls/{poll}").json()["voted"] is False


def test_an_edit_keeps_a_poll_and_a_comment_has_none(town):
    ada, ben, _cyd = town
    status = wrote(ada, poll=POLL)
    path = f"statuses/{status['id']}"
    edited = ada.send("PUT", path, {"status": "Which loaf?", "poll": POLL}).json()
    assert [each["title"] for each in edited["poll"]["options"]] == POLL["options"]
    other = ada.send("PUT", path, {"status": "Which?", "poll": {**POLL, "options": ["A", "B"]}})
    assert other.status_code == 422
    answer = ben.post("statuses", {"status": "Hm", "in_reply_to_id": status["id"], "poll": POLL})
    assert answer.status_code == 422


def test_a_post_waits_for_its_time_can_be_moved_and_taken_back(town):
    ada, ben, _cyd = town
    due = clock.now() + timedelta(days=2)
    body = {"status": "Later", "scheduled_at": due.isoformat(), "visibility": "private", "poll": POLL}
    waiting = ada.post("statuses", body).json()
    assert waiting["params"]["text"] == "Later"
    assert waiting["params"]["poll"]["options"] == ["Rye", "Spelt"]
    assert ada.post("statuses", body).json()["id"] == waiting["id"], "the same again is the same"
    assert [each["id"] for each in ada.get("scheduled_statuses").json()] == [waiting["id"]]
    path = f"scheduled_statuses/{waiting['id']}"
    assert ben.get("scheduled_statuses").json() == []
    assert ben.get(path).status_code == ben.send("DELETE", path).status_code == 404
    sooner = clock.now() + timedelta(hours=2)
    moved = ada.send("PUT", path, {"scheduled_at": sooner.isoformat()}).json()
    assert moved["scheduled_at"] < waiting["scheduled_at"]
    with time_machine.travel(clock.now() + timedelta(hours=3)):
        assert send_what_is_due() == 1
        drain()
        sent = ben.get("timelines/home").json()
    assert [each["content"] for each in sent] == ["<p>Later</p>"]
    assert sent[0]["poll"]["options"][0]["title"] == "Rye"
    assert ada.get("scheduled_statuses").json() == []
    again = ada.post("statuses", {**body, "status": "Never"}).json()
    assert ada.send("DELETE", f"scheduled_statuses/{again['id']}").json() == {}
    assert ada.get("scheduled_statuses").json() == []


@pytest.mark.parametrize(
    "when", ["yesterday", "2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "2030-13-01T00:00:00Z", 7]
)
def test_a_time_that_cannot_be_is_refused(town, when):
    ada, _ben, _cyd = town
    answer = ada.post("statuses", {"status": "Later", "scheduled_at": when})
    assert answer.status_code == 422
    assert answer.json()["error"]
    assert ada.get("scheduled_statuses").json() == []


def test_one_post_stands_first(town):
    ada, ben, _cyd = town
    first, second = wrote(ada, "One"), wrote(ada, "Two")
    me = first["account"]["id"]
    assert ada.post(f"statuses/{first['id']}/pin").json()["pinned"] is True
    assert ada.post(f"statuses/{second['id']}/pin").json()["pinned"] is True
    assert ada.get(f"statuses/{first['id']}").json()["pinned"] is False, "there is one such place"
    assert [each["id"] for each in ben.get(f"accounts/{me}/statuses", pinned="true").json()] == [second["id"]]
    assert ben.post(f"statuses/{second['id']}/pin").status_code == 403
    assert ada.post(f"statuses/{first['id']}/unpin").json()["pinned"] is False
    assert ada.get(f"statuses/{second['id']}").json()["pinned"] is True, (
        "to take down another one takes nothing down"
    )
    assert ada.post(f"statuses/{second['id']}/unpin").json()["pinned"] is False
    assert ben.get(f"accounts/{me}/statuses", pinned="true").json() == []
