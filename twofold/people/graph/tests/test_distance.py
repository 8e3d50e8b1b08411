import itertools
import random
from collections import deque
from collections.abc import Iterator

import pytest

from tests.world import befriend, person
from twofold.people.graph import queries
from twofold.people.graph.actions import block
from twofold.people.graph.queries import near
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

pytestmark = pytest.mark.django_db


class Town:
    """People tied at random, and the answers found by hand: a plain search over plain sets."""

    def __init__(self, seed: int, people: int = 24, ties: int = 30):
        chance = random.Random(seed)
        self.people = [person() for _ in range(people)]
        self.ties: dict[int, set[int]] = {each.pk: set() for each in self.people}
        for _ in range(ties):
            one, other = chance.sample(self.people, 2)
            befriend(one, other)
            self.ties[one.pk].add(other.pk)
            self.ties[other.pk].add(one.pk)
        self.hidden: set[int] = set()

    def steps_from(self, start: int) -> dict[int, int]:
        steps, queue = {start: 0}, deque([start])
        while queue:
            here = queue.popleft()
            for there in self.ties[here] - self.hidden:
                if there not in steps:
                    steps[there] = steps[here] + 1
                    queue.append(there)
        return steps

    def chains_to(self, goal: int, steps: dict[int, int]) -> Iterator[tuple[int, ...]]:
        """Every shortest way, walked back from its end."""
        if steps.get(goal) == 0:
            yield (goal,)
        for before in self.ties[goal] if goal in steps else ():
            if steps.get(before) == steps[goal] - 1:
                for way in self.chains_to(before, steps):
                    yield (*way, goal)


@pytest.fixture(params=range(3))
def town(request) -> Town:
    town = Town(request.param)
    me = town.people[0]
    for each in town.people[1:3]:
        block(each, persona=me)
        town.ties[each.pk].discard(me.pk)
        town.hidden.add(each.pk)
    Persona.objects.filter(pk=town.people[3].pk).update(state=Persona.State.SUSPENDED)
    town.hidden.add(town.people[3].pk)
    return town


def test_degrees_and_paths_are_those_of_a_search_by_hand(town, monkeypatch):
    me = town.people[0]
    steps = town.steps_from(me.pk)
    viewer = Viewer.of(me)
    everybody = [each.pk for each in town.people]
    found = queries.degrees(viewer, everybody)
    monkeypatch.setattr(near, "_WELL_KNOWN", 0)
    assert queries.degrees(viewer, everybody) == found
    reached = queries.around(viewer)
    for each in town.people[1:]:
        wanted = steps.get(each.pk)
        assert queries.distance(viewer, each, longest=20) == wanted
        assert found[each.pk] == (wanted if wanted and wanted <= 3 else None)
        assert reached.get(each.pk) == (wanted if wanted in (1, 2) else None)
        chain = queries.path(viewer, each, longest=20)
        if wanted is None:
            assert chain is None
            continue
        assert chain is not None
        assert (chain[0], chain[-1], len(chain)) == (me, each, wanted + 1)
        assert all(there.pk in town.ties[here.pk] for here, there in itertools.pairwise(chain))
        assert town.hidden.isdisjoint(step.pk for step in chain)


def test_all_shortest_ways_are_found_or_as_many_as_are_wanted(town):
    me = town.people[0]
    steps = town.steps_from(me.pk)
    for each in town.people[1:]:
        found = queries.ways(Viewer.of(me), each, longest=20, most=1000)
        chains = {tuple(step.pk for step in chain) for chain in found}
        assert chains == set(town.chains_to(each.pk, steps))
        assert len(chains) == len(found)
        assert len(queries.ways(Viewer.of(me), each, longest=20, most=2)) == min(2, len(found))
        hands = {chain[1] for chain in chains if len(chain) in (3, 4)}
        assert queries.first_hands(Viewer.of(me), each).keys() == hands


def test_mutual_ties_are_those_of_both_whom_the_viewer_may_meet(town):
    me = town.people[0]
    viewer = Viewer.of(me)
    counts = queries.mutual_counts(viewer, [each.pk for each in town.people])
    for each in town.people[1:]:
        both = (town.ties[me.pk] & town.ties[each.pk]) - town.hidden
        page = queries.mutual(viewer, each, size=2)
        met = list(page)
        while page.after:
            page = queries.mutual(viewer, each, size=2, before=page.after)
            met += page.rows
        assert {persona.pk for persona in met} == both
        assert len(met) == len(both)
        assert counts.get(each.pk, 0) == (0 if each.pk in town.hidden else len(both))


def test_a_path_longer_than_asked_for_is_none():
    people = [person() for _ in range(5)]
    for one, other in itertools.pairwise(people):
        befriend(one, other)
    viewer = Viewer.of(people[0])
    assert queries.distance(viewer, people[4], longest=3) is None
    assert queries.distance(viewer, people[4], longest=4) == 4
    assert queries.distance(viewer, people[0]) == 0


def test_a_stranger_knows_nobody():
    ana = person()
    stranger = Viewer.stranger("social")
    assert queries.path(stranger, ana) is None
    assert queries.degrees(stranger, [ana.pk]) == {ana.pk: None}
    assert queries.mutual(stranger, ana).rows == []


def test_degrees_cost_the_same_for_one_and_for_many(django_assert_max_num_queries):
    town = Town(5)
    viewer = Viewer.of(town.people[0])
    for ids in ([town.people[1].pk], [each.pk for each in town.people]):
        with django_assert_max_num_queries(4):
            queries.degrees(viewer, ids)
