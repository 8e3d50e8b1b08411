"""Asking the server for pages through WSGI, in this process, and what that costs."""

import gc
import os
import time
from collections.abc import Callable, Iterable
from http.cookies import SimpleCookie
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

Application = Callable[..., Iterable[bytes]]
TICK = os.sysconf("SC_CLK_TCK")


def ask(
    application: Application, path: str, session: str, form: dict[str, str] | None = None
) -> tuple[str, bytes]:
    """One request through WSGI, to the last byte: its status and its body."""
    # As a browser has it after its first page.
    cookies = SimpleCookie({"twofold": session, "twofold-form": "t" * 32})
    body = b""
    if form is not None:
        body = urlencode({**form, "csrfmiddlewaretoken": "t" * 32}).encode()
    path, _mark, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET" if form is None else "POST",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "localhost:8000",
        "HTTP_COOKIE": cookies.output(header="", sep=";").strip(),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    status: list[str] = []
    answer = application(environ, lambda line, _headers, _problem=None: status.append(line))
    page = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    return status[0], page


def read(application: Application, path: str, session: str, holds: bytes) -> None:
    status, page = ask(application, path, session)
    assert status == "200 OK", (path, status, page[-800:])
    assert page.count(b'<article class="card post"') >= 1, (path, "no post in it")
    assert holds in page, (path, "not what was asked for")


def cpu_of(act: Callable[[], int]) -> float:
    """CPU milliseconds for each of the things that `act` does, which says how many it did; the database's included."""
    gc.collect()
    backend = _backend()
    own, database = time.process_time(), _spent(backend)
    count = act()
    return (time.process_time() - own + _spent(backend) - database) / count * 1000


def _backend() -> int:
    from django.db import connection  # noqa: PLC0415

    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def _spent(pid: int) -> float:
    if not pid:
        return 0.0
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK
