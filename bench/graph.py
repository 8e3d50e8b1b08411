"""Degrees, mutual ties and paths on a network with the texture of a real one: uneven, in clusters.

`python -m bench.graph [--large]` measures by itself; `run(size)` does it in a database that is there already.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator

import numpy as np

SIZES = {"small": (10_000, 250_000), "large": (100_000, 2_500_000)}
READERS = 200
PEOPLE_ON_A_PAGE = 20


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
    personas = Persona.objects.in_bulk([int(ids[each]) for each in np.unique(pairs)])
    rows = [[personas[int(ids[each])] for each in line] for line in pairs]
    viewers = [(Viewer.of(line[0]), line[1:]) for line in rows]
    questions: dict[str, Callable] = {
        "degrees of 19 people": lambda viewer, line: queries.degrees(viewer, [each.pk for each in line]),
        "mutual counts of 19 people": lambda viewer, line: queries.mutual_counts(
            viewer, [each.pk for each in line]
        ),
        "mutual ties with one": lambda viewer, line: queries.mutual(viewer, line[0]),
        "path to one": lambda viewer, line: queries.path(viewer, line[0]),
    }
    for viewer, line in viewers[:20]:
        check(queries, viewer, line, edges, ids)
    return [
        row(name, ask, viewers, f"{people:,} people, {len(edges):,} ties") for name, ask in questions.items()
    ]


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
    """Pairs of numbers of people: most ties within a cluster, how many each has spread log-normally."""
    weight = chance.lognormal(0, 1, people)
    order = np.argsort(chance.random(people))
    cumulated = np.cumsum(weight[order])
    found: set[int] = set()
    while len(found) < ties:
        many = min(ties, 500_000)
        one = np.searchsorted(cumulated, chance.random(many) * cumulated[-1])
        # Three of four stay near: a hop whose length is geometric, in the order that stands for who lives by whom.
        hop = np.minimum(chance.geometric(0.005, many), people // 2) * chance.choice((-1, 1), many)
        far = np.searchsorted(cumulated, chance.random(many) * cumulated[-1])
        other = np.where(chance.random(many) < 0.75, (one + hop) % people, far)
        low, high = np.minimum(one, other), np.maximum(one, other)
        found.update((low * people + high)[low != high].tolist())
    keys = np.fromiter(found, dtype=np.int64, count=len(found))[:ties]
    return np.stack([keys // people, keys % people], axis=1)


def fill(edges: np.ndarray, people: int) -> np.ndarray:
    """Write people and both halves of each tie; the ids by number. Straight into the tables: nothing here is timed."""
    from django.db import connection, transaction  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from twofold.people.graph.models import Tie  # noqa: PLC0415
    from twofold.people.personas.models import Persona  # noqa: PLC0415

    ids = np.unique(np.random.default_rng(11).integers(1, 2**62, people + 1000))
    np.random.default_rng(12).shuffle(ids)
    ids = ids[:people]
    now = timezone.now()
    with transaction.atomic():
        Persona.objects.bulk_create(
            (
                Persona(
                    pk=int(each),
                    network="social",
                    handle=f"n{number}",
                    skeleton=f"n{number}",
                    name=f"N{number}",
                )
                for number, each in enumerate(ids)
            ),
            batch_size=1000,
        )
    both = np.concatenate([edges, edges[:, ::-1]])
    both = ids[both[np.random.default_rng(13).permutation(len(both))]]
    for start in range(0, len(both), 100_000):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO graph_tie (owner_id, other_id, kind, since) VALUES (%s, %s, 'friend', %s)",
                [(one, other, now) for one, other in both[start : start + 100_000].tolist()],
            )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    assert Tie.objects.filter(owner__in=ids[:500].tolist()).count() == int(
        np.isin(both[:, 0], ids[:500]).sum()
    )
    return ids


def check(queries, viewer, line: list, edges: np.ndarray, ids: np.ndarray) -> None:
    """Compare with a search by hand over the edges themselves."""
    number = {int(each): place for place, each in enumerate(ids)}
    me = number[viewer.id]
    steps = dict(by_hand(edges, me, len(ids)))
    found = queries.degrees(viewer, [each.pk for each in line])
    for each in line:
        wanted = steps.get(number[each.pk])
        assert found[each.pk] == (wanted if wanted and wanted <= 3 else None) or each.pk == viewer.id
    assert queries.distance(viewer, line[0], longest=20) == steps.get(number[line[0].pk])


def by_hand(edges: np.ndarray, start: int, people: int) -> Iterator[tuple[int, int]]:
    """Each reachable person's number and steps from `start`."""
    reached = np.zeros(people, dtype=bool)
    rim = np.zeros(people, dtype=bool)
    rim[start] = reached[start] = True
    steps = 0
    while rim.any():
        yield from ((int(each), steps) for each in np.flatnonzero(rim))
        touched = np.zeros(people, dtype=bool)
        touched[edges[rim[edges[:, 0]], 1]] = True
        touched[edges[rim[edges[:, 1]], 0]] = True
        rim = touched & ~reached
        reached |= rim
        steps += 1


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
