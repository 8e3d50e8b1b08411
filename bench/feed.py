"""The feed: the home page and a thread as HTML, publishing, delivery, and whether more posts make it slower.

`python -m bench --only feed`. Pages are called through WSGI in this process with all middleware, 200 readers in turn;
CPU counts this process and the database's own. Every page is checked to hold its posts.
"""

import statistics
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from bench.asking import Application, ask, cpu_of, read
from bench.pages import FLOOR_MS, ROUNDS, against, floor_of, pages

Row = dict[str, Any]

# People, readers; then up to how many posts the same town is grown.
SIZES = {
    "small": (600, 200, (10_000, 50_000)),
    "large": (1_000, 200, (10_000, 100_000, 1_000_000)),
}
POSTS_EACH, TIES_EACH = 8, 14
DELIVERED_TO = 10_000
# In each round; every one of them then goes to that many.
PUBLISHED = 12


def run(size: str = "small") -> list[Row]:
    from django.conf import settings  # noqa: PLC0415 - the settings may not be there yet above
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

    settings.DEBUG = False
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    people, readers, steps = SIZES[size]
    world = World(people, readers)
    application = get_wsgi_application()
    base = floor_of(world, settings.DATABASES["default"])
    rows = pages(application, world, base)
    rows += publishing(application, world, base)
    rows += delivery(base)
    rows += flatness(application, world, steps)
    rows += loudness(application, world)
    return rows


class World:
    """A town, sessions of `readers` whose feeds fill a page, and the ids of threads to read."""

    def __init__(self, people: int, readers: int):
        from django.db import connection  # noqa: PLC0415

        from twofold.config.demo.bulk import fill  # noqa: PLC0415
        from twofold.network.posts.models import Post  # noqa: PLC0415
        from twofold.people.personas.models import Persona  # noqa: PLC0415

        fill(people, POSTS_EACH, TIES_EACH, progress=lambda _text: None)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT en.owner_id FROM feed_entry en JOIN personas_persona pe ON pe.id = en.owner_id"
                " WHERE pe.network = 'social' GROUP BY en.owner_id HAVING COUNT(*) >= 40"
                " ORDER BY en.owner_id LIMIT %s + 0",
                [readers],
            )
            found = [row[0] for row in cursor.fetchall()]
        assert len(found) == readers, "too few readers with a full page"
        self.personas = list(Persona.objects.in_bulk(found).values())
        self.sessions = {each.pk: session_of(each) for each in self.personas}
        threads = Post.objects.filter(root=None, network="social", comments_count__gte=4, audience__scope=3)
        self.threads = list(threads.values_list("pk", flat=True)[:readers])


def session_of(persona: Any) -> str:
    """The key of a session in which the owner of `persona` is signed in."""
    from tests.world import client_of  # noqa: PLC0415

    return client_of(persona).cookies["twofold"].value


def publishing(application: Application, world: World, base: Callable[[], float]) -> list[Row]:
    """The request that publishes, by an author with few followers and by one with many."""
    from twofold.network.posts.models import Post  # noqa: PLC0415

    author = world.personas[0]
    key = world.sessions[author.pk]
    rows = []
    for followers in (0, DELIVERED_TO):
        follow(author, followers)
        before = Post.objects.filter(author=author).count()

        def publish(count: int = PUBLISHED) -> int:
            for number in range(count):
                form = {
                    "text": f"Bench note {number}.",
                    "audience": "everyone",
                    "once": f"bench-{time.time_ns()}",
                }
                status, page = ask(application, "/social/posts/new", key, form)
                assert status.startswith("303"), (status, page[-800:])
            return count

        publish(5)
        rows.append(against(base, f"publish, {followers:,} followers more", publish, 5))
        assert Post.objects.filter(author=author).count() == before + 5 + PUBLISHED * ROUNDS
    _deliver_all()
    return rows


# --- delivery -------------------------------------------------------------------------------------------------------


def follow(author: Any, count: int) -> None:
    """`count` new personas that follow `author`."""
    from twofold.foundation.kit import clock  # noqa: PLC0415
    from twofold.foundation.kit.ids import new_id  # noqa: PLC0415
    from twofold.people.graph.models import Follow  # noqa: PLC0415
    from twofold.people.personas.models import Persona  # noqa: PLC0415

    made = [
        Persona(
            pk=number, network=author.network, handle=f"f{number}", skeleton=f"f{number}", name="A follower"
        )
        for number in (new_id() for _ in range(count))
    ]
    Persona.objects.bulk_create(made, batch_size=5_000)
    since = clock.now()
    Follow.objects.bulk_create(
        (Follow(follower=each, followed=author, since=since) for each in made), batch_size=5_000
    )


def delivery(base: Callable[[], float]) -> list[Row]:
    """One post to 10,000 feeds; and many posts to some hundreds each, one after another as the courier works."""
    from tests.world import new_account, person  # noqa: PLC0415
    from twofold.network.posts.actions import publish  # noqa: PLC0415
    from twofold.people.audiences.specs import EVERYONE  # noqa: PLC0415
    from twofold.reach.feed.models import Entry  # noqa: PLC0415

    many = person("bench-many", account=new_account("bench-many@example.org"))
    follow(many, DELIVERED_TO)
    took = []
    for number in range(5):
        post = publish(many, text=f"To all of you, {number}.", spec=EVERYONE)
        begun = time.perf_counter()
        _deliver_all()
        took.append(time.perf_counter() - begun)
        assert Entry.objects.filter(post=post).count() == DELIVERED_TO + 1, "somebody was forgotten"
    some = person("bench-some", account=new_account("bench-some@example.org"))
    follow(some, 400)
    posts = [publish(some, text=f"Note {number}.", spec=EVERYONE) for number in range(300)]
    low = [base()]
    begun, spent = time.perf_counter(), time.process_time()
    _deliver_all()
    rate, thrift = 300 * 401 / (time.perf_counter() - begun), 300 * 401 / (time.process_time() - spent)
    low.append(base())
    in_a_floor, least = rate * statistics.mean(low) / 1000, 30_000 * FLOOR_MS["sqlite"] / 1000
    assert Entry.objects.filter(post__in=posts[-10:]).count() == 10 * 401, "somebody was forgotten"
    return [
        {
            "what": f"delivery to {DELIVERED_TO:,} followers",
            "s": round(statistics.median(took), 3),
            "bar": "≤ 1 s",
            "ok": statistics.median(took) <= 1,
        },
        {
            "what": "delivery, sustained (300 posts to 400 followers)",
            "entries_per_s": round(rate),
            "entries_per_cpu_s": round(thrift),
            "per_floor": round(in_a_floor, 1),
            "bar": f"≥ 30,000/s where the floor is {FLOOR_MS['sqlite']:g}: {least:.1f} a floor",
            "ok": in_a_floor >= least,
        },
    ]


def _deliver_all() -> None:
    from twofold.foundation.courier import worker  # noqa: PLC0415

    while worker.run_quick():
        pass


# --- more of everything ---------------------------------------------------------------------------------------------


def flatness(application: Application, world: World, steps: Sequence[int]) -> list[Row]:
    """The same pages in the same town while older posts are put beneath it."""
    from twofold.foundation.kit.ids import encode  # noqa: PLC0415

    visits: dict[str, list[tuple[str, str]]] = {
        "home": [("/social/", key) for key in world.sessions.values()],
        "thread": [
            (f"/social/posts/{encode(number)}/", key)
            for number, key in zip(world.threads, world.sessions.values(), strict=False)
        ],
    }
    medians: dict[str, list[float]] = {name: [] for name in visits}
    for step in steps:
        grow(step)
        for name, places in visits.items():
            medians[name].append(_median(application, places))
    return [
        {
            "what": f"flatness of {name}: {steps[0]:,} to {steps[-1]:,} posts",
            "p50_ms": " → ".join(f"{each:.2f}" for each in found),
            "ratio": round(found[-1] / found[0], 2),
            "bar": "≤ 1.25",
            "ok": found[-1] / found[0] <= 1.25,
        }
        for name, found in medians.items()
    ]


def _median(application: Application, places: Sequence[tuple[str, str]]) -> float:
    for path, key in places:
        ask(application, path, key)
    took = []
    for _ in range(3):
        for path, key in places:
            begun = time.perf_counter()
            ask(application, path, key)
            took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


def grow(posts: int) -> None:
    """Copies of all posts and entries, years older, until there are as many as `posts`."""
    from django.db import connection, transaction  # noqa: PLC0415

    from twofold.foundation.kit.planner import tell_planner  # noqa: PLC0415
    from twofold.network.posts.models import Post  # noqa: PLC0415

    there = Post.objects.count()
    copies = max(0, round(posts / there) - 1)
    names = [field.column for field in Post._meta.concrete_fields]
    moved = {name: f"{name} + %(step)s" for name in ("id", "root_id", "parent_id")}
    moved |= {
        "position": "position - %(years)s",
        "repost_of_id": "NULL",
        "quote_of_id": "NULL",
        "submission": "NULL",
    }
    kept = ", ".join(moved.get(name, name) for name in names)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT MIN(position) FROM posts_post")
        oldest = cursor.fetchone()[0]
        for copy in range(1, copies + 1):
            at = {
                "step": 1_000_003 * copy,
                "years": copy * 1_000 * 86_400 * 1_000_000,
                "oldest": oldest,
            }
            which = "position >= %(oldest)s AND repost_of_id IS NULL AND id < 9223372000000000000"
            cursor.execute(
                f"INSERT INTO posts_post ({', '.join(names)}) SELECT {kept} FROM posts_post WHERE {which}", at
            )
            cursor.execute(
                "INSERT INTO feed_entry (owner_id, position, post_id)"
                " SELECT owner_id, en.position - %(years)s, post_id + %(step)s"
                " FROM feed_entry en JOIN posts_post po ON po.id = en.post_id WHERE en.position >= %(oldest)s"
                " AND po.repost_of_id IS NULL AND po.id < 9223372000000000000 ON CONFLICT DO NOTHING",
                at,
            )
    tell_planner()


def loudness(application: Application, world: World) -> list[Row]:
    """What readers pay who follow a very followed author, whose posts are merged when they read."""
    from tests.world import new_account, person  # noqa: PLC0415
    from twofold.foundation.kit import clock  # noqa: PLC0415
    from twofold.network.posts.actions import publish  # noqa: PLC0415
    from twofold.people.audiences.specs import EVERYONE  # noqa: PLC0415
    from twofold.people.graph.models import Follow  # noqa: PLC0415
    from twofold.reach.feed.models import LoudAuthor  # noqa: PLC0415

    star = person("bench-star", account=new_account("bench-star@example.org"))
    old = clock.now() - timedelta(days=3)
    for number in range(200):
        publish(star, text=f"Hello, everyone, {number}.", spec=EVERYONE, at=old + timedelta(minutes=number))
    Follow.objects.bulk_create(Follow(follower=each, followed=star, since=old) for each in world.personas)

    def read_all() -> int:
        for key in world.sessions.values():
            read(application, "/social/", key, b'id="feed"')
        return len(world.sessions)

    took: dict[bool, list[float]] = {False: [], True: []}
    for _round in range(3):
        for loud in (False, True):
            LoudAuthor.objects.all().delete()
            if loud:
                LoudAuthor.objects.create(persona=star)
            read_all()
            took[loud].append(cpu_of(read_all))
    ratio = statistics.median(each / other for each, other in zip(took[True], took[False], strict=True))
    return [
        {
            "what": "home page of readers of a very followed author",
            "cpu_ms": " → ".join(f"{statistics.median(each):.2f}" for each in took.values()),
            "ratio": round(ratio, 2),
            "bar": "≤ 1.2",
            "ok": ratio <= 1.2,
        }
    ]
