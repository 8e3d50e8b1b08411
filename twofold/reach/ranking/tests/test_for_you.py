"""For you, through HTTP: chosen and remembered, permission first, the same pages once, and why."""

import re
from datetime import timedelta

import pytest
import time_machine

from tests.world import befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.posts.actions import change_audience, comment, delete, publish, react, unreact
from twofold.network.posts.models import Post
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS, ONLY_ME
from twofold.people.graph.actions import block, follow, mute, set_tie_kind
from twofold.people.personas.viewers import Viewer
from twofold.reach.ranking import actions, packing, queries
from twofold.reach.ranking.models import Ranked, Taste
from twofold.reach.ranking.recipes import weights_of
from twofold.reach.ranking.scoring import put_in_order

pytestmark = pytest.mark.django_db


def told(author, text, spec=EVERYONE, hours=1.0):
    return publish(author, text=text, spec=spec, at=clock.now() - timedelta(hours=hours))


def texts_in(answer) -> list[str]:
    return re.findall(r'<div class="text[^>]*><p>([^<]*)</p>', answer.content.decode())


def for_you(persona):
    client = client_of(persona)
    answer = client.post(f"/{persona.network}/feed/order", {"order": "for_you"})
    assert answer.status_code == 303
    return client


@pytest.fixture
def town():
    """A reader with a sister, a friend, somebody followed, and a stranger who is known to the friend."""
    people = {name: person(name) for name in ("reader", "sister", "friend", "star", "stranger")}
    for name in ("sister", "friend"):
        befriend(people["reader"], people[name])
    set_tie_kind(people["reader"], other=people["sister"], kind="family")
    befriend(people["friend"], people["stranger"])
    follow(people["reader"], followed=people["star"])
    drain()
    return people


def test_the_order_is_chosen_for_a_network_and_remembered(town):
    told(town["sister"], "Soup of yesterday", hours=30)
    told(town["star"], "News of the hour", hours=1)
    drain()
    client = client_of(town["reader"])
    assert texts_in(client.get("/social/")) == ["News of the hour", "Soup of yesterday"]
    client.post("/social/feed/order", {"order": "for_you"})
    again = client_of(town["reader"])
    assert texts_in(again.get("/social/")) == ["Soup of yesterday", "News of the hour"]
    assert b'value="for_you" aria-pressed="true"' in again.get("/social/").content
    assert client.post("/social/feed/order", {"order": "upside down"}).status_code == 422
    client.post("/social/feed/order", {"order": "latest"})
    assert texts_in(client.get("/social/"))[0] == "News of the hour"


@pytest.mark.parametrize("order", ["for_you", "latest"])
def test_what_one_has_just_posted_stands_on_top_at_once(town, order):
    """Before the courier came round, above what family posted unseen, and only for a while."""
    reader = town["reader"]
    told(town["sister"], "Soup of yesterday", hours=0.1)
    told(reader, "Written last week", hours=24 * 7)
    drain()
    client = for_you(reader)
    client.post("/social/feed/order", {"order": order})
    client.get("/social/")
    mine = told(reader, "Just posted", hours=0)
    page = client.get("/social/")
    assert texts_in(page)[:2] == ["Just posted", "Soup of yesterday"]
    if order == "for_you":
        assert "You have just posted this" in page.content.decode()
        why = client.get(f"/social/feed/why/{encode(mine.pk)}/").content.decode()
        assert "For half an hour after you post" in why
        drain()
        assert len(texts_in(client.get("/social/"))) == 3
        with time_machine.travel(clock.now() + timedelta(minutes=45)):
            assert texts_in(client.get("/social/"))[0] == "Soup of yesterday"


def test_a_choice_in_one_network_says_nothing_in_the_other(town):
    worker = person("worker", "professional")
    for_you(town["reader"])
    assert b'value="latest" aria-pressed="true"' in client_of(worker).get("/professional/").content


def test_only_what_the_reader_may_see_is_ever_a_candidate(town):
    reader, friend, stranger = town["reader"], town["friend"], town["stranger"]
    seen = told(friend, "For my friends", ALL_TIES)
    told(friend, "For me alone", ONLY_ME)
    far = told(stranger, "Hello town", MEMBERS)
    told(stranger, "For my own friends", ALL_TIES)
    drain()
    actions.count_bonds(Viewer.of(reader))
    found = {each.post_id for each in queries.candidates(Viewer.of(reader))}
    assert found == {seen.pk, far.pk}
    page = for_you(reader).get("/social/").content.decode()
    assert "Known to 1 person you know" in page
    block(stranger, persona=reader)
    mute(reader, persona=friend)
    assert queries.candidates(Viewer.of(reader)) == []


def test_what_is_not_for_one_changes_no_place_and_no_score(town):
    """Permission before relevance: the same order as if that, and those who shut one out, had never been there."""
    reader, friend, stranger, sister = (town[each] for each in ("reader", "friend", "stranger", "sister"))
    foe = person("foe")
    posts = [
        told(town[name], f"{name} {hour}", hours=hour) for hour in (1, 9, 30) for name in ("friend", "star")
    ]
    hidden = [told(friend, f"Secret {hour}", ONLY_ME, hour) for hour in (2, 3, 4, 5)]
    hidden += [told(stranger, "For mine", ALL_TIES), told(foe, "Loud")]
    for number, post in enumerate(posts):
        react(foe, post=post, kind="love")
        comment(foe, parent=post, text="Me too", once=str(number))
        if number % 2:
            comment(sister, parent=post, text="Indeed", once=str(number))
    block(foe, persona=reader)
    drain()
    viewer, now = Viewer.of(reader), clock.position_of(clock.now())
    weights = weights_of("social", {})
    actions.count_bonds(viewer)
    first = actions.ordered(viewer, queries.taste_of(viewer.id), weights, now)
    why = queries.why(viewer, actions.ranking_of(viewer), posts[0].pk)
    assert "0 comments, 0 reactions" not in str(why.parts)
    assert not any(part.term.key == "conversation" for part in why.parts)
    Post.objects.filter(pk__in=[each.pk for each in hidden]).delete()
    for post in posts:
        unreact(foe, post=post)
    for said in Post.objects.filter(author=foe, live=True):
        delete(foe, post=said)
    assert actions.ordered(viewer, queries.taste_of(viewer.id), weights, now) == first


def test_what_closes_after_the_ranking_was_made_is_not_shown(town):
    post = told(town["friend"], "A secret, soon")
    kept = told(town["friend"], "Nothing special")
    drain()
    client = for_you(town["reader"])
    assert sorted(texts_in(client.get("/social/"))) == ["A secret, soon", "Nothing special"]
    change_audience(town["friend"], post=post, spec=ONLY_ME)
    assert texts_in(client.get("/social/")) == ["Nothing special"]
    mute(town["reader"], persona=town["friend"])
    assert texts_in(client.get("/social/")) == []
    assert client.get(f"/social/feed/why/{encode(post.pk)}/").status_code == 404
    assert client.get(f"/social/feed/why/{encode(kept.pk)}/").status_code == 200


def test_pages_show_everything_once_though_the_feed_changes_meanwhile(town):
    for number in range(47):
        told(town["friend"] if number % 3 else town["star"], f"Note {number}", hours=number + 1)
    drain()
    client = for_you(town["reader"])
    shown, address = [], "/social/"
    while address:
        page = client.get(address)
        shown += texts_in(page)
        told(town["sister"], f"Meanwhile {len(shown)}", hours=0)
        drain()
        following = re.search(r'rel="next" href="([^"]+)"', page.content.decode())
        address = "/social/" + following[1] if following else ""
    assert sorted(shown) == sorted(f"Note {number}" for number in range(47))
    assert texts_in(client.get("/social/"))[0].startswith("Meanwhile")


@pytest.mark.parametrize("cursor", ["nonsense", "-", "5-5", "zzz-999999999", "1234567890123-3"])
def test_a_nonsense_cursor_begins_at_the_beginning(town, cursor):
    told(town["friend"], "Here I am")
    drain()
    assert texts_in(for_you(town["reader"]).get("/social/", {"before": cursor})) == ["Here I am"]


def test_a_kept_ranking_can_be_made_again_from_what_it_was_made_of(town):
    for number in range(9):
        post = told(town["friend"], f"Note {number}", hours=number * 5)
    comment(town["sister"], parent=post, text="Well said", once="")
    react(town["star"], post=post, kind="love")
    drain()
    viewer = Viewer.of(town["reader"])
    ranked = actions.ranking_of(viewer)
    rows = packing.unpack(bytes(ranked.items), len(ranked.weighed))
    found = queries.candidates(viewer)
    world = queries.world_of(viewer, queries.taste_of(viewer.id), found, ranked.position)
    assert put_in_order(world, found, ranked.weighed) == rows
    assert actions.ranking_of(viewer).pk == ranked.pk
    told(town["sister"], "Something new", hours=0)
    drain()
    assert actions.ranking_of(viewer).pk != ranked.pk


def test_an_order_that_is_kept_is_shown_as_it_was(town):
    told(town["friend"], "First")
    drain()
    client = for_you(town["reader"])
    assert texts_in(client.get("/social/")) == ["First"]
    told(town["sister"], "Second", hours=0)
    drain()
    assert texts_in(client.get("/social/")) == ["Second", "First"]
    kept = re.findall(r'href="(/social/\?before=[^"]+)"', client.get("/social/feed/tune/").content.decode())
    assert [texts_in(client.get(address)) for address in kept] == [["Second", "First"], ["First"]]
    assert texts_in(for_you(town["star"]).get(kept[1])) == []


def test_why_names_the_parts_and_what_would_move_it(town):
    for number in range(6):
        told(town["star"], f"Star {number}", hours=number * 4)
    post = told(town["friend"], "Bread is in the oven", hours=40)
    drain()
    client = for_you(town["reader"])
    page = client.get(f"/social/feed/why/{encode(post.pk)}/").content.decode()
    assert "Friend is to you: friend" in page
    assert "It was 1\xa0day old when your feed was put in order" in page
    assert re.search(r"place \d</b> of 7", page)
    assert "“Friends” at twice the weight" in page
    ranked = Ranked.objects.get()
    why = queries.why(Viewer.of(town["reader"]), ranked, post.pk)
    assert sum(part.points for part in why.parts) == pytest.approx(why.points, abs=0.5)
    told(town["stranger"], "Not for the feed", ALL_TIES)
    assert client_of(None).get(f"/social/feed/why/{encode(post.pk)}/").status_code == 302


def test_what_would_move_it_is_where_it_then_stands(town):
    for number in range(12):
        author = ("star", "friend", "sister")[number % 3]
        told(town[author], f"{author} {number}", hours=number * 9)
    drain()
    viewer = Viewer.of(town["reader"])
    ranked = actions.ranking_of(viewer)
    rows = packing.unpack(bytes(ranked.items), len(ranked.weighed))
    taste = Taste.objects.get(pk=viewer.id)
    for key in ("friends", "following", "recency"):
        weights = {**ranked.weighed, key: ranked.weighed[key] * 2}
        truly = [row.post_id for row in actions.ordered(viewer, taste, weights, ranked.position)]
        lines = queries.lines_of(rows)
        assert [queries.place_with(lines, each, weights) for each in truly] == list(range(1, 13))


@pytest.mark.parametrize("number", [1, 20])
def test_a_page_takes_as_many_statements_for_one_as_for_many(town, number, django_assert_max_num_queries):
    for each in range(number):
        told(town["friend"], f"Note {each}", hours=each)
    drain()
    client = for_you(town["reader"])
    client.get("/social/")
    client.get("/social/")
    with django_assert_max_num_queries(14):
        assert len(texts_in(client.get("/social/"))) == number


def test_somebody_without_any_tie_meets_an_honest_page():
    assert b"Quiet so far" in for_you(person()).get("/social/").content
