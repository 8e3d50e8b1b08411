from datetime import UTC, datetime

import pytest

from tests.world import befriend, person
from twofold.network.posts.actions import comment, publish
from twofold.network.posts.queries import exchanges
from twofold.people.audiences.specs import ALL_TIES, MEMBERS
from twofold.people.graph.actions import block
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


def at(day: int) -> datetime:
    return datetime(2026, 3, day, tzinfo=UTC)


def test_answers_are_weighed_both_ways_round_as_far_as_one_may_read_them():
    ana, ben, cem = person(), person(), person()
    befriend(ana, ben)
    everybody = [ana.pk, ben.pk, cem.pk]
    open_post = publish(ana, text="open", spec=MEMBERS, at=at(1))
    among_friends = publish(ana, text="among friends", spec=ALL_TIES, at=at(1))
    first = comment(ben, parent=open_post, text="to a post", at=at(2))
    comment(ana, parent=first, text="to a comment", at=at(3))
    comment(ana, parent=first, text="once more", at=at(4))
    comment(ana, parent=open_post, text="to oneself", at=at(4))
    comment(ben, parent=among_friends, text="unseen by Cem", at=at(5))
    pair, turned = (ana.pk, ben.pk), (ben.pk, ana.pk)
    assert exchanges(Viewer.of(ana), everybody) == {pair: 3.0, turned: 3.0}
    assert exchanges(Viewer.of(cem), everybody) == {pair: 2.0, turned: 2.0}
    assert exchanges(Viewer.of(cem), everybody, since=at(4)) == {pair: 0.5, turned: 0.5}
    assert exchanges(Viewer.of(cem), [ana.pk, cem.pk]) == {}
    block(ben, persona=cem)
    assert exchanges(Viewer.of(cem), everybody) == {pair: 1.0, turned: 1.0}
