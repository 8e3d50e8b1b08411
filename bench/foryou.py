"""For you beside Latest: the home page by ranking and by time, of the same readers in turn, with 500 candidates each.

`python -m bench --only foryou`. A ranking is made when something came since the last one, and read again until then; so
three figures: a page of a kept ranking, a page that makes a new one, and a day's mix (one visit in five finds the feed
changed).
"""

import statistics
from typing import Any

from bench.asking import Application, cpu_of, read
from bench.feed import World

Row = dict[str, Any]
MIX, LEAST = 5, 420


def run(size: str = "small") -> list[Row]:
    from django.conf import settings  # noqa: PLC0415 - the settings may not be there yet above
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

    settings.DEBUG = False
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    world = World(600 if size == "small" else 2_000, 200)
    application = get_wsgi_application()
    _fill_feeds(world)
    return measured(application, world)


def measured(application: Application, world: World) -> list[Row]:
    """Rows of the three figures, each as a ratio to Latest in the same round."""
    from twofold.people.personas.viewers import Viewer  # noqa: PLC0415
    from twofold.reach.ranking.models import Order, Ranked, Taste  # noqa: PLC0415
    from twofold.reach.ranking.queries import candidates  # noqa: PLC0415

    counts = [len(candidates(Viewer.of(each))) for each in world.personas[:20]]
    assert statistics.median(counts) >= LEAST, f"too few candidates: {counts}"

    def choose(order: str) -> None:
        for each in world.personas:
            Taste.objects.update_or_create(persona=each, defaults={"order": order})

    def visit(anew: int = 0) -> int:
        """All readers once; every `anew`-th finds no ranking that still holds."""
        for number, each in enumerate(world.personas):
            if anew and number % anew == 0:
                Ranked.objects.filter(owner=each).delete()
            read(application, "/social/", world.sessions[each.pk], b'id="feed"')
        return len(world.personas)

    ways = {"kept": 0, "anew": 1, "mixed": MIX}
    took: dict[str, list[float]] = {name: [] for name in ("latest", *ways)}
    for _round in range(2):
        choose(Order.LATEST)
        visit()
        took["latest"].append(cpu_of(visit))
        choose(Order.FOR_YOU)
        visit()
        for name, anew in ways.items():
            took[name].append(cpu_of(lambda anew=anew: visit(anew)))
    Taste.objects.all().delete()
    Ranked.objects.all().delete()
    words = {
        "kept": "read on",
        "anew": "made anew by each visit",
        "mixed": f"made anew by one visit in {MIX}",
    }
    return [_row(f"For you, {words[name]}", took["latest"], took[name], name != "anew") for name in ways]


def _fill_feeds(world: World) -> None:
    """The newest posts that all may see in each reader's feed, moved into this week: all that a ranking takes."""
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("SELECT MAX(position) FROM posts_post")
        now = cursor.fetchone()[0]
        for table in ("posts_post", "feed_entry"):
            cursor.execute(f"UPDATE {table} SET position = %s - (%s - position) / 50", [now, now])
        cursor.execute(
            "INSERT INTO feed_entry (owner_id, position, post_id) SELECT pe.id, po.position, po.id FROM ("
            " SELECT po.id, po.position FROM posts_post po JOIN audiences_audience au ON au.id = po.audience_id"
            " WHERE po.network = 'social' AND po.root_id IS NULL AND au.scope >= 2 AND po.live"
            " ORDER BY po.position DESC LIMIT 520) po"
            f" CROSS JOIN personas_persona pe WHERE pe.id IN ({', '.join(str(each.pk) for each in world.personas)})"
            " ON CONFLICT DO NOTHING"
        )


def _row(what: str, latest: list[float], took: list[float], bound: bool) -> Row:
    ratio = statistics.median(each / other for each, other in zip(took, latest, strict=True))
    row = {
        "what": what,
        "cpu_ms": f"{statistics.median(latest):.2f} → {statistics.median(took):.2f}",
        "ratio": round(ratio, 2),
    }
    return row | ({"bar": "≤ 2 × Latest", "ok": ratio <= 2} if bound else {"bar": "", "ok": True})
