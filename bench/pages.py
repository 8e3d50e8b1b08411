"""Pages as HTML, with all middleware, 200 readers in turn, beside the floor under the home feed in the same minute.

The bars are milliseconds of the machine on which the floor took 0.26 ms (SQLite) and 0.78 ms (PostgreSQL, both
processes). Machines differ and are shared, so a page is held against the floor of its own run: a bar of 1.5 ms is
5.8 floors on SQLite. Both figures are shown.
"""

import gc
import statistics
from collections.abc import Callable
from typing import Any

from bench import api, floor
from bench.asking import Application, ask, cpu_of, read

Row = dict[str, Any]
ROUNDS = 3
FLOOR_MS = {"sqlite": 0.26, "postgresql": 0.78}


def pages(application: Application, world: Any, base: Callable[[], float]) -> list[Row]:
    """Rows of the home page, warm and with no card kept, and of the other pages that everybody opens."""
    kept = _kept_cards()
    found = {name: _visits(application, world, path) for name, path in _paths(world).items()}

    def cold() -> int:
        for key in world.sessions.values():
            for each in kept:
                each.clear()
            read(application, "/social/", key, b'id="feed"')
        return len(world.sessions)

    rows = []
    for name, bar in (("home page", 1.5), *((name, 5) for name in found if name != "home page")):
        found[name]()
        rows.append(against(base, f"{name} as HTML", found[name], bar))
    rows.insert(1, against(base, "home page as HTML, no card kept", cold, 6))
    return rows


def _kept_cards() -> list[Any]:
    """Where cards are kept. What stands in every card alike, its buttons and counts, stays drawn."""
    from twofold.network.posts.queries import filling, fragments  # noqa: PLC0415

    return [filling._ready, fragments._kept]


def _paths(world: Any) -> dict[str, Callable[[int], str]]:
    from twofold.foundation.kit.ids import encode  # noqa: PLC0415

    people = world.personas
    return {
        "home page": lambda _n: "/social/",
        "thread": lambda n: f"/social/posts/{encode(world.threads[n % len(world.threads)])}/",
        "own profile": lambda n: f"/social/@{people[n].handle}/",
        "profile of somebody": lambda n: f"/social/@{people[(n + 7) % len(people)].handle}/",
        "list of friends": lambda _n: "/social/people/",
        "notifications": lambda _n: "/social/notifications/",
    }


def _visits(application: Application, world: Any, path: Callable[[int], str]) -> Callable[[], int]:
    def visit() -> int:
        for number, persona in enumerate(world.personas):
            status, page = ask(application, path(number), world.sessions[persona.pk])
            assert (status, b"</html>" in page) == ("200 OK", True), (path(number), status)
        return len(world.personas)

    return visit


def floor_of(world: Any, database: dict[str, Any]) -> Callable[[], float]:
    """A function that measures the floor once: its CPU for one answer, in milliseconds."""
    bare = floor.application(database)
    tokens = [api.token_of(persona) for persona in world.personas]
    backend = api._floor_backend(bare)
    return lambda: api.measure(bare, tokens, backend, least=0.3)


def against(base: Callable[[], float], what: str, visit: Callable[[], int], bar: float) -> Row:
    """The page and the floor in turn, and what their ratio makes of the bar."""
    from django.db import connection  # noqa: PLC0415

    took, ratios = [], []
    for _round in range(ROUNDS):
        gc.collect()
        low = base()
        took.append(cpu_of(visit))
        ratios.append(took[-1] / low)
    most = bar / FLOOR_MS[connection.vendor]
    ratio = statistics.median(ratios)
    return {
        "what": what,
        "cpu_ms": round(statistics.median(took), 2),
        "ratio": round(ratio, 1),
        "bar": f"≤ {bar:g} ms where the floor is {FLOOR_MS[connection.vendor]:g}: {most:.1f} floors",
        "ok": ratio <= most,
    }
