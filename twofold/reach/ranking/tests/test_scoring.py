"""What holds for every recipe and every feed: order, sums, monotony. Drawn by lot, checked without a database."""

from hypothesis import given, settings
from hypothesis import strategies as st

from twofold.reach.ranking import packing
from twofold.reach.ranking.recipes import KINDS, RECIPES, VARIETY, terms_of, weights_of
from twofold.reach.ranking.scoring import Author, Candidate, Face, Placed, World, put_in_order

NOW = 1_790_000_000_000_000
DAY = 86_400 * 1_000_000
few = settings(max_examples=60, deadline=None)
small = st.integers(0, 40)


@st.composite
def feeds(draw, network="social"):
    """A world with some authors, and candidates of theirs; some show the same post."""
    ties = {
        "social": ["family", "close", "friend", "acquaintance", None],
        "professional": ["mentor", "peer", None],
    }
    authors = {
        number: Author(
            draw(st.sampled_from(ties[network])), draw(st.booleans()), *draw(st.tuples(*[small] * 3))
        )
        for number in range(1, 5)
    }
    candidates, faces = [], {}
    for number in range(draw(st.integers(1, 14))):
        shown = draw(st.integers(100, 112))
        author, origin = draw(st.integers(1, 5)), draw(st.sampled_from([None, 3]))
        at = NOW - draw(st.integers(0, 60)) * DAY // 4
        candidates.append(
            Candidate(200 + number, at, author, shown, 1, draw(small), draw(small), draw(small), origin)
        )
        tags = frozenset(draw(st.sets(st.sampled_from(["bread", "boats"]))))
        faces[shown] = Face(
            draw(st.sampled_from(sorted(KINDS[network]))), tags, draw(st.sampled_from([None, 7]))
        )
    world = World(
        network, 5, NOW, authors, faces, {"2": draw(st.integers(-1, 2))}, {"bread": draw(st.sampled_from([-1, 0, 1]))},
        {"poll": -1}, {7}, set(draw(st.lists(st.integers(100, 112)))),
    )  # fmt: skip
    return world, candidates


chosen = st.dictionaries(st.sampled_from(sorted(RECIPES["social"])), st.integers(0, 300))


@few
@given(feeds(), chosen, st.randoms())
def test_the_same_inputs_make_the_same_order_however_they_come(feed, weights, lot):
    world, candidates = feed
    weighed = weights_of("social", weights)
    once = put_in_order(world, candidates, weighed)
    mixed = list(candidates)
    lot.shuffle(mixed)
    assert put_in_order(world, mixed, weighed) == once


@few
@given(feeds(), chosen)
def test_a_score_is_the_sum_of_its_parts_and_nothing_stands_twice(feed, weights):
    world, candidates = feed
    weighed = weights_of("social", weights)
    placed = put_in_order(world, candidates, weighed)
    assert [row.score for row in placed] == sorted((row.score for row in placed), reverse=True)
    for row in placed:
        assert row.score == sum(map(int.__mul__, row.values, weighed.values()))
        assert all(-1000 <= value <= 1000 for value in row.values)
    shown = {each.post_id: each.shown for each in candidates}
    assert len({shown[row.post_id] for row in placed}) == len(placed) == len(set(shown.values()))


@few
@given(feeds(), chosen, st.sampled_from(sorted(set(RECIPES["social"]) - {VARIETY})), st.integers(1, 300))
def test_who_has_most_of_a_term_never_falls_when_it_weighs_more(feed, weights, term, more):
    world, candidates = feed
    # One line for each post: which of several lines shows it may change with the weights.
    candidates = list({each.shown: each for each in candidates}.values())
    before = weights_of("social", weights)
    after = {**before, term: before[term] + more * RECIPES["social"][term]}
    at = [each.key for each in terms_of("social")].index(term)
    first, then = put_in_order(world, candidates, before), put_in_order(world, candidates, after)
    most = max(row.values[at] for row in first)
    places = {row.post_id: place for place, row in enumerate(then)}
    best = [row.post_id for row in first if row.values[at] == most]
    for place, row in enumerate(first):
        if row.values[at] == most:
            # Among those who have as much of it, variety may exchange two of the same author.
            ahead = sum(1 for each in first[:place] if each.post_id not in best)
            assert sum(1 for each in then[: places[row.post_id]] if each.post_id not in best) <= ahead


@few
@given(feeds(network="professional"))
def test_unseen_posts_of_those_one_would_not_miss_come_first(feed):
    world, candidates = feed
    weights = weights_of("professional", {})
    placed = put_in_order(world, candidates, weights)
    # By (what one has just posted, what was not seen): the recipe has them the other way round.
    values = [row.values[1::-1] for row in placed]
    assert values == sorted(values, reverse=True)


def test_what_is_packed_is_unpacked():
    rows = [Placed(2**62 + number, -(10**9) * number, (number, -1000, 1000)) for number in range(5)]
    data = packing.pack(rows)
    assert packing.unpack(data, 3) == rows
    assert packing.unpack(data, 3, 3, 9) == rows[3:]
    assert packing.ids_in(data, 3, 1, 3) == [row.post_id for row in rows[1:3]]
    assert packing.ids_in(data, 3, 9, 12) == []
    assert list(packing.column(data, 3, 0)) == [0, 1, 2, 3, 4]
