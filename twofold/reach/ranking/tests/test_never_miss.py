"""Never miss: unseen posts of close people first, what was seen, the meter, and catching up by person."""

import re
from datetime import timedelta

import pytest

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.posts.actions import publish, react
from twofold.people.audiences.specs import ALL_TIES, ONLY_ME
from twofold.people.graph.actions import mute, set_tie_kind
from twofold.people.personas.viewers import Viewer
from twofold.reach.ranking import actions, queries
from twofold.reach.ranking.models import Seen
from twofold.reach.ranking.queries.close import Meter

pytestmark = pytest.mark.django_db
DONE = "You are all caught up with the people close to you"


@pytest.fixture
def home():
    """A reader of For you with a sister and a friend."""
    reader, sister, friend = person("reader"), person("sister"), person("friend")
    for other, kind in ((sister, "family"), (friend, "friend")):
        befriend(reader, other)
        set_tie_kind(reader, other=other, kind=kind)
    actions.choose_order(reader, order="for_you")
    drain()
    return reader, sister, friend


def told(author, text, hours=1.0):
    return publish(author, text=text, spec=ALL_TIES, at=clock.now() - timedelta(hours=hours))


def order_in(page: str) -> list[str]:
    """Texts in their order, and where it is said that one is caught up."""
    return re.findall(rf'<div class="text[^>]*><p>([^<]*)</p>|<span>({DONE})</span>', page)


def see(client, *posts):
    return client.post(
        "/social/feed/seen", {"post": [encode(post.pk) for post in posts]}, HTTP_HX_REQUEST="true"
    )


def test_unseen_posts_of_family_come_first_and_then_one_is_caught_up(home):
    reader, sister, friend = home
    soup, news = told(sister, "Soup", hours=200), told(friend, "News")
    drain()
    client = client_of(reader)
    first = order_in(client.get("/social/").content.decode())
    assert first == [("Soup", ""), ("", DONE), ("News", "")]
    assert see(client, soup, news).status_code == 204
    assert list(Seen.objects.values_list("post", flat=True)) == [soup.pk]
    actions.refresh(reader)
    then = order_in(client.get("/social/").content.decode())
    assert then == [("", DONE), ("News", ""), ("Soup", "")]
    told(sister, "More soup", hours=0)
    drain()
    assert order_in(client.get("/social/").content.decode())[:2] == [("More soup", ""), ("", DONE)]


def test_what_is_not_for_one_is_not_noted_and_nothing_without_for_you_or_with_no_profiling(home):
    reader, sister, friend = home
    soup, secret = told(sister, "Soup"), publish(sister, text="Secret", spec=ONLY_ME)
    client = client_of(reader)
    see(client, secret)
    see(client_of(friend), soup)
    client.post("/social/feed/seen", {"post": ["nonsense", "!", ""]})
    client.post("/social/feed/profiling", {"plain": "yes"})
    see(client, soup)
    client.post("/social/feed/profiling", {"plain": "no"})
    client.post("/social/feed/order", {"order": "latest"})
    see(client, soup)
    assert not Seen.objects.exists()
    client.post("/social/feed/order", {"order": "for_you"})
    see(client, soup)
    client.post("/social/feed/profiling", {"plain": "yes"})
    assert not Seen.objects.exists()


def test_whoever_reacts_has_seen(home):
    reader, sister, _friend = home
    soup = told(sister, "Soup")
    react(reader, post=soup, kind="love")
    drain()
    assert Seen.objects.get().post_id == soup.pk


def test_chosen_people_are_not_missed_and_family_of_whom_one_wants_less_is(home):
    reader, sister, friend = home
    told(sister, "Soup")
    told(friend, "News")
    drain()
    client = client_of(reader)
    client.post("/social/feed/lean", {"amount": "2", "what": "@friend"})
    client.post("/social/feed/lean", {"amount": "-1", "what": "@sister"})
    assert order_in(client.get("/social/").content.decode()) == [("News", ""), ("", DONE), ("Soup", "")]
    assert queries.meter(Viewer.of(reader)) == Meter(0, 1)


def test_the_meter_counts_the_week_and_the_page_goes_by_person(home):
    reader, sister, friend = home
    aunt = person("aunt")
    befriend(reader, aunt)
    set_tie_kind(reader, other=aunt, kind="close")
    posts = [told(sister, f"Soup {number}", hours=number + 1) for number in range(7)]
    told(aunt, "Letter", hours=300)
    told(friend, "News")
    see(client_of(reader), posts[0])
    assert queries.meter(Viewer.of(reader)) == Meter(1, 7)
    client = client_of(reader)
    assert "1 of 7 posts" in client.get("/social/beside/").content.decode()
    page = client.get("/social/feed/catch-up/").content.decode()
    assert re.findall(r'<h2 class="grow"[^>]*><a[^>]*><bdi>([^<]+)', page) == ["Sister", "Aunt"]
    assert "Soup 1" in page
    assert "Soup 6" not in page
    assert "1 older one" in page
    assert "News" not in page
    sent = re.findall(r'name="post" value="([^"]+)"', page)
    assert len(sent) == 7
    assert client.post("/social/feed/seen", {"post": sent}).status_code == 303
    assert "You are all caught up" in client.get("/social/feed/catch-up/").content.decode()


def test_after_an_absence_the_feed_shows_the_way_to_catch_up(home):
    reader, sister, _friend = home
    for number in range(6):
        told(sister, f"Soup {number}", hours=number + 1)
    drain()
    assert "6 posts of the people close to you wait" in client_of(reader).get("/social/").content.decode()
    mute(reader, persona=sister)
    assert queries.missed(Viewer.of(reader)) == ([], 0)


def test_by_time_or_without_profiling_the_page_is_the_last_week(home):
    reader, sister, _friend = home
    told(sister, "Soup")
    told(sister, "Old soup", hours=24 * 9)
    client = client_of(reader)
    client.post("/social/feed/order", {"order": "latest"})
    page = client.get("/social/feed/catch-up/").content.decode()
    assert "Old soup" not in page
    assert "While you read by time" in page
    assert "I have seen these" not in page
    client.post("/social/feed/profiling", {"plain": "yes"})
    assert "Nothing of what you see is kept" in client.get("/social/feed/catch-up/").content.decode()


def test_without_profiling_nobody_says_what_was_seen(home):
    """What is kept of nobody cannot be told: no page claims that something was seen, or not, or all of it."""
    reader, sister, _friend = home
    soup = told(sister, "Soup")
    drain()
    client = client_of(reader)
    client.post("/social/feed/profiling", {"plain": "yes"})
    page, beside = (client.get(each).content.decode() for each in ("/social/", "/social/beside/"))
    assert "Of the last day, from somebody close to you" in page
    assert "That was the last day of the people close to you" in page
    why = client.get(f"/social/feed/why/{encode(soup.pk)}/").content.decode()
    assert "posted this within a day" in why
    for each in (page, beside, why):
        assert "not seen this" not in each
        assert "seen this week" not in each
        assert DONE not in each


@pytest.mark.parametrize("number", [1, 6])
def test_catching_up_takes_as_many_statements_for_one_as_for_many(
    home, number, django_assert_max_num_queries
):
    reader, _sister, _friend = home
    for each in range(number):
        other = person(f"cousin{each}")
        befriend(reader, other)
        set_tie_kind(reader, other=other, kind="family")
        told(other, "Hello")
    client = client_of(reader)
    client.get("/social/feed/catch-up/")
    with django_assert_max_num_queries(13):
        client.get("/social/feed/catch-up/")
