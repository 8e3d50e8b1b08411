"""The hub: one task in each process that looks for signals while anyone listens, and tells those concerned.

A stream says how things stand, never what happened: "5 new notifications", "12 new posts". So a browser that comes
back after a break is told the same as one that never left, and nothing has to be kept for it.
"""

import asyncio
import contextlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import structlog
from django.db import close_old_connections

from twofold.people.accounts.queries import Ticket, lapsed
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed.queries import readers_among
from twofold.reach.notifications.attention import LASTS, look
from twofold.surfaces.live import actions, bell, queries
from twofold.surfaces.live.models import Sort

log = structlog.get_logger("live")
Answer = TypeVar("Answer")

LOOK = 0.15
RECHECK = 1.0
HEARTBEAT = 15.0
STREAMS_EACH = 12
_CHUNK = 500
_AT_A_TIME = 10
_COUNTED = 99
_GREETED = 50


class Stream:
    """One open page: what waits to be written to it. `None` in the queue ends it."""

    __slots__ = ("arrived", "feed", "queue", "ticket")

    def __init__(self, ticket: Ticket, *, feed: bool):
        self.ticket = ticket
        self.feed = feed
        # The ids of posts that came since the page was drawn: a set, so that no post counts twice.
        self.arrived: set[int] = set()
        self.queue: asyncio.Queue[bytes | None] = asyncio.Queue()

    def tell(self, event: str, count: int) -> None:
        self.queue.put_nowait(encoded(event, count))

    def tell_arrived(self, posts: Iterable[int]) -> None:
        before = len(self.arrived)
        if self.feed and before < _COUNTED:
            self.arrived.update(posts)
            if len(self.arrived) != before:
                self.tell("feed", min(len(self.arrived), _COUNTED))

    def end(self) -> None:
        self.queue.put_nowait(None)


def encoded(event: str, count: int) -> bytes:
    return f"event: {event}\ndata: {json.dumps({'count': count})}\n\n".encode()


class Hub:
    """All streams of this process."""

    def __init__(self) -> None:
        self.streams: dict[int, set[Stream]] = defaultdict(set)
        self.reader = ThreadPoolExecutor(1, thread_name_prefix="live")
        self.task: asyncio.Task[None] | None = None
        self.rung = asyncio.Event()
        # Whose page was just opened.
        self.fresh: set[int] = set()
        # Until when it is noted of somebody that they look.
        self.noted: dict[int, float] = {}

    async def read(self, call: Callable[..., Answer], *arguments: Any) -> Answer:
        """Call something that reads the database, in the hub's own thread."""

        def in_thread() -> Answer:
            close_old_connections()
            return call(*arguments)

        return await asyncio.get_running_loop().run_in_executor(self.reader, in_thread)

    def full(self, ticket: Ticket) -> bool:
        return len(self.streams.get(ticket.viewer.id, ())) >= STREAMS_EACH

    def join(self, stream: Stream) -> None:
        self.streams[stream.ticket.viewer.id].add(stream)
        self.fresh.add(stream.ticket.viewer.id)
        if self.task is None or self.task.done():
            self.task = asyncio.get_running_loop().create_task(self._run())

    def leave(self, stream: Stream) -> None:
        mine = self.streams[stream.ticket.viewer.id]
        mine.discard(stream)
        if not mine:
            del self.streams[stream.ticket.viewer.id]

    def everyone(self) -> Iterator[Stream]:
        return (stream for mine in list(self.streams.values()) for stream in list(mine))

    def close(self) -> None:
        """End every stream; browsers come back to whoever serves next."""
        for stream in self.everyone():
            stream.end()

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()

        def rung() -> None:
            loop.call_soon_threadsafe(self.rung.set)

        bell.listen(rung)
        try:
            await self._look_again_and_again()
        finally:
            bell.leave(rung)

    async def _look_again_and_again(self) -> None:
        place = await self.read(queries.newest)
        clock = asyncio.get_running_loop().time
        rechecked = beaten = shown = clock()
        while self.streams:
            await self._pause()
            try:
                await self._look(place)
                await self._greet()
                if clock() - shown >= actions.BEAT:
                    shown = clock()
                    await self._show()
                if clock() - rechecked >= RECHECK:
                    rechecked = clock()
                    await self._recheck()
            except Exception as problem:  # a database that restarts must not end the hub
                log.warning("live waits", error=type(problem).__name__)
                await asyncio.sleep(1)
            if clock() - beaten >= HEARTBEAT:
                beaten = clock()
                for stream in self.everyone():
                    stream.queue.put_nowait(b":\n\n")

    async def _pause(self) -> None:
        """Until something in this process left a signal; what others left is looked for after `LOOK`."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.rung.wait(), LOOK)
        self.rung.clear()

    async def _look(self, place: queries.Place) -> None:
        signals = await self.read(queries.signals_after, place)
        posts = [each.post_id for each in signals if each.post_id]
        if posts:
            for persona_id, arrived in (await self.read(_arrivals, posts, list(self.streams))).items():
                for stream in list(self.streams.get(persona_id, ())):
                    stream.tell_arrived(arrived)
        mine_of = {
            sort: {each.persona_id for each in signals if each.persona_id and each.sort == sort}
            for sort in Sort
        }
        for persona_id in mine_of[Sort.COMPANY] & self.streams.keys():
            for stream in list(self.streams.get(persona_id, ())):
                stream.tell("company", 0)
        talks = {each.talk_id for each in signals if each.talk_id}
        await self._tell_talks(await self.read(queries.people_of, talks) if talks else set())
        await self._tell_standing(mine_of[Sort.STANDING])

    async def _tell_talks(self, persona_ids: set[int]) -> None:
        """To those among them who have a page open how many conversations wait."""
        for some in _chunks(self._open_among(persona_ids), _AT_A_TIME):
            counts = await self.read(queries.waiting_talks, [viewer for _mine, viewer in some])
            for (mine, _viewer), count in zip(some, counts, strict=True):
                for stream in mine:
                    stream.tell("messages", count)

    async def _tell_standing(self, persona_ids: set[int]) -> None:
        for some in _chunks(self._open_among(persona_ids), _AT_A_TIME):
            counts = await self.read(queries.waiting, [viewer for _mine, viewer in some])
            for (mine, _viewer), (told, talks) in zip(some, counts, strict=True):
                for stream in mine:
                    stream.tell("notifications", told)
                    stream.tell("messages", talks)

    def _open_among(self, persona_ids: set[int]) -> list[tuple[list[Stream], Viewer]]:
        """The streams of those who have any, with whose they are."""
        found = (list(self.streams[each]) for each in persona_ids & self.streams.keys())
        return [(mine, mine[0].ticket.viewer) for mine in found if mine]

    async def _greet(self) -> None:
        """Those who have just come, some at a time."""
        if self.fresh:
            some = set(list(self.fresh)[:_GREETED])
            self.fresh -= some
            await self.read(actions.arrive, some)
            await self._note(some)

    async def _note(self, persona_ids: Iterable[int]) -> None:
        """Those who have a page open are looking: kept for whoever sends notes, and renewed before it runs out."""
        now = asyncio.get_running_loop().time()
        some = {each for each in persona_ids if self.noted.get(each, 0) < now + actions.BEAT * 2}
        if some:
            await self.read(look, some)
            self.noted.update(dict.fromkeys(some, now + LASTS.total_seconds()))

    async def _show(self) -> None:
        """Those who are still here, and that others no longer are."""
        for chunk in _chunks(list(self.streams)):
            await self.read(actions.arrive, chunk)
            await self._note(chunk)
        await self.read(actions.depart)
        self.noted = {each: until for each, until in self.noted.items() if each in self.streams}

    async def _recheck(self) -> None:
        """End the streams of those who signed out, were suspended or changed their password."""
        streams = list(self.everyone())
        gone = await self.read(_lapsed, [stream.ticket for stream in streams])
        for stream in streams:
            if stream.ticket in gone:
                stream.end()


def _arrivals(posts: Sequence[int], persona_ids: Sequence[int]) -> dict[int, set[int]]:
    """Which of these posts are new in whose home feed."""
    found: dict[int, set[int]] = defaultdict(set)
    for post_id in posts:
        for chunk in _chunks(persona_ids):
            for persona_id in readers_among(post_id, chunk):
                found[persona_id].add(post_id)
    return found


def _lapsed(tickets: Sequence[Ticket]) -> set[Ticket]:
    return set().union(*(lapsed(chunk) for chunk in _chunks(tickets)))


def _chunks(rows: Sequence[Answer], size: int = _CHUNK) -> Iterator[Sequence[Answer]]:
    return (rows[start : start + size] for start in range(0, len(rows), size))
