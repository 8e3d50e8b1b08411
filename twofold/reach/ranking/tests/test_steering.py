"""Hiding, less like this, snoozing and muting for a while: in both orders, undone from one list."""

import re
from datetime import timedelta

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.posts.actions import publish, repost
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, ONLY_ME
from twofold.people.graph.models import Mute
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed import actions as feed
from twofold.reach.feed.models import Hidden, Snooze
from twofold.reach.feed.queries import home_ids
from twofold.reach.feed.words import as_word, has_word
from twofold.reach.ranking import actions
from twofold.reach.ranking.models import Leaning

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    """A reader and a friend."""
    reader, friend = person("reader"), person("friend")
    befriend(reader, friend)
    drain()
    return reader, friend


def told(author, text, hours=1.0, **more):
    made = publish(author, text=text, spec=EVERYONE, at=clock.now() - timedelta(hours=hours), **more)
    drain()
    return made


def both_orders(client) -> list[list[str]]:
    found = []
    for order in ("latest", "for_you"):
        client.post("/social/feed/order", {"order": order})
        page = client.get("/social/").content.decode()
        found.append(re.findall(r'<div class="text[^>]*><p>(.*?)</p>', page))
    return found


def test_a_hidden_post_is_in_neither_order_nor_in_a_repost_until_it_is_shown_again(two):
    reader, friend = two
    post, _other = told(friend, "Hide me"), told(friend, "Keep me")
    third = person()
    befriend(reader, third)
    repost(third, post=post)
    drain()
    client = client_of(reader)
    answer = client.post(f"/social/feed/hide/{encode(post.pk)}", HTTP_REFERER="http://testserver/social/")
    assert answer.status_code == 303
    assert f"/social/feed/hide/{encode(post.pk)}/undo" in client.get("/social/").content.decode()
    assert [set(order) - {"Keep me"} for order in both_orders(client)] == [set(), set()]
    assert "Hide me" in client.get("/social/feed/filters/").content.decode()
    client.post(f"/social/feed/hide/{encode(post.pk)}/undo")
    assert all("Hide me" in order for order in both_orders(client))


def test_script_gets_a_line_for_the_place_of_a_hidden_post(two):
    reader, friend = two
    post = told(friend, "Hide me")
    answer = client_of(reader).post(f"/social/feed/hide/{encode(post.pk)}", HTTP_HX_REQUEST="true")
    assert b"Hidden from your feed." in answer.content
    assert b"<html" not in answer.content


def test_one_hides_what_one_sees_and_did_not_write(two):
    reader, friend = two
    own = told(reader, "Mine")
    secret = publish(friend, text="Secret", spec=ONLY_ME)
    client = client_of(reader)
    assert client.post(f"/social/feed/hide/{encode(own.pk)}").status_code == 422
    assert client.post(f"/social/feed/hide/{encode(secret.pk)}").status_code == 404
    assert client.get(f"/social/feed/less/{encode(secret.pk)}/").status_code == 404
    assert not Hidden.objects.exists()


def test_less_like_this_says_of_what_and_is_taken_back(two):
    reader, friend = two
    post = told(friend, "Bread again #bread")
    client = client_of(reader)
    page = client.get(f"/social/feed/less/{encode(post.pk)}/").content.decode()
    assert "Posts by Friend" in page
    assert "#bread" in page
    chosen = [f"person:{friend.pk}", "topic:bread", "topic:never-there", "kind:poll", "nonsense"]
    assert client.post(f"/social/feed/less/{encode(post.pk)}/", {"less": chosen}).status_code == 303
    assert set(Leaning.objects.values_list("about", "ref", "amount")) == {
        ("person", str(friend.pk), -1),
        ("topic", "bread", -1),
    }
    why = client.get(f"/social/feed/why/{encode(post.pk)}/").content.decode()
    assert "You said: less of Friend, less of #bread" in why
    client.post("/social/feed/lean", {"say": "0:topic:bread"})
    client.post("/social/feed/lean", {"say": f"0:person:{friend.pk}"})
    assert not Leaning.objects.exists()
    assert "You said" not in client.get(f"/social/feed/why/{encode(post.pk)}/").content.decode()


def test_more_of_a_topic_brings_posts_of_strangers(two):
    reader, _friend = two
    told(person(), "Sourdough at last #bread")
    client = client_of(reader)
    assert 'value="1:topic:bread" aria-pressed="false"' in client.get("/social/tags/bread/").content.decode()
    assert client.post("/social/feed/lean", {"amount": "1", "what": "#Bread"}).status_code == 303
    assert "#bread" in client.get("/social/feed/filters/").content.decode()
    followed = client.get("/social/tags/Bread/").content.decode()
    assert 'value="0:topic:bread" aria-pressed="true"' in followed
    assert "Posts with #bread that are for you come into For you" in followed, (
        "and where they do not come is said"
    )
    assert 'href="/social/tags/bread/"' in client.get("/social/beside/").content.decode()
    client.post("/social/feed/order", {"order": "for_you"})
    assert "From your topics" in client.get("/social/").content.decode()


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"say": "7:topic:bread"}, 422), ({"say": "1:kind:opera"}, 422), ({"say": "2:topic:bread"}, 422),
        ({"say": "1:person:5"}, 404), ({"say": "1:person:x"}, 404), ({"what": "@nobody", "amount": "1"}, 404),
        ({"what": "two words", "amount": "1"}, 422), ({}, 422), ({"say": "1:topic:" + "!" * 300}, 422),
        ({"say": "1:shoes:red"}, 422),
    ],
)  # fmt: skip
def test_nonsense_is_refused_in_words(two, form, status):
    assert client_of(two[0]).post("/social/feed/lean", form).status_code == status
    assert not Leaning.objects.exists()


def test_a_snoozed_word_stays_out_of_both_orders_for_its_time(two):
    reader, friend = two
    told(friend, "Que café!")
    told(friend, "Cafeteria", hours=2)
    client = client_of(reader)
    answer = client.post("/social/feed/filters/", {"word": "  CAFE ", "days": "7"})
    assert answer.status_code == 303
    assert [set(order) for order in both_orders(client)] == [{"Cafeteria"}, {"Cafeteria"}]
    snooze = Snooze.objects.get()
    assert timedelta(days=6) < snooze.until - clock.now() < timedelta(days=8)
    Snooze.objects.update(until=clock.now())
    actions.refresh(reader)
    assert all("Que café!" in order for order in both_orders(client))
    assert feed.forget_snoozes() == 1
    client.post("/social/feed/filters/", {"word": "café", "days": "0"})
    assert Snooze.objects.get().until is None
    client.post(f"/social/feed/filters/words/{Snooze.objects.get().pk}/undo")
    assert all("Que café!" in order for order in both_orders(client))


@pytest.mark.parametrize("word", ["", "   ", "!!!", "x" * 100])
def test_a_word_that_is_none_is_refused_and_kept(two, word):
    answer = client_of(two[0]).post("/social/feed/filters/", {"word": word})
    assert answer.status_code == 422
    assert word.strip() in answer.content.decode()


def test_pages_go_on_behind_what_a_word_took_out(two):
    reader, friend = two
    for number in range(60):
        text = f"rain {number}" if 3 < number < 55 else f"sun {number}"
        publish(friend, text=text, spec=EVERYONE, at=clock.now() - timedelta(hours=number))
    drain()
    feed.snooze(reader, word="rain")
    first = home_ids(Viewer.of(reader), size=5)
    second = home_ids(Viewer.of(reader), first.after, size=5)
    assert len(first) == 5
    assert len(second) == 4
    assert second.after is None


def test_words_are_whole_words_but_where_scripts_have_no_spaces():
    assert has_word("The #Spoiler is here", [as_word("spoiler")])
    assert not has_word("Spoilers", [as_word("spoiler")])
    assert has_word("two  words, here", [as_word("Two words")])
    assert has_word("今日は雨です", [as_word("雨")])


def test_somebody_is_muted_for_thirty_days(two):
    reader, friend = two
    told(friend, "Hello")
    client = client_of(reader)
    said = client.post(f"/social/people/{encode(friend.pk)}/mute-month/", follow=True).content.decode()
    assert f'formaction="/social/people/{encode(friend.pk)}/unmute/"' in said, "a slip is taken back at once"
    mute = Mute.objects.get(by=reader, persona=friend)
    assert timedelta(days=29) < mute.until - clock.now() <= timedelta(days=30)
    assert both_orders(client) == [[], []]


def test_the_numbers_of_reactions_can_be_hidden_for_one_network_in_this_browser(two):
    client = client_of(two[0])
    client.post("/social/feed/counts", {"counts": "hidden"})
    assert b'data-counts="hidden"' in client.get("/social/").content
    assert b'data-counts="hidden"' not in client.get("/professional/").content
    client.post("/social/feed/counts", {"counts": "shown"})
    assert b'data-counts="hidden"' not in client.get("/social/").content


def test_a_feed_where_everything_is_left_out_is_honest(two):
    reader, friend = two
    post = publish(friend, text="Hello", spec=ALL_TIES)
    drain()
    feed.hide(reader, post=post)
    assert both_orders(client_of(reader)) == [[], []]
    page = client_of(reader).get("/social/").content.decode()
    assert "Quiet so far" in page
    assert "you have muted, hidden or snoozed" in page
    told(person(), "Shared with everyone")
    page = client_of(reader).get("/social/").content.decode()
    assert "From the community" in page
    assert "you have muted, hidden or snoozed" in page
