"""The shape of a network: communities, a few whom everyone knows, and friends of friends who are friends."""

from dataclasses import dataclass

import numpy as np

Ints = np.ndarray


@dataclass(frozen=True)
class Shape:
    """`count` people by number, and the pairs of those who are tied (each once, `one` < `other`)."""

    count: int
    one: Ints
    other: Ints
    fitness: np.ndarray


def draw(rng: np.random.Generator, count: int, mean_ties: float) -> Shape:
    """Ties for `count` people, `mean_ties` each on average; how many somebody has varies with a heavy tail."""
    fitness = rng.lognormal(0.0, 0.9, count)
    wanted = int(count * mean_ties / 2)
    if count < 2 or wanted == 0:
        nobody = np.zeros(0, dtype=np.int64)
        return Shape(count, nobody, nobody, fitness)
    community = _communities(rng, count)
    near = _within(rng, community, fitness, int(wanted * 0.62))
    far = (_weighted(rng, fitness, int(wanted * 0.16)), _weighted(rng, fitness, int(wanted * 0.16)))
    one, other = _once(count, np.concatenate([near[0], far[0]]), np.concatenate([near[1], far[1]]))
    closed = _closed(rng, count, one, other, max(0, int((wanted - len(one)) * 1.15)))
    one, other = _once(count, np.concatenate([one, closed[0]]), np.concatenate([other, closed[1]]))
    kept = rng.permutation(len(one))[:wanted]
    return Shape(count, one[kept], other[kept], fitness)


def follows(rng: np.random.Generator, shape: Shape, mean: float) -> tuple[Ints, Ints]:
    """(follower, followed): mostly of the few whom many find worth following."""
    many = int(shape.count * mean)
    if shape.count < 2:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    follower, followed = rng.integers(0, shape.count, many), _weighted(rng, shape.fitness**1.8, many)
    keys = np.unique(follower * shape.count + followed)
    follower, followed = keys // shape.count, keys % shape.count
    return follower[follower != followed], followed[follower != followed]


def neighbours(shape: Shape) -> tuple[Ints, Ints]:
    """(starts, others): the ties of person i stand in others[starts[i]:starts[i + 1]]."""
    owner = np.concatenate([shape.one, shape.other])
    order = np.argsort(owner, kind="stable")
    starts = np.searchsorted(owner[order], np.arange(shape.count + 1))
    return starts, np.concatenate([shape.other, shape.one])[order]


def _communities(rng: np.random.Generator, count: int) -> Ints:
    """A community for each person; a few are large."""
    sizes = rng.lognormal(0.0, 0.8, max(1, count // 60))
    return np.sort(_weighted(rng, sizes, count))


def _weighted(rng: np.random.Generator, weights: np.ndarray, many: int) -> Ints:
    edges = np.cumsum(weights)
    return np.minimum(np.searchsorted(edges, rng.random(many) * edges[-1], side="right"), len(weights) - 1)


def _within(rng: np.random.Generator, community: Ints, fitness: np.ndarray, many: int) -> tuple[Ints, Ints]:
    """Pairs inside a community, or with one of the next two: `community` is sorted."""
    one = _weighted(rng, fitness, many)
    edges = np.concatenate([[0.0], np.cumsum(fitness)])
    last = community[-1]
    reached = np.minimum(community[one] + rng.choice(3, many, p=[0.82, 0.12, 0.06]), last)
    low = edges[np.searchsorted(community, reached, side="left")]
    high = edges[np.searchsorted(community, reached, side="right")]
    other = np.searchsorted(edges, low + rng.random(many) * (high - low), side="right") - 1
    return one, np.clip(other, 0, len(fitness) - 1)


def _closed(rng: np.random.Generator, count: int, one: Ints, other: Ints, many: int) -> tuple[Ints, Ints]:
    """Pairs who share a tie."""
    starts, others = neighbours(Shape(count, one, other, np.zeros(0)))
    pivot = others[rng.integers(0, len(others), many)]
    degree = starts[pivot + 1] - starts[pivot]
    first = others[starts[pivot] + (rng.random(many) * degree).astype(np.int64)]
    second = others[starts[pivot] + (rng.random(many) * degree).astype(np.int64)]
    return first, second


def _once(count: int, one: Ints, other: Ints) -> tuple[Ints, Ints]:
    """Each pair once, nobody with themselves."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    keys = np.unique((low * count + high)[low != high])
    return keys // count, keys % count
