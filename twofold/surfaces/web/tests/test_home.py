import re

import pytest

from tests.world import account_of, befriend, client_of, person
from twofold.foundation.courier.worker import drain
from twofold.network.posts import actions as posts
from twofold.people.accounts.actions import settle
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, MEMBERS
from twofold.people.graph import actions as graph

pytestmark = pytest.mark.django_db


@pytest.fixture
def friends():
    ada, ben = person("ada"), person("ben")
    befriend(ada, ben)
    return ada, ben


def page(persona, path: str = "/social/", **headers) -> str:
    answer = client_of(persona).get(path, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_friends_post_stands_in_the_feed_and_leaves_it_with_the_friendship(friends):
    ada, ben = friends
    posts.publish(ben, text="Low tide at six, bring boots.", spec=ALL_TIES)
    drain()
    assert "Low tide at six" in page(ada)
    graph.end_tie(ada, other=ben)
    assert "Low tide at six" not in page(ada)


def test_a_stranger_reads_what_is_public_and_is_asked_in(friends):
    _ada, ben = friends
    posts.publish(ben, text="For all the world.", spec=EVERYONE)
    posts.publish(ben, text="For members alone.", spec=MEMBERS)
    seen = page(None)
    assert "For all the world." in seen
    assert "For members alone." not in seen
    assert "/account/signup/" in seen


def test_what_elsewhere_links_here_finds_a_sentence_of_what_is_here(friends):
    ada, _ben = friends
    ada.line = 'Keeps "bees"'
    ada.save()
    theirs = page(ada, "/social/@ada/")
    assert '<meta name="description" content="Keeps &#34;bees&#34;">' in theirs
    assert "og:title" not in theirs
    seen = page(None)
    assert 'property="og:title" content="What is public"' in seen
    assert 'property="og:description" content="Friends, family' in seen


def test_somebody_at_home_elsewhere_is_a_stranger_here(friends):
    _ada, ben = friends
    posts.publish(ben, text="For members alone.", spec=MEMBERS)
    seen = page(person("carla", "professional"))
    assert "For members alone." not in seen
    assert "/welcome/?networks=social" in seen


def test_the_next_page_follows_with_and_without_script(friends):
    ada, ben = friends
    for number in range(25):
        posts.publish(ben, text=f"Note number {number:02}.", spec=ALL_TIES)
    drain()
    first = page(ada)
    assert len(re.findall(r"Note number \d\d", first)) == 20
    more = re.search(r'rel="next" href="(\?before=[^"]+)"', first)[1]
    plain = page(ada, f"/social/{more}")
    fragment = page(ada, f"/social/{more}", HX_Request="true")
    for seen in (plain, fragment):
        assert re.findall(r"Note number (\d\d)", seen) == ["04", "03", "02", "01", "00"]
        assert "You are all caught up" in seen
    assert "<html" in plain
    assert "<html" not in fragment


def test_a_new_member_finds_the_first_steps_and_one_thing_to_do():
    seen = page(person("newcomer"))
    assert "1 of 5 done" in seen
    assert "Quiet so far" in seen
    assert "/social/people/find/" in seen


def test_first_steps_are_ticked_by_what_was_done_and_put_away(friends):
    ada, _ben = friends
    posts.publish(ada, text="Hello.", spec=ALL_TIES)
    assert "3 of 5 done" in page(ada)
    settle(account_of(ada), network="social")
    assert "of 5 done" not in page(ada)


# Two more where the feed is so short that the community follows it, without those who are muted.
@pytest.mark.parametrize(("number", "most"), [(1, 11), (5, 9), (19, 9)])
def test_a_feed_takes_as_many_queries_for_few_posts_as_for_many(
    friends, number, most, django_assert_max_num_queries
):
    ada, ben = friends
    settle(account_of(ada), network="social")
    for each in range(number):
        posts.publish(ben, text=f"Note {each}.", spec=ALL_TIES)
    drain()
    client = client_of(ada)
    client.get("/social/")
    with django_assert_max_num_queries(most):
        client.get("/social/")


def test_beside_the_feed_stand_those_with_friends_in_common(friends):
    ada, ben = friends
    met, blocked, asked = person("mina"), person("bram"), person("iris")
    for other in (met, blocked, asked):
        befriend(ben, other)
    graph.block(blocked, persona=ada)
    graph.request_tie(asked, receiver=ada)
    seen = page(ada, "/social/beside/")
    assert "Mina" in seen
    assert "1 mutual friend: <bdi>Ben" in seen
    assert "Bram" not in seen
    assert "1 request" in seen
    assert "Iris" not in seen
    assert client_of(None).get("/social/beside/").status_code in (302, 303)


def test_somebody_new_meets_the_community_and_only_what_is_for_everyone(
    friends, django_assert_max_num_queries
):
    ada, ben = friends
    posts.publish(ben, text="For all the world.", spec=EVERYONE)
    posts.publish(ben, text="For my friends.", spec=ALL_TIES)
    drain()
    newcomer = person("dora")
    seen = page(newcomer)
    assert "From the community" in seen
    assert "For all the world." in seen
    assert "For my friends." not in seen
    # What is in the feed already does not stand there twice.
    assert page(ada).count("For all the world.") == 1
    page(newcomer)
    with django_assert_max_num_queries(40) as one:
        page(newcomer)
    for number in range(6):
        posts.publish(ben, text=f"Public too, number {number}.", spec=EVERYONE)
    page(newcomer)
    with django_assert_max_num_queries(40) as many:
        assert "number 5" in page(newcomer)
    assert len(many) == len(one)


def test_the_bar_holds_a_field_that_asks_this_network_and_leaves_it_to_the_page_of_search(friends):
    ada, _ben = friends
    field = 'class="search wide" role="search" action="/social/search/"'
    assert field in page(ada)
    assert field in client_of(None).get("/social/").content.decode()
    assert field not in page(ada, "/social/search/?q=tide")
    assert 'action="/professional/search/"' not in page(ada)


def test_the_ways_into_the_composer_open_what_they_name(friends):
    ada, _ben = friends
    home = page(ada)
    for asked in ("occasion", "poll"):
        assert f'href="/social/posts/new?with={asked}"' in home
        composer = page(ada, f"/social/posts/new?with={asked}")
        assert re.findall(r'<details class="more-fields"(?: id="(\w+)")? open>', composer) == [asked]
    assert '<details class="more-fields" id="poll" open>' not in page(ada, "/social/posts/new")


def test_what_one_goes_to_stands_beside_the_feed_the_soonest_first(friends):
    ada, ben = friends
    mine, theirs = client_of(ada), client_of(ben)
    plan = {
        "kind": "party",
        "zone": "Europe/Amsterdam",
        "reach": "ties",
        "shown": "readers",
        "intent": "send",
    }
    for day, title in (("2027-02-09", "Later soup"), ("2027-02-05", "First soup")):
        times = {"begin_day": day, "begin_time": "19:00", "end_day": day, "end_time": "23:00"}
        assert mine.post("/social/events/new", {**plan, **times, "title": title}).status_code == 303
    drain()
    seen = mine.get("/social/beside/").content.decode()
    assert seen.index("Coming up") < seen.index("First soup") < seen.index("Later soup")
    assert "Coming up" not in theirs.get("/social/beside/").content.decode()


def test_a_stranger_is_shown_where_there_is_something_to_see_and_is_let_in_there():
    client = client_of(None)
    landing = client.get("/").content.decode()
    for network in ("professional", "social"):
        assert f'href="/{network}/"' in landing
        rail = re.search(
            r'<nav class="card rail".*?</nav>', client.get(f"/{network}/").content.decode(), re.S
        )
        ways = re.findall(r'<a href="([^"]+)"', rail.group())
        assert f"/{network}/groups/" in ways
        assert {way: client.get(way).status_code for way in ways} == dict.fromkeys(ways, 200)
