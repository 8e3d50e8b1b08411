"""Search for clients: what words find, what addresses lead to, and nothing behind the door."""

import pytest

from tests.world import befriend, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.posts import actions as posts
from twofold.people.audiences.specs import ALL_TIES, ONLY_ME
from twofold.surfaces.api.tests.doors import api_of

pytestmark = pytest.mark.django_db
BASE = "http://localhost:8000"


@pytest.fixture
def town():
    ada, ben, cleo = (person(each) for each in ("ada", "ben", "cleo"))
    befriend(ada, ben)
    told = posts.publish(ben, text="The skates are waxed. #winterfun", spec=ALL_TIES)
    posts.publish(ben, text="Skates of my own to mend", spec=ONLY_ME)
    drain()
    return ada, ben, cleo, told


def asked(persona, q: str, **more) -> dict:
    return api_of(persona).client.get("/api/v2/search", {"q": q, **more}).json()


def counts(found: dict) -> tuple[int, int, int]:
    return len(found["accounts"]), len(found["statuses"]), len(found["hashtags"])


def test_words_find_people_posts_and_hashtags(town):
    ada, ben, _cleo, told = town
    found = asked(ada, "skates")
    assert [each["id"] for each in found["statuses"]] == [str(told.pk)]
    assert [each["name"] for each in asked(ada, "#winterf")["hashtags"]] == ["winterfun"]
    assert [each["id"] for each in asked(ada, "@ben")["accounts"]] == [str(ben.pk)]
    assert counts(asked(ada, "skates", type="accounts")) == (0, 0, 0)
    assert counts(asked(ada, "winterfun", type="hashtags")) == (0, 0, 1)
    for nothing in ("", "   ", '"', "from:", "a" * 5000):
        assert counts(asked(ada, nothing)) == (0, 0, 0)


def test_what_is_not_for_one_is_not_found(town):
    _ada, ben, cleo, told = town
    assert counts(asked(cleo, "skates")) == (0, 0, 0)
    assert counts(asked(cleo, "#winterfun")) == (0, 0, 0)
    assert counts(asked(cleo, f"{BASE}/social/posts/{encode(told.pk)}/")) == (0, 0, 0)
    assert len(asked(ben, "skates")["statuses"]) == 2


def test_an_address_of_this_server_finds_what_it_leads_to(town):
    ada, ben, _cleo, told = town
    at = f"{BASE}/social/posts/{encode(told.pk)}/"
    assert [each["id"] for each in asked(ada, at)["statuses"]] == [str(told.pk)]
    assert [each["id"] for each in asked(ada, f"{BASE}/social/@ben/")["accounts"]] == [str(ben.pk)]
    for other in (f"{BASE}/professional/@ben/", f"{BASE}/nowhere", f"{BASE}/social/@nobody/"):
        assert counts(asked(ada, other)) == (0, 0, 0)
