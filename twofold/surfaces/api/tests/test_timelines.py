"""Streams: every post once, none left out, whichever way a client pages; and the home feed through the door."""

import re

import pytest

from tests.world import befriend, person
from twofold.foundation.courier.worker import drain
from twofold.network.posts.models import Post
from twofold.people.graph.actions import block, end_tie, follow, mute
from twofold.surfaces.api.tests.doors import Api, api_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    """A reader whose friend has posted twelve times, an even one for everyone and an odd one for ties."""
    me, friend = person("reader"), person("friend")
    befriend(me, friend)
    author = api_of(friend)
    for number in range(12):
        visibility = "public" if number % 2 == 0 else "private"
        author.post("statuses", {"status": f"Number {number}", "visibility": visibility})
    drain()
    return api_of(me), me, friend


def ids(answer) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [each["id"] for each in answer.json()]


def by_links(api: Api, path: str, relation: str, **query) -> list[list[str]]:
    """The pages that the links of an answer lead to, until an empty one."""
    answer, pages = api.get(path, **query), []
    while page := ids(answer):
        pages.append(page)
        found = re.search(rf'<http://localhost:8000([^>]+)>; rel="{relation}"', answer.headers["Link"])
        assert found is not None
        answer = api.client.get(found[1])
    return pages


@pytest.mark.parametrize("path", ["timelines/home", "timelines/public", "accounts/{}/statuses"])
def test_links_lead_through_everything_once(reader, path):
    api, _me, friend = reader
    path = path.format(friend.pk)
    everything = ids(api.get(path, limit=40))
    downwards = [each for page in by_links(api, path, "next", limit=5) for each in page]
    assert downwards == everything
    assert len(set(everything)) == len(everything) == (6 if "public" in path else 12)


@pytest.mark.parametrize("path", ["timelines/home", "timelines/public"])
def test_reading_upwards_leaves_no_gap(reader, path):
    api, *_rest = reader
    everything = ids(api.get(path, limit=40))
    seen, newest = everything[-1:], everything[-1]
    while page := ids(api.get(path, min_id=newest, limit=2)):
        assert len(page) <= 2
        seen, newest = page + seen, page[0]
    assert seen == everything


@pytest.mark.parametrize("path", ["timelines/home", "timelines/public"])
def test_since_is_the_newest_of_what_came_after(reader, path):
    api, *_rest = reader
    everything = ids(api.get(path, limit=40))
    assert ids(api.get(path, since_id=everything[3])) == everything[:3]
    assert ids(api.get(path, since_id=everything[3], limit=1)) == everything[:1]
    assert ids(api.get(path, max_id=everything[1], since_id=everything[4])) == everything[2:4]


def test_times_that_are_equal_are_no_hole(reader):
    api, _me, friend = reader
    author = api_of(friend)
    posted = author.post("statuses", {"status": "one", "visibility": "public"}).json()["id"]
    other = author.post("statuses", {"status": "two", "visibility": "public"}).json()["id"]
    Post.objects.filter(pk=other).update(position=Post.objects.get(pk=posted).position)
    everything = ids(api.get("timelines/public", limit=40))
    one_by_one = [each for page in by_links(api, "timelines/public", "next", limit=1) for each in page]
    assert one_by_one == everything
    assert {posted, other} < set(everything)


def test_a_hidden_place_is_as_good_as_none(reader):
    _api, _me, friend = reader
    hidden = ids(api_of(friend).get("timelines/home"))[0]
    stranger = api_of(person("stranger"))
    for path in ("timelines/public", "timelines/home", f"accounts/{friend.pk}/statuses"):
        for name in ("max_id", "since_id", "min_id"):
            one = stranger.get(path, **{name: hidden})
            other = stranger.get(path, **{name: "12345"})
            assert one.content == other.content
            assert one.headers.get("Link", "").replace(hidden, "x") == other.headers.get("Link", "").replace(
                "12345", "x"
            )


def test_the_door_is_asked_again_when_a_feed_is_read(reader):
    api, me, friend = reader
    assert len(ids(api.get("timelines/home"))) == 12
    end_tie(friend, other=me)
    assert len(ids(api.get("timelines/home"))) == 6
    block(friend, persona=me)
    assert ids(api.get("timelines/home")) == []
    assert ids(api.get("timelines/public")) == []
    assert api.get(f"accounts/{friend.pk}").status_code == 404


def test_whom_one_mutes_is_not_in_the_feed(reader):
    api, me, friend = reader
    mute(me, persona=friend)
    assert ids(api.get("timelines/home")) == []


def test_a_repost_shows_what_it_passes_on_once(reader):
    api, me, _friend = reader
    third = person("third")
    follow(me, followed=third)
    newest = ids(api.get("timelines/home"))[1]
    again = api_of(third).post(f"statuses/{newest}/reblog").json()
    drain()
    home = api.get("timelines/home").json()
    assert home[0]["id"] == again["id"]
    assert home[0]["reblog"]["id"] == newest
    assert home[0]["account"]["username"] == "third"
    shown = [each["reblog"]["id"] if each["reblog"] else each["id"] for each in home]
    assert len(shown) == len(set(shown)) == 12


def test_what_changes_is_seen_at_once(reader):
    api, _me, friend = reader
    author = api_of(friend)
    newest = ids(api.get("timelines/home"))[0]
    author.send("PUT", f"statuses/{newest}", {"status": "Changed"})
    author.send("PATCH", "accounts/update_credentials", {"display_name": "Renamed"})
    first = api.get("timelines/home").json()[0]
    assert "Changed" in first["content"]
    assert first["account"]["display_name"] == "Renamed"
    api.post(f"statuses/{newest}/favourite")
    assert api.get("timelines/home").json()[0]["favourited"] is True


def test_strangers_read_what_is_for_everyone(reader):
    assert len(ids(Api().get("timelines/public", network="social"))) == 6
    assert ids(Api().get("timelines/public", network="professional")) == []
    assert Api().get("timelines/home").status_code == 401
    assert Api("nonsense").get("timelines/public").status_code == 401


def test_a_page_costs_the_same_whatever_its_length(reader, django_assert_max_num_queries):
    api, *_rest = reader
    api.get("timelines/home", limit=40)
    for limit in (1, 12):
        with django_assert_max_num_queries(3):
            assert len(ids(api.get("timelines/home", limit=limit))) == limit


def test_limits_are_kept_within_bounds(reader):
    api, *_rest = reader
    assert len(ids(api.get("timelines/home", limit=0))) == 1
    assert len(ids(api.get("timelines/home", limit=10_000))) == 12
    assert api.get("timelines/home", limit="many").status_code == 422
    for junk in ("0", "-1", "9" * 30, "x", "1.5", "٣"):
        assert api.get("timelines/home", max_id=junk).status_code == 200


def test_nobody_is_counted_who_is_not_there_for_the_reader(reader):
    api, me, friend = reader
    shut, author = person("shut"), api_of(friend)
    status = author.post("statuses", {"status": "Count", "visibility": "public"}).json()["id"]
    other = api_of(shut)
    other.post(f"statuses/{status}/favourite")
    other.post(f"statuses/{status}/reblog")
    other.post("statuses", {"status": "Here", "in_reply_to_id": status})
    drain()

    def counts(of: Api) -> list[int]:
        names = ("favourites_count", "reblogs_count", "replies_count")
        shown = {each["id"]: each for each in of.get("timelines/home").json()}[status]
        single = of.get(f"statuses/{status}").json()
        assert [shown[name] for name in names] == [single[name] for name in names]
        return [shown[name] for name in names]

    assert counts(api) == counts(author) == [1, 1, 1]
    block(shut, persona=me)
    assert counts(api) == [0, 0, 0]
    assert counts(author) == [1, 1, 1]
    for path in ("favourited_by", "reblogged_by"):
        assert api.get(f"statuses/{status}/{path}").json() == []
    assert api.get(f"statuses/{status}/context").json()["descendants"] == []
