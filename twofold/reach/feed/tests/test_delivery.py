import pytest
from django.utils import timezone

from twofold.people.audiences.actions import compose, deny, revoke
from twofold.people.audiences.specs import (
    ALL_TIES,
    EVERYONE,
    MEMBERS,
    ONLY_ME,
    AudienceSpec,
    named,
    ties_of_kind,
)
from twofold.people.graph.models import Follow, Mute, Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed import queries
from twofold.reach.feed.actions import delivering
from twofold.reach.feed.models import Entry, LoudAuthor
from twofold.reach.feed.tests import rows

pytestmark = pytest.mark.django_db


def readers_of(post) -> set[int]:
    return set(Entry.objects.filter(post=post).values_list("owner_id", flat=True))


def feed_of(persona) -> list[int]:
    return [line.post_id for line in queries.home_ids(Viewer.of(persona))]


@pytest.fixture
def town():
    """An author with a friend, a sister, a follower; and somebody who is nothing to them."""
    people = {name: rows.member() for name in ("author", "friend", "sister", "follower", "nobody")}
    rows.tie(people["author"], people["friend"])
    rows.tie(people["author"], people["sister"], kind="family")
    rows.follow(people["follower"], people["author"])
    return people


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (EVERYONE, {"author", "friend", "sister", "follower"}),
        (MEMBERS, {"author", "friend", "sister", "follower"}),
        (ALL_TIES, {"author", "friend", "sister"}),
        (AudienceSpec(parts=frozenset({ties_of_kind("family")})), {"author", "sister"}),
        (ONLY_ME, {"author"}),
    ],
)
def test_only_those_who_pass_the_door_are_delivered_to(town, spec, expected):
    post = rows.post(town["author"], spec)
    delivering.deliver(post.pk)
    assert readers_of(post) == {town[name].pk for name in expected}


def test_an_exception_and_a_denial_are_not_delivered_to(town):
    deny(town["author"], town["follower"])
    spec = AudienceSpec(scope=EVERYONE.scope, except_named=frozenset({town["friend"].pk}))
    post = rows.post(town["author"], spec)
    delivering.deliver(post.pk)
    assert readers_of(post) == {town["author"].pk, town["sister"].pk}


def test_delivering_twice_is_delivering_once(town):
    post = rows.post(town["author"])
    assert delivering.deliver(post.pk) == 4
    assert delivering.deliver(post.pk) == 0


def test_someone_suspended_is_not_delivered_to(town):
    Persona.objects.filter(pk=town["friend"].pk).update(state=Persona.State.SUSPENDED)
    post = rows.post(town["author"])
    delivering.deliver(post.pk)
    assert town["friend"].pk not in readers_of(post)


def test_the_muted_are_neither_delivered_nor_shown(town):
    before = rows.post(town["author"])
    delivering.deliver(before.pk)
    Mute.objects.create(by=town["friend"], persona=town["author"])
    after = rows.post(town["author"])
    delivering.deliver(after.pk)
    assert town["friend"].pk not in readers_of(after)
    assert feed_of(town["friend"]) == []
    Mute.objects.update(until=timezone.now())
    assert feed_of(town["friend"]) == [before.pk]


def test_a_muted_author_is_not_shown_through_a_repost(town):
    stranger = rows.member()
    Mute.objects.create(by=town["friend"], persona=stranger)
    repost = rows.repost(town["author"], rows.post(stranger))
    delivering.deliver(repost.pk)
    assert readers_of(repost) == {town["author"].pk, town["sister"].pk, town["follower"].pk}


def test_the_door_is_asked_again_when_a_feed_is_read(town):
    post = rows.post(town["author"])
    delivering.deliver(post.pk)
    assert feed_of(town["follower"]) == [post.pk]
    type(post).objects.filter(pk=post.pk).update(audience=compose(town["author"], ALL_TIES))
    assert feed_of(town["follower"]) == []
    assert feed_of(town["friend"]) == [post.pk]
    revoke(town["author"], "ties", "", town["friend"])
    assert feed_of(town["friend"]) == []
    deny(town["author"], town["sister"])
    assert feed_of(town["sister"]) == []


def test_a_deleted_post_leaves_every_feed(town):
    post = rows.post(town["author"])
    delivering.deliver(post.pk)
    type(post).objects.filter(pk=post.pk).update(live=False)
    assert feed_of(town["author"]) == feed_of(town["friend"]) == []


def test_the_same_post_is_shown_once_on_a_page(town):
    original = rows.post(town["author"])
    again = rows.repost(town["friend"], original)
    delivering.deliver(original.pk)
    delivering.deliver(again.pk)
    assert feed_of(town["author"]) == [again.pk]


def test_named_people_who_do_not_read_the_author_get_no_entry(town):
    post = rows.post(town["author"], named({town["nobody"].pk, town["friend"].pk}))
    delivering.deliver(post.pk)
    assert readers_of(post) == {town["author"].pk, town["friend"].pk}


def test_a_new_tie_brings_the_last_twenty_that_it_may_see(town):
    for _ in range(25):
        shown = rows.post(town["author"])
    rows.post(town["author"], ALL_TIES)
    rows.follow(town["nobody"], town["author"])
    assert delivering.backfill(owner_id=town["nobody"].pk, author_id=town["author"].pk) == 20
    assert feed_of(town["nobody"])[0] == shown.pk


def test_an_ended_tie_takes_its_posts_away_unless_still_followed(town):
    post = rows.post(town["author"])
    delivering.deliver(post.pk)
    rows.follow(town["friend"], town["author"])
    Tie.objects.filter(owner=town["friend"]).delete()
    delivering.withdraw(owner_id=town["friend"].pk, author_id=town["author"].pk)
    assert feed_of(town["friend"]) == [post.pk]
    Follow.objects.filter(follower=town["friend"]).delete()
    delivering.withdraw(owner_id=town["friend"].pk, author_id=town["author"].pk)
    assert feed_of(town["friend"]) == []


def test_a_very_followed_author_is_read_at_read_time(town, monkeypatch):
    monkeypatch.setattr(delivering, "LOUD_BEYOND", 0)
    own = rows.post(town["friend"])
    monkeypatch.setattr(delivering, "LOUD_BEYOND", 50_000)
    delivering.deliver(own.pk)
    LoudAuthor.objects.create(persona=town["author"])
    loud = [rows.post(town["author"]) for _ in range(3)]
    hidden = rows.post(town["author"], ALL_TIES)
    assert delivering.deliver(loud[0].pk) == 0
    assert feed_of(town["follower"]) == [post.pk for post in reversed(loud)]
    assert feed_of(town["friend"]) == [hidden.pk, *[post.pk for post in reversed(loud)], own.pk]
    assert feed_of(town["nobody"]) == []


def test_an_author_becomes_loud_by_followers_and_quiet_without(town, monkeypatch):
    monkeypatch.setattr(delivering, "LOUD_BEYOND", 1)
    rows.follow(town["nobody"], town["author"])
    post = rows.post(town["author"])
    assert delivering.deliver(post.pk) == 0
    assert LoudAuthor.objects.filter(persona=town["author"]).exists()
    Follow.objects.all().delete()
    delivering.quieten()
    assert not LoudAuthor.objects.exists()
    assert feed_of(town["friend"]) == [post.pk]


def test_a_long_feed_is_trimmed_to_its_newest(town, monkeypatch):
    monkeypatch.setattr(delivering, "KEPT", 3)
    posts = [rows.post(town["friend"]) for _ in range(6)]
    for post in posts:
        delivering.deliver(post.pk)
    delivering.trim()
    assert feed_of(town["friend"]) == [post.pk for post in reversed(posts[3:])]
