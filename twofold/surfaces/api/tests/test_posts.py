"""Posting, reading, changing and deleting through the field's interface."""

import pytest
from django.core.files.base import ContentFile

from tests.world import befriend, person
from twofold.network.posts.actions import choose_naming
from twofold.surfaces.api.tests.doors import Api, api_of
from twofold.surfaces.api.tests.pictures import png

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    ada, ben, cyd = person("ada"), person("ben"), person("cyd")
    befriend(ada, ben)
    return {"ada": api_of(ada), "ben": api_of(ben), "cyd": api_of(cyd), "people": (ada, ben, cyd)}


def wrote(api, text="Bread is ready.", **fields) -> dict:
    answer = api.post("statuses", {"status": text, **fields})
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.mark.parametrize(
    ("visibility", "readers"),
    [
        ("public", "ada ben cyd anyone"),
        ("unlisted", "ada ben cyd"),
        ("private", "ada ben"),
        ("direct", "ada cyd"),
    ],
)
def test_each_visibility_reaches_whom_it_says(town, visibility, readers):
    status = wrote(town["ada"], "Hello @cyd", visibility=visibility)
    assert status["visibility"] == visibility
    town["anyone"] = Api()
    for name in ("ada", "ben", "cyd", "anyone"):
        answer = town[name].get(f"statuses/{status['id']}")
        assert (answer.status_code == 200) == (name in readers.split()), name


def test_without_a_word_on_it_a_post_is_for_ties(town):
    assert wrote(town["ada"])["visibility"] == "private"
    assert town["ada"].get("accounts/verify_credentials").json()["source"]["privacy"] == "private"


def test_what_is_hidden_answers_in_the_same_bytes_as_what_is_not_there(town):
    status = wrote(town["ada"])
    for path in ("statuses/{}", "statuses/{}/context", "statuses/{}/history", "statuses/{}/favourited_by"):
        hidden = town["cyd"].get(path.format(status["id"]))
        absent = town["cyd"].get(path.format(12345))
        assert hidden.status_code == absent.status_code == 404
        assert hidden.content == absent.content
        drop = {"X-RateLimit-Remaining", "X-RateLimit-Reset"}
        assert {k: v for k, v in hidden.headers.items() if k not in drop} == {
            k: v for k, v in absent.headers.items() if k not in drop
        }
    for verb in ("favourite", "reblog", "bookmark"):
        hidden = town["cyd"].post(f"statuses/{status['id']}/{verb}")
        assert hidden.status_code == 404
        assert hidden.content == town["cyd"].post(f"statuses/12345/{verb}").content


def test_the_same_key_writes_once(town):
    first = town["ada"].post("statuses", {"status": "Once"}, headers={"Idempotency-Key": "k1"})
    again = town["ada"].post("statuses", {"status": "Once"}, headers={"Idempotency-Key": "k1"})
    other = town["ben"].post("statuses", {"status": "Mine"}, headers={"Idempotency-Key": "k1"})
    assert first.json()["id"] == again.json()["id"] != other.json()["id"]
    ada = town["people"][0]
    assert len(town["ada"].get(f"accounts/{ada.pk}/statuses").json()) == 1


def test_editing_keeps_what_was_said(town):
    status = wrote(town["ada"], "Frist", visibility="public")
    path = f"statuses/{status['id']}"
    edited = town["ada"].send("PUT", path, {"status": "First", "spoiler_text": "spelling"})
    assert edited.status_code == 200, edited.content
    assert "First" in edited.json()["content"]
    assert edited.json()["edited_at"]
    assert edited.json()["spoiler_text"] == "spelling"
    history = town["cyd"].get(f"{path}/history").json()
    assert [("Frist" in each["content"], "First" in each["content"]) for each in history] == [
        (True, False),
        (False, True),
    ]
    assert town["ada"].get(f"{path}/source").json()["text"] == "First"
    assert town["cyd"].get(f"{path}/source").status_code == 403
    assert town["cyd"].send("PUT", path, {"status": "Mine"}).status_code == 403


def test_forms_are_read_as_well_as_json(town):
    client = town["ada"].client
    made = client.post("/api/v1/statuses", {"status": "By form", "visibility": "public"}).json()
    assert "By form" in made["content"]
    path = f"/api/v1/statuses/{made['id']}"
    body = "status=By+form%2C+again"
    assert client.put(path, body, content_type="application/x-www-form-urlencoded").status_code == 200
    assert "By form, again" in client.get(path).json()["content"]


def test_deleting_gives_the_source_back(town):
    status = wrote(town["ada"], "Gone soon", visibility="public")
    assert town["cyd"].send("DELETE", f"statuses/{status['id']}").status_code == 403
    last = town["ada"].send("DELETE", f"statuses/{status['id']}")
    assert last.status_code == 200
    assert last.json()["text"] == "Gone soon"
    assert town["ada"].get(f"statuses/{status['id']}").status_code == 404


def test_comments_stand_in_their_thread(town):
    root = wrote(town["ada"], "Who brings salt?")
    one = wrote(town["ben"], "I do", in_reply_to_id=root["id"])
    two = wrote(town["ada"], "Thanks", in_reply_to_id=one["id"])
    three = wrote(town["ben"], "And pepper", in_reply_to_id=root["id"])
    assert one["in_reply_to_id"] == root["id"]
    assert one["in_reply_to_account_id"] == root["account"]["id"]
    assert one["visibility"] == "private"
    context = town["ben"].get(f"statuses/{one['id']}/context").json()
    assert [each["id"] for each in context["ancestors"]] == [root["id"]]
    assert [each["id"] for each in context["descendants"]] == [two["id"]]
    below = town["ada"].get(f"statuses/{root['id']}/context").json()["descendants"]
    assert [each["id"] for each in below] == [one["id"], two["id"], three["id"]]
    assert town["ada"].get(f"statuses/{root['id']}").json()["replies_count"] == 3


def test_marks_are_the_readers_own(town):
    status = wrote(town["ada"], visibility="public")
    path = f"statuses/{status['id']}"
    liked = town["cyd"].post(f"{path}/favourite").json()
    assert (liked["favourited"], liked["favourites_count"]) == (True, 1)
    assert town["cyd"].post(f"{path}/bookmark").json()["bookmarked"] is True
    again = town["cyd"].post(f"{path}/reblog").json()
    assert again["reblog"]["id"] == status["id"]
    assert again["reblog"]["reblogged"] is True
    others = town["ben"].get(path).json()
    assert (others["favourited"], others["reblogged"], others["bookmarked"]) == (False, False, False)
    assert (others["favourites_count"], others["reblogs_count"]) == (1, 1)
    assert [each["username"] for each in town["ben"].get(f"{path}/favourited_by").json()] == ["cyd"]
    assert [each["username"] for each in town["ben"].get(f"{path}/reblogged_by").json()] == ["cyd"]
    assert [each["id"] for each in town["cyd"].get("bookmarks").json()] == [status["id"]]
    assert [each["id"] for each in town["cyd"].get("favourites").json()] == [status["id"]]
    assert town["cyd"].post(f"{path}/unfavourite").json()["favourites_count"] == 0
    assert town["cyd"].post(f"{path}/unreblog").json()["reblogs_count"] == 0
    assert town["cyd"].post(f"{path}/unbookmark").json()["bookmarked"] is False


def test_acting_on_a_repost_acts_on_what_it_shows(town):
    status = wrote(town["ada"], visibility="public")
    again = town["ben"].post(f"statuses/{status['id']}/reblog").json()
    assert town["cyd"].post(f"statuses/{again['id']}/favourite").json()["id"] == status["id"]


def test_mentions_hashtags_and_addresses_lead_somewhere(town):
    choose_naming(town["people"][1], freely=True)
    status = wrote(town["ada"], "Salt for @ben #bread", visibility="public")
    assert [each["acct"] for each in status["mentions"]] == ["ben"]
    assert [each["name"] for each in status["tags"]] == ["bread"]
    assert 'href="http://localhost:8000/social/' in status["content"]
    assert 'href="/' not in status["content"]
    assert [each["id"] for each in town["cyd"].get("timelines/tag/BREAD").json()] == [status["id"]]


@pytest.mark.parametrize(
    "body",
    [
        {"status": ""},
        {"status": "x" * 100_000},
        {"status": ["a"]},
        {"status": "x", "visibility": "loud"},
        {"status": "x", "media_ids": ["77"]},
    ],
)
def test_what_cannot_be_posted_is_refused_in_words(town, body):
    answer = town["ada"].post("statuses", body)
    assert answer.status_code == 422
    assert isinstance(answer.json()["error"], str)


def test_what_cannot_be_read_is_refused_in_words(town):
    client = town["ada"].client
    for body in (b"{", b"[1]", b"\xff\xfe", b"[" * 100_000):
        answer = client.post("/api/v1/statuses", body, content_type="application/json")
        assert answer.status_code == 422
        assert answer.json()["error"]


def test_nobody_answers_what_they_cannot_see(town):
    status = wrote(town["ada"])
    answer = town["cyd"].post("statuses", {"status": "Hm", "in_reply_to_id": status["id"]})
    assert answer.status_code == 404
    assert answer.content == town["cyd"].post("statuses", {"status": "Hm", "in_reply_to_id": "9"}).content


def test_what_is_too_large_is_said_to_be(town):
    answer = town["ada"].client.post("/api/v2/media", {}, **{"twofold.too_large": True})
    assert answer.status_code == 413
    assert answer.json()["error"]
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_pictures_are_described_until_they_are_posted(town):
    client = town["ada"].client
    file = ContentFile(png(), name="loaf.png")
    made = client.post("/api/v1/media", {"file": file, "description": "A loaf"}).json()
    path = f"/api/v1/media/{made['id']}"
    changed = client.put(path, {"description": "Two loaves"}, content_type="application/json").json()
    assert changed["description"] == "Two loaves"
    assert client.get(path).json()["description"] == "Two loaves"
    assert town["ben"].client.get(path).status_code == 404
    stolen = town["ben"].post("statuses", {"status": "Mine", "media_ids": [made["id"]]})
    assert stolen.status_code == 422
    wrote(town["ada"], "Look", media_ids=[made["id"]])
    assert client.get(path).status_code == 404
    assert town["ada"].post("statuses", {"status": "x", "media_ids": [made["id"]]}).status_code == 422


@pytest.mark.parametrize("content", [b"", b"MZ\x90\x00" * 100, b"<svg onload='x'/>", png()[:60]])
def test_what_is_no_picture_is_refused_in_words(town, content):
    answer = town["ada"].client.post("/api/v2/media", {"file": ContentFile(content, name="a.png")})
    assert answer.status_code == 422
    assert answer.json()["error"]
