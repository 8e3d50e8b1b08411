from datetime import UTC, datetime

import pytest

from tests.world import befriend, person
from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.actions import comment, publish, repost
from twofold.network.posts.queries import replies, replies_to, written_by
from twofold.people.audiences.specs import ALL_TIES, MEMBERS
from twofold.people.graph.actions import block
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def at(day: int) -> datetime:
    return datetime(2026, 3, day, tzinfo=UTC)


def test_what_people_wrote_is_posts_and_comments_as_far_as_one_may_see():
    ana, ben, cem = person(), person(), person()
    befriend(ana, ben)
    open_post = publish(ana, text="open", spec=MEMBERS, at=at(1))
    among_friends = publish(ana, text="among friends", spec=ALL_TIES, at=at(2))
    answer = comment(ben, parent=among_friends, text="well", at=at(3))
    repost(ben, post=open_post, at=at(4))
    both = [ana.pk, ben.pk]
    assert written_by(Viewer.of(ben), both) == [answer, among_friends, open_post]
    assert written_by(Viewer.of(cem), both) == [open_post]
    assert written_by(Viewer.of(ben), both, until=at(2)) == [among_friends, open_post]
    assert written_by(Viewer.of(ben), both, size=1) == [answer]


def test_answers_are_those_that_one_may_see():
    ana, ben, cem = person(), person(), person()
    post = publish(ana, text="open", spec=MEMBERS)
    first = comment(ben, parent=post, text="first", at=at(1))
    second = comment(cem, parent=post, text="second", at=at(2))
    deeper = comment(ana, parent=first, text="deeper", at=at(3))
    assert replies(Viewer.of(ana), post.pk) == [second, first]
    assert replies(Viewer.of(ana), first.pk) == [deeper]
    assert replies_to(Viewer.of(ana), ana) == [second, first]
    block(cem, persona=ben)
    assert replies(Viewer.of(ben), post.pk) == [first]
    block(ana, persona=cem)
    with pytest.raises(Absent):
        replies(Viewer.of(cem), post.pk)
