"""What scores hold to, whatever the surroundings."""

from hypothesis import given
from hypothesis import strategies as st

from twofold.reach.suggestions.scoring import knit, scores

people = st.integers(0, 12)
surroundings = st.dictionaries(people, st.sets(people, max_size=12), max_size=8)
things = st.lists(st.sets(people, min_size=1, max_size=12), max_size=5)


@given(surroundings, things, st.permutations(range(13)))
def test_only_what_is_shared_counts_and_names_do_not(ties, shared, names):
    found = scores(ties, shared)
    assert set(found) == set().union(*ties.values(), *shared)
    assert all(value > 0 for value in found.values())
    assert 0 <= knit({mine: others - {mine} for mine, others in ties.items()}) <= 1
    renamed = {names[mine]: {names[each] for each in others} for mine, others in ties.items()}
    again = scores(renamed, [{names[each] for each in holders} for holders in shared])
    assert all(abs(again[names[each]] - value) < 1e-9 for each, value in found.items())


@given(surroundings, things, people)
def test_one_thing_more_in_common_never_lowers_anybody(ties, shared, somebody):
    found, more = scores(ties, shared), scores(ties, [*shared, {somebody}])
    assert more[somebody] > found.get(somebody, 0)
    assert all(more[each] >= value for each, value in found.items())
