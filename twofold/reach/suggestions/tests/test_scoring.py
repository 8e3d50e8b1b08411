"""What scores hold to, whatever the surroundings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twofold.reach.suggestions.scoring import likeliest, neighbourhood, scores

people = st.integers(0, 12)
surroundings = st.dictionaries(people, st.sets(people, max_size=12), max_size=8)
things = st.lists(st.sets(people, min_size=1, max_size=12), max_size=5)


@given(surroundings, things, st.permutations(range(13)))
def test_only_what_is_shared_counts_and_names_do_not(ties, shared, names):
    found = scores(ties, shared)
    assert set(found) == set().union(*ties.values(), *shared)
    assert all(value > 0 for value in found.values())
    renamed = {names[mine]: {names[each] for each in others} for mine, others in ties.items()}
    again = scores(renamed, [{names[each] for each in holders} for holders in shared])
    assert all(abs(again[names[each]] - value) < 1e-9 for each, value in found.items())


@given(surroundings, things, people)
def test_one_thing_more_in_common_never_lowers_anybody(ties, shared, somebody):
    found, more = scores(ties, shared), scores(ties, [*shared, {somebody}])
    assert more[somebody] > found.get(somebody, 0)
    assert all(more[each] >= value for each, value in found.items())


@given(surroundings, things, st.permutations(range(13)))
def test_the_order_holds_everybody_once_and_asks_for_no_names(ties, shared, names):
    ties = {mine: others - {mine} for mine, others in ties.items()}
    both = {mine: others | {who for who in ties if mine in ties[who]} for mine, others in ties.items()}

    def among(people):
        return {each: both.get(each, set()) & set(people) for each in people}

    found = likeliest(99, ties, shared, among)
    assert sorted(found) == sorted(set().union(*ties.values(), *shared) - ties.keys())
    near = sorted(found)
    seen = neighbourhood(ties, near, among(near))
    renamed = {names[mine]: {names[each] for each in others} for mine, others in ties.items()}
    again = neighbourhood(
        renamed,
        [names[each] for each in near],
        {names[each]: {names[other] for other in others} for each, others in among(near).items()},
    )
    for each, parts in seen.items():
        assert again[names[each]] == pytest.approx(parts, abs=1e-4)


def test_of_two_with_the_same_ties_in_common_the_one_in_the_middle_of_them_comes_first():
    """Both know 1 and 2; 11 is known to three more who know 1 and 2 as well, 12 to nobody around."""
    ties = {1: {11, 12, 21, 22, 23}, 2: {11, 12, 21, 22, 23}}
    knows = {11: {21, 22, 23}, 21: {11, 22, 23}, 22: {11, 21, 23}, 23: {11, 21, 22}, 12: set()}
    assert likeliest(0, ties, [], lambda people: knows)[-1] == 12
