"""Degrees, mutual ties and ways on a network with the texture of a real one: uneven, in clusters.

`python -m bench.graph [--large]` measures by itself; `run(size)` does it in a database that is there already.
"""

import itertools
import statistics
import sys
import time
from collections.abc import Callable

import numpy as np

SIZES = {"small": (10_000, 250_000), "large": (100_000, 2_500_000)}
READERS = 200
# So many of the readers are those with most ties of all.
WELL_KNOWN = 10
PEOPLE_ON_A_PAGE = 20
WAYS = 12


def run(size: str = "small") -> list[dict]:
    """One row for each question: p50 and p99 in ms over 200 readers, against the bars of 5 and 50 ms.

    Checks the answers against a search by hand for some of the readers; raises AssertionError on a wrong one.
    """
    from twofold.people.graph import queries  # noqa: PLC0415 - the settings may not be there yet above
    from twofold.people.personas.models import Persona  # noqa: PLC0415
    from twofold.people.personas.viewers import Viewer  # noqa: PLC0415

    people, ties = SIZES[size]
    chance = np.random.default_rng(7)
    edges = texture(chance, people, ties)
    ids = fill(edges, people)
    pairs = chance.integers(0, people, size=(READERS, PEOPLE_ON_A_PAGE))
    pairs[:WELL_KNOWN, 0] = np.argsort(-np.bincount(edges.ravel(), minlength=people))[:WELL_KNOWN]
    personas = Persona.objects.in_bulk([int(ids[each]) for each in np.unique(pairs)])
    rows = [[personas[int(ids[each])] for each in line] for line in pairs]
    viewers = [(Viewer.of(line[0]), line[1:]) for line in rows]
    questions: dict[str, Callable] = {
        "degrees and mutual counts of 19 people": lambda viewer, line: queries.nearness(
            viewer, [each.pk for each in line]
        ),
        "mutual counts of 19 people": lambda viewer, line: queries.mutual_counts(
            viewer, [each.pk for each in line]
        ),
        "mutual ties with one": lambda viewer, line: queries.mutual(viewer, line[0]),
        "path to one": lambda viewer, line: queries.path(viewer, line[0]),
        f"up to {WAYS} shortest ways to one": lambda viewer, line: queries.ways(viewer, line[0], most=WAYS),
    }
    hand = Hand(edges, ids)
    for viewer, line in viewers[WELL_KNOWN - 2 : WELL_KNOWN + 18]:
        check(queries, viewer, line, hand)
    most = int(np.bincount(edges.ravel()).max())
    world = f"{people:,} people, {len(edges):,} ties, at most {most:,} of one"
    return [row(name, ask, viewers, world) for name, ask in questions.items()]


def row(name: str, ask: Callable, viewers: list, world: str) -> dict:
    took = []
    cpu = time.process_time()
    for viewer, line in viewers:
        start = time.perf_counter()
        ask(viewer, line)
        took.append((time.perf_counter() - start) * 1000)
    cpu = (time.process_time() - cpu) * 1000 / len(viewers)
    p50, p99 = statistics.median(took), float(np.percentile(took, 99))
    return {
        "what": f"{name} ({world})",
        "p50_ms": round(p50, 2),
        "p99_ms": round(p99, 2),
        "cpu_ms": round(cpu, 2),
        "bar": "p50 ≤ 5 ms, p99 ≤ 50 ms",
        "ok": p50 <= 5 and p99 <= 50,
    }


def texture(chance: np.random.Generator, people: int, ties: int) -> np.ndarray:
    """Pairs of numbers of people, each pair once.

    How many each has is as growth by preferential attachment leaves it: the nth who came has n**-½ of what the first
    has. Six of ten ties stay near: a hop of geometric length in an order that stands for who lives by whom.
    """
    weight = np.arange(1, people + 1) ** -0.5
    share = np.cumsum(weight) / weight.sum()
    home = chance.permutation(people)
    lives_at = np.argsort(home)
    keys = np.empty(0, dtype=np.int64)
    while len(keys) < ties:
        many = int((ties - len(keys)) * 1.2) + 1000
        one, far = np.searchsorted(share, chance.random(many)), np.searchsorted(share, chance.random(many))
        hop = np.minimum(chance.geometric(0.005, many), people // 2) * chance.choice((-1, 1), many)
        near = lives_at[(home[one] + hop) % people]
        other = np.where(chance.random(many) < 0.6, near, far)
        low, high = np.minimum(one, other), np.maximum(one, other)
        keys = np.unique(np.concatenate([keys, (low * people + high)[low != high]]))
    keys = chance.permutation(keys)[:ties]
    return np.stack([keys // people, keys % people], axis=1)


def fill(edges: np.ndarray, people: int) -> np.ndarray:
    """Write people and both halves of each tie; the ids by number. Straight into the tables: nothing here is timed."""
    from django.db import transaction  # noqa: PLC0415

    from twofold.foundation.kit.planner import tell_planner  # noqa: PLC0415
    from twofold.people.graph.models import Tie  # noqa: PLC0415
    from twofold.people.personas.models import Persona  # noqa: PLC0415

    ids = np.unique(np.random.default_rng(11).integers(1, 2**62, people + 1000))
    np.random.default_rng(12).shuffle(ids)
    ids = ids[:people]
    names = ((int(each), f"n{number}") for number, each in enumerate(ids))
    with transaction.atomic():
        Persona.objects.bulk_create(
            (
                Persona(pk=each, network="social", handle=name, skeleton=name, name=name)
                for each, name in names
            ),
            batch_size=1000,
        )
    both = ids[np.concatenate([edges, edges[:, ::-1]])]
    # In the order of their index, which then grows at its end alone: a tenth of the time.
    both = both[np.lexsort((both[:, 1], both[:, 0]))]
    with transaction.atomic():
        tie(both)
    tell_planner()
    assert Tie.objects.filter(owner__in=ids[:500].tolist()).count() == int(
        np.isin(both[:, 0], ids[:500]).sum()
    )
    return ids


def tie(both: np.ndarray) -> None:
    """Write rows of ties, in the order given."""
    from django.db import connection  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    now, size = timezone.now(), 100_000
    columns = "graph_tie (owner_id, other_id, kind, since)"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {columns} FROM STDIN") as copy:
                for one, other in both.tolist():
                    copy.write_row((one, other, "friend", now))
            return
        for start in range(0, len(both), size):
            cursor.executemany(
                f"INSERT INTO {columns} VALUES (%s, %s, 'friend', %s)",
                [(one, other, now) for one, other in both[start : start + size].tolist()],
            )


class Hand:
    """The same questions answered by hand, over the edges themselves."""

    def __init__(self, edges: np.ndarray, ids: np.ndarray):
        both = np.concatenate([edges, edges[:, ::-1]])
        both = both[np.lexsort((both[:, 1], both[:, 0]))]
        self.others = both[:, 1]
        self.starts = np.searchsorted(both[:, 0], np.arange(len(ids) + 1))
        self.number = {int(each): place for place, each in enumerate(ids)}

    def around(self, one: int) -> np.ndarray:
        """Numbers of those tied to `one`."""
        return self.others[self.starts[one] : self.starts[one + 1]]

    def steps_from(self, start: int) -> np.ndarray:
        """For each number the ties on a shortest way from `start`, or -1."""
        steps = np.full(len(self.number), -1)
        rim, step = np.array([start]), 0
        while len(rim):
            steps[rim] = step
            touched = np.unique(np.concatenate([self.around(each) for each in rim]))
            rim, step = touched[steps[touched] < 0], step + 1
        return steps


def check(queries, viewer, line: list, hand: Hand) -> None:
    me, number = hand.number[viewer.id], hand.number
    steps = hand.steps_from(me)
    near = queries.nearness(viewer, [each.pk for each in line])
    for each in (each for each in line if each.pk != viewer.id):
        place = number[each.pk]
        assert near[each.pk].degree == (int(steps[place]) if 0 < steps[place] <= 3 else None)
        assert near[each.pk].mutual == len(np.intersect1d(hand.around(me), hand.around(place)))
    wanted = int(steps[number[line[0].pk]])
    assert queries.distance(viewer, line[0], longest=20) == (wanted if wanted >= 0 else None)
    chains = [
        tuple(number[each.pk] for each in way) for way in queries.ways(viewer, line[0], longest=20, most=WAYS)
    ]
    assert len(set(chains)) == len(chains)
    for chain in chains:
        assert len(chain) - 1 == wanted
        assert all(there in hand.around(here) for here, there in itertools.pairwise(chain))


def main() -> None:
    from bench.fresh import begin  # noqa: PLC0415

    begin()
    rows = run("large" if "--large" in sys.argv else "small")
    for each in rows:
        mark = "ok " if each["ok"] else "SLOW"
        figures = f"p50 {each['p50_ms']} ms, p99 {each['p99_ms']} ms, {each['cpu_ms']} ms CPU"
        print(f"{mark} {each['what']}: {figures} ({each['bar']})")


if __name__ == "__main__":
    main()
