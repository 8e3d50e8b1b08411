"""How one knows somebody, shown: the lively ways first, and whom one could ask on each."""

import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.world import befriend, client_of, person
from twofold.network.posts.actions import comment, publish
from twofold.people.audiences.specs import MEMBERS
from twofold.people.graph.actions import ask_introduction, block

pytestmark = pytest.mark.django_db


def tie(*people) -> None:
    for one, other in itertools.pairwise(people):
        befriend(one, other)


def shown(viewer, persona) -> str:
    page = client_of(viewer).get(f"/professional/people/@{persona.handle}/path/")
    return page.content.decode().split('id="main"')[1].split("</main>")[0]


@pytest.fixture
def people():
    return [person(name=name, network="professional") for name in ("Ana", "Ben", "Cem", "Dan")]


def test_ways_on_which_people_answer_one_another_come_first(people):
    ana, ben, cem, dan = people
    tie(ana, ben, dan)
    tie(ana, cem, dan)
    comment(dan, parent=publish(cem, text="Who knows?", spec=MEMBERS), text="I do")
    page = shown(ana, dan)
    assert page.count("<ol") == 2
    assert page.index(">Cem<") < page.index(">Ben<")
    assert page.count("They answer one another here") == 2  # the title and the words of one mark
    assert "Ask Cem for an introduction" in page
    assert "2 steps" in page


def test_each_who_could_be_asked_is_offered_until_one_was(people):
    ana, ben, cem, dan = people
    tie(ana, ben, cem, dan)
    assert "Ask Ben for an introduction" in shown(ana, dan)
    ask_introduction(ana, target=dan, middle=ben, words="Hello")
    page = shown(ana, dan)
    assert "Ask Ben for an introduction" not in page
    assert "You asked <bdi>Ben</bdi>" in page
    assert "Ask" not in shown(ana, ben)


def test_nobody_is_on_a_way_who_keeps_the_viewer_at_a_distance(people):
    ana, ben, cem, dan = people
    tie(ana, ben, dan)
    tie(ana, cem, dan)
    block(ben, persona=ana)
    page = shown(ana, dan)
    assert "Ben" not in page
    assert "Cem" in page
    block(cem, persona=ana)
    assert "No way that is visible to you" in shown(ana, dan)


def test_many_ways_cost_no_more_than_one(people):
    ana, ben, _cem, dan = people
    tie(ana, ben, dan)
    client = client_of(ana)

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/professional/people/@{dan.handle}/path/")
        return len(captured)

    count()
    one = count()
    for _number in range(15):
        tie(ana, person(network="professional"), dan)
    assert count() == one
