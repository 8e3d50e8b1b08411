"""One stream, as ASGI speaks: `GET /live/<network>/?since=<position>`, answered with server-sent events.

    event: notifications   data: {"count": 5}    those unread, 0 to 21
    event: messages        data: {"count": 2}    conversations to be read; told anew whenever one of them changes
    event: company         data: {"count": 0}    who writes or who is here changed, where one may notice it
    event: feed            data: {"count": 12}   posts of others that came after `since`; only when `since` is given

401 for a stranger; 204, which tells a browser not to come back, when somebody has too many streams open.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

from django.conf import settings
from django.http import parse_cookie

from twofold.foundation.kit.paging import read_cursor
from twofold.people.accounts.queries import ticket_of
from twofold.people.personas.models import Network
from twofold.surfaces.live import queries
from twofold.surfaces.live.hub import Hub, Stream, encoded

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]


async def serve(hub: Hub, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request below /live/."""
    network = scope["path"].removeprefix("/live/").removesuffix("/")
    if network not in Network.values:
        await _refuse(send, 404)
        return
    if scope["method"] != "GET":
        await _refuse(send, 405)
        return
    ticket = await hub.read(ticket_of, _session_key(scope), network)
    if ticket is None:
        await _refuse(send, 401)
        return
    if hub.full(ticket):
        await _refuse(send, 204)
        return
    since = _since(scope)
    stream = Stream(ticket, feed=since is not None)
    hub.join(stream)
    watch = asyncio.get_running_loop().create_task(_until_gone(receive, stream))
    try:
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        # Joined first, asked after: what comes between is in both, and counts once.
        standing = await hub.read(queries.standing, ticket.viewer, since)
        await _write(send, b"retry: 3000\n\n" + encoded("notifications", standing.unread))
        await _write(send, encoded("messages", standing.talks))
        stream.tell_arrived(standing.arrived)
        while (line := await stream.queue.get()) is not None:
            await _write(send, line)
        await send({"type": "http.response.body", "body": b"", "more_body": False})
    finally:
        hub.leave(stream)
        watch.cancel()


async def _write(send: Send, line: bytes) -> None:
    await send({"type": "http.response.body", "body": line, "more_body": True})


async def _until_gone(receive: Receive, stream: Stream) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    stream.end()


async def _refuse(send: Send, status: int) -> None:
    headers = [(b"cache-control", b"no-store"), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def _session_key(scope: Scope) -> str:
    cookies = "; ".join(value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie")
    return parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME, "")


def _since(scope: Scope) -> int | None:
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("since", [""])[0]
    return read_cursor(asked)
