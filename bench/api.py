"""The home feed as JSON: 20 posts, signed in, the door asked again, the reader's marks filled in; against the floor.

`python -m bench --only api` measures it on both databases. Both applications are called through WSGI in this process,
in turn, for the same readers; what is counted is the CPU time of this process and of the database's own.
"""

import gc
import json
import os
import statistics
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from bench import floor

SIZES = {"small": (2_000, 200, 5), "large": (20_000, 1_000, 5)}
POSTS, TIES = 10, 14
BAR = 1.5
TICK = os.sysconf("SC_CLK_TCK")


def run(size: str = "small") -> list[dict[str, Any]]:
    """Rows for the floor, for the real server, and for their ratio; the mean CPU of a request over all readers.

    Every reader's answer is compared with the floor's first; raises AssertionError when one differs.
    """
    os.environ["TWOFOLD_API_RATE"] = "1000000"
    from django.conf import settings  # noqa: PLC0415 - the settings may not be there yet above

    from twofold.config.wsgi import application as real  # noqa: PLC0415

    settings.API_RATE = 1_000_000
    people, readers, rounds = SIZES[size]
    tokens = fill(people, readers)
    bare = floor.application(settings.DATABASES["default"])
    backend = _backend()
    for token in tokens:
        check(call(real, token), call(bare, token))
    took: dict[str, list[float]] = {"real": [], "floor": []}
    for _round in range(rounds):
        for name, application in (("floor", bare), ("real", real)):
            took[name].append(
                measure(application, tokens, backend if name == "real" else _floor_backend(bare))
            )
    return _rows(took, f"{people:,} people, {readers} readers in turn")


def _rows(took: dict[str, list[float]], world: str) -> list[dict[str, Any]]:
    means = {name: statistics.median(each) for name, each in took.items()}
    ratio = statistics.median(mine / its for mine, its in zip(took["real"], took["floor"], strict=True))
    return [
        {"what": f"floor: plain WSGI, driver, msgspec ({world})", "cpu_ms": round(means["floor"], 3)},
        {"what": f"home feed as JSON ({world})", "cpu_ms": round(means["real"], 3)},
        {"what": "against the floor", "ratio": round(ratio, 2), "bar": f"≤ {BAR}", "ok": ratio <= BAR},
    ]


def fill(people: int, readers: int) -> list[str]:
    """A town, and tokens of readers whose feeds have at least a page."""
    from django.db import connection  # noqa: PLC0415

    from twofold.config.demo.bulk import fill as town  # noqa: PLC0415
    from twofold.people.personas.models import Persona  # noqa: PLC0415

    town(people, POSTS, TIES, progress=lambda _text: None)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT owner_id FROM feed_entry GROUP BY owner_id HAVING COUNT(*) >= 40 ORDER BY owner_id LIMIT %s + 0",
            [readers],
        )
        found = [row[0] for row in cursor.fetchall()]
    assert len(found) == readers, "too few readers with a full page"
    return [token_of(persona) for persona in Persona.objects.in_bulk(found).values()]


def token_of(persona: Any) -> str:
    """A token as the exchange would leave it behind."""
    from datetime import timedelta  # noqa: PLC0415

    from twofold.foundation.kit import clock  # noqa: PLC0415
    from twofold.people.accounts.bonds import bond_of  # noqa: PLC0415
    from twofold.surfaces.api.models import AccessToken  # noqa: PLC0415
    from twofold.surfaces.api.oauth.validator import digest  # noqa: PLC0415

    token = f"token-of-{persona.pk}"
    kept = AccessToken(user=persona, scope="read write", expires=clock.now() + timedelta(days=1), token=token)
    kept.bond = bond_of(persona.pk, digest(token))
    kept.save()
    return token


def call(application: Callable, token: str) -> bytes:
    """One request through WSGI, from the environment to the last byte."""
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/api/v1/timelines/home",
        "QUERY_STRING": "limit=20",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost:8000",
        "HTTP_AUTHORIZATION": f"Bearer {token}",
        "HTTP_ACCEPT": "application/json",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    status: list[str] = []
    answer = application(environ, lambda line, headers, problem=None: status.append(line))
    body = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    assert status == ["200 OK"], (status, body[:500])
    return body


def check(mine: bytes, its: bytes) -> None:
    """Both say the same, in whatever order."""
    one, other = json.loads(mine), json.loads(its)
    assert one, "an empty feed measures nothing"
    assert one == other, next((a, b) for a, b in zip(one, other, strict=False) if a != b)


def measure(application: Callable, tokens: list[str], backend: int, *, least: float = 1.5) -> float:
    """CPU milliseconds of a request, over every reader once a turn, for at least so many seconds."""
    gc.collect()
    cpu, database, count, begun = time.process_time(), _cpu_of(backend), 0, time.monotonic()
    while time.monotonic() - begun < least:
        for token in tokens:
            call(application, token)
        count += len(tokens)
    spent = time.process_time() - cpu + _cpu_of(backend) - database
    return spent / count * 1000


def _backend() -> int:
    """The process of the database that serves Django's connection; 0 when it is this one."""
    from django.db import connection  # noqa: PLC0415

    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def _floor_backend(bare: Callable) -> int:
    connection = bare.database.connection  # type: ignore[attr-defined]
    return 0 if bare.database.lite else connection.info.backend_pid  # type: ignore[attr-defined]


def _cpu_of(pid: int) -> float:
    """CPU seconds of a process of this machine so far."""
    if not pid:
        return 0.0
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK
