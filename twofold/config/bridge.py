"""From ASGI to WSGI: each request runs synchronously in a thread of a small pool.

Django's own ASGI handler would cost a new thread for each request; this costs none.
"""

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any
from wsgiref.types import WSGIApplication

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Header = tuple[bytes, bytes]

# Ten pictures and what is written around them. Beyond it nothing is kept.
LARGEST = 45 * 1024 * 1024
# So much more is read and thrown away, that a browser may finish speaking and hear the answer.
DISCARDED = 4 * LARGEST
IN_MEMORY = 512 * 1024
PATIENCE = 60


class Gone(Exception):
    """The client went away, or fell silent, before it had said everything."""


class Whole:
    """A file that the server sends by itself, from the disk to the wire: no thread waits while a slow reader reads."""

    def __init__(self, file: IO[bytes], _size: int = 0):
        self.path, self.close = file.name, file.close

    def __iter__(self) -> Iterator[bytes]:
        with open(self.path, "rb") as file:
            while block := file.read(262_144):
                yield block


class Bridge:
    """A WSGI application as an ASGI one.

    A body beyond the cap never reaches it: it is asked with an empty one and `twofold.too_large` in the environment.
    """

    def __init__(self, application: WSGIApplication, *, threads: int):
        self.application = application
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="pages")

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        loop = asyncio.get_running_loop()
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as body:
            try:
                too_large = not await _read_body(receive, body)
            except (Gone, TimeoutError):
                return
            environ = _environ(scope, body)
            environ["twofold.too_large"] = too_large
            await loop.run_in_executor(self.pool, _answer, self.application, environ, send, loop)


async def _read_body(receive: Receive, body: IO[bytes]) -> bool:
    """Read what a request brings; False, and nothing kept, when it is too large."""
    size, more = 0, True
    while more:
        async with asyncio.timeout(PATIENCE):
            message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        part, more = message.get("body", b""), message.get("more_body", False)
        size += len(part)
        if size > DISCARDED:
            break
        if size <= LARGEST:
            body.write(part)
    if size > LARGEST:
        body.seek(0)
        body.truncate()
    return size <= LARGEST


def _environ(scope: Message, body: IO[bytes]) -> dict[str, Any]:
    """What WSGI (PEP 3333) says of a request."""
    client, server = scope.get("client") or ("", 0), scope.get("server") or ("localhost", 80)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode("utf-8", "surrogateescape").decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": str(server[0]),
        "SERVER_PORT": str(server[1]),
        "REMOTE_ADDR": str(client[0]),
        "CONTENT_LENGTH": str(body.tell()),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    body.seek(0)
    if "http.response.pathsend" in (scope.get("extensions") or {}):
        environ["wsgi.file_wrapper"] = Whole
    for name, value in scope["headers"]:
        if b"_" in name or name == b"content-length":  # X_Real_IP would pass for X-Real-IP
            continue
        key = name.decode("latin-1").upper().replace("-", "_")
        key = key if key == "CONTENT_TYPE" else f"HTTP_{key}"
        text = value.decode("latin-1")
        joint = "; " if key == "HTTP_COOKIE" else ","
        environ[key] = f"{environ[key]}{joint}{text}" if key in environ else text
    return environ


def _answer(
    application: WSGIApplication, environ: dict[str, Any], send: Send, loop: asyncio.AbstractEventLoop
) -> None:
    """Run one request in this thread and send what comes of it, part by part where it is a stream."""
    begun: list[tuple[int, list[Header]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], *_: Any) -> Callable[[bytes], object]:
        encoded = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        begun[:] = [(int(status[:3]), encoded)]
        return lambda _part: None

    def say(message: Message) -> None:
        asyncio.run_coroutine_threadsafe(_send_part(send, message), loop).result()

    parts: Iterable[bytes] = application(environ, start_response)
    try:
        status, headers = begun[0]
        silent = environ["REQUEST_METHOD"] == "HEAD"
        if isinstance(parts, Whole) and not silent:
            say({"type": "http.response.start", "status": status, "headers": headers})
            say({"type": "http.response.pathsend", "path": parts.path})
            return
        if silent or not getattr(parts, "streaming", False):
            body = b"" if silent else b"".join(parts)
            asyncio.run_coroutine_threadsafe(_send_whole(send, status, headers, body), loop).result()
            return
        say({"type": "http.response.start", "status": status, "headers": headers})
        for part in parts:
            say({"type": "http.response.body", "body": part, "more_body": True})
        say({"type": "http.response.body", "body": b"", "more_body": False})
    finally:
        close = getattr(parts, "close", None)
        if close:
            close()


async def _send_whole(send: Send, status: int, headers: list[Header], body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _send_part(send: Send, message: Message) -> None:
    await send(message)  # a server may give any awaitable; the loop takes coroutines alone
