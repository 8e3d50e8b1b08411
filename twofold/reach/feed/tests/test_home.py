import pytest
from django.db.models import Exists, OuterRef

from twofold.people.audiences.actions import deny
from twofold.people.audiences.door import Admits
from twofold.people.audiences.specs import (
    ALL_TIES,
    EVERYONE,
    FRIENDS_OF_FRIENDS,
    MEMBERS,
    ONLY_ME,
    AudienceSpec,
)
from twofold.people.graph.models import Mute
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed import actions, queries
from twofold.reach.feed.models import Entry, LoudAuthor
from twofold.reach.feed.tests import rows

pytestmark = pytest.mark.django_db


def orm_home_ids(viewer: Viewer) -> list[int]:
    """The hot read of queries.py as the ORM says it."""
    muted = Mute.objects.filter(by_id=viewer.id, persona_id=OuterRef("post__author_id"))
    entries = Entry.objects.filter(
        Admits.thing(viewer, at="post"), ~Exists(muted), owner_id=viewer.id, post__live=True
    )
    return list(entries.order_by("-position", "-post_id").values_list("post_id", flat=True))


def test_the_hot_read_is_equal_to_its_orm_form():
    people = [rows.member() for _ in range(5)]
    for number, one in enumerate(people):
        for other in people[number + 1 :]:
            rows.tie(one, other, kind="family" if number % 2 else "friend")
    specs = [
        EVERYONE,
        MEMBERS,
        ALL_TIES,
        FRIENDS_OF_FRIENDS,
        ONLY_ME,
        AudienceSpec(scope=EVERYONE.scope, except_named=frozenset({people[0].pk})),
    ]
    posts = [rows.post(author, spec) for author in people for spec in specs]
    # Every post as an entry of everyone, as after any change of mind: the door alone decides.
    Entry.objects.bulk_create(
        Entry(owner=owner, position=post.position, post=post) for owner in people for post in posts
    )
    deny(people[1], people[2])
    Mute.objects.create(by=people[3], persona=people[4])
    for person in people:
        viewer = Viewer.of(person)
        read = [line.post_id for line in queries.home_ids(viewer, size=80)]
        assert read == orm_home_ids(viewer)
        assert [post.pk for post in queries.home(viewer, size=80)] == read


def test_pages_meet_without_gap_or_overlap_even_in_one_microsecond():
    me = rows.member()
    moment = rows.post(me).published_at
    posts = [rows.post(me, at=moment) for _ in range(7)]
    for post in posts:
        actions.deliver(post.pk)
    seen, before = [], None
    while True:
        page = queries.home_ids(Viewer.of(me), before, size=2)
        seen += [line.post_id for line in page]
        before = page.after
        if before is None:
            break
    assert sorted(seen) == sorted(post.pk for post in posts)


@pytest.mark.parametrize("before", ["", "nonsense", "12-!!", "99999999999999999999", "-5"])
def test_a_nonsense_cursor_is_no_error(before):
    me = rows.member()
    assert queries.home_ids(Viewer.of(me), before).rows == []


@pytest.mark.parametrize("size", [1, 50])
def test_a_page_takes_three_statements_whatever_its_length(size, django_assert_num_queries):
    me = rows.member()
    for _ in range(size):
        actions.deliver(rows.post(me).pk)
    with django_assert_num_queries(3):
        assert len(queries.home(Viewer.of(me), size=size)) == size


def test_what_arrived_since_is_what_others_wrote():
    me, friend, stranger = rows.member(), rows.member(), rows.member()
    rows.tie(me, friend)
    seen = rows.post(friend)
    new, mine, hidden = rows.post(friend), rows.post(me), rows.post(friend, ONLY_ME)
    for post in (seen, new, mine, hidden):
        actions.deliver(post.pk)
    assert queries.arrived_since(Viewer.of(me), seen.position) == {new.pk}
    assert queries.readers_among(new.pk, [me.pk, friend.pk, stranger.pk]) == {me.pk}
    assert queries.readers_among(hidden.pk, [me.pk, friend.pk]) == set()
    LoudAuthor.objects.create(persona=friend)
    loud = rows.post(friend)
    assert queries.readers_among(loud.pk, [me.pk, stranger.pk]) == {me.pk}
    assert queries.arrived_since(Viewer.of(me), seen.position) == {new.pk, loud.pk}
    deny(friend, me)
    assert queries.readers_among(loud.pk, [me.pk]) == queries.arrived_since(Viewer.of(me), 0) == set()
