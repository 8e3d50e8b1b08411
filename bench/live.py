"""Live streams by the real server: from a message to the screen of the other side, and what idle streams take.

`python -m bench --only live` measures it. A thousand streams stand open; a message counts from the moment at which its
form is sent to the moment at which the page of the other one, woken by its stream, has fetched the line.
"""

import asyncio
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

STREAMS = 1_000
PEOPLE = {"small": 100, "large": 1_000}
MESSAGES = {"small": 200, "large": 600}
AT_ONCE = 4
WARM = 16
TOKEN = "d" * 32


def run(size: str = "small") -> list[dict[str, Any]]:
    """Rows for the memory of idle streams and for the way of a message; each message is looked for."""
    from tests.server import Served  # noqa: PLC0415 - the settings may not be there yet above

    people = _people(PEOPLE[size])
    server = Served(Path(os.environ["TWOFOLD_DATA_DIR"]), environment={"TWOFOLD_TEST_SHARED": ""})
    server.start(within=120)
    try:
        return asyncio.run(_measure(server, people, MESSAGES[size]))
    finally:
        server.stop()


def _people(count: int) -> list[dict[str, str]]:
    """Pairs who are friends and talk: of each the key of a session and the address of the conversation."""
    from tests.world import befriend, client_of, person  # noqa: PLC0415
    from twofold.foundation.courier.worker import drain  # noqa: PLC0415
    from twofold.foundation.kit.ids import encode  # noqa: PLC0415
    from twofold.network.messaging.actions import open_pair, send  # noqa: PLC0415

    people = [person(f"talker{number}") for number in range(count)]
    made = []
    for one, other in zip(people[::2], people[1::2], strict=True):
        befriend(one, other)
        talk = open_pair(one, other=other)
        send(one, conversation=talk, text="Here we are.")
        address = f"/social/messages/{encode(talk.pk)}/"
        made += [{"key": client_of(each).cookies["twofold"].value, "talk": address} for each in (one, other)]
    drain()
    return made


async def _measure(server: Any, people: list[dict[str, str]], messages: int) -> list[dict[str, Any]]:
    pid = _front(server.process.pid)
    each = -(-STREAMS // len(people))
    warm = [await _Stream.open(server.port, people[0]["key"])]
    before = _memory(pid)
    rest = [person["key"] for person in people for _tab in range(each)][: STREAMS - 1]
    streams: dict[str, list[_Stream]] = {people[0]["key"]: warm}
    for key in rest:
        streams.setdefault(key, []).append(await _Stream.open(server.port, key))
    await asyncio.sleep(2)
    used = (_memory(pid) - before) / 1024
    idle = _cpu(pid)
    await asyncio.sleep(5)
    idle = (_cpu(pid) - idle) / 5 * 100
    gate, times = asyncio.Semaphore(AT_ONCE), list[float]()

    async def one(number: int) -> None:
        pair = number % (len(people) // 2)
        sender, receiver = people[2 * pair], people[2 * pair + 1]
        async with gate:
            times.append(
                await _said(server, sender, receiver, streams[receiver["key"]][0], f"words {number} end")
            )

    # A server that has answered nobody yet is still reading its programs: the first answers do not count.
    await asyncio.gather(*(one(number) for number in range(messages, messages + WARM)))
    times.clear()
    await asyncio.gather(*(one(number) for number in range(messages)))
    for lines in streams.values():
        for line in lines:
            line.close()
    times.sort()
    middle, last = statistics.median(times) * 1000, times[int(len(times) * 0.99)] * 1000
    what = f"a message to the screen of the other side, {STREAMS:,} connected"
    return [
        {
            "what": f"{STREAMS:,} idle streams", "mb": round(used, 1), "cpu_percent": round(idle, 1),
            "bar": "≤ 60 MB", "ok": used <= 60,
        },
        {
            "what": what, "p50_ms": round(middle), "p99_ms": round(last),
            "bar": "p50 < 100 ms, p99 < 500 ms", "ok": middle < 100 and last < 500,
        },
    ]  # fmt: skip


async def _said(server: Any, sender: dict, receiver: dict, stream: "_Stream", words: str) -> float:
    """Seconds from the form to the line on the other page."""
    stream.woken.clear()
    begun = time.perf_counter()
    form = f"csrfmiddlewaretoken={TOKEN}&text={words.replace(' ', '+')}&once={words.replace(' ', '-')}"
    status, _text = await _ask(server.port, sender["talk"], sender["key"], server.base, form)
    assert status in (200, 303), status
    while True:
        await asyncio.wait_for(stream.woken.wait(), 30)
        stream.woken.clear()
        _status, text = await _ask(
            server.port, receiver["talk"] + "newer?since=0", receiver["key"], server.base
        )
        if words in text:
            return time.perf_counter() - begun


class _Stream:
    """An open stream; `woken` is set whenever it says that a conversation changed."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        self.reader, self.writer, self.woken = reader, writer, asyncio.Event()
        self.task = asyncio.get_running_loop().create_task(self._listen())

    @classmethod
    async def open(cls, port: int, key: str) -> "_Stream":
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(_head("GET", "/live/social/", port, key))
        line = await asyncio.wait_for(reader.readline(), 60)
        assert b" 200 " in line, line
        return cls(reader, writer)

    async def _listen(self) -> None:
        while line := await self.reader.readline():
            if line.startswith(b"event: messages"):
                self.woken.set()

    def close(self) -> None:
        self.task.cancel()
        self.writer.close()


async def _ask(port: int, path: str, key: str, base: str, form: str = "") -> tuple[int, str]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    more = f"Connection: close\r\nHX-Request: true\r\nOrigin: {base}\r\n"
    if form:
        more += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n"
    writer.write(_head("POST" if form else "GET", path, port, key, more) + form.encode())
    answer = await asyncio.wait_for(reader.read(), 60)
    writer.close()
    found = re.match(rb"HTTP/1.1 (\d+)", answer)
    assert found, answer[:200]
    return int(found[1]), answer.decode(errors="replace")


def _head(method: str, path: str, port: int, key: str, more: str = "") -> bytes:
    cookies = f"twofold={key}; twofold-form={TOKEN}"
    return f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookies}\r\n{more}\r\n".encode()


def _front(pid: int) -> int:
    """The process that holds the streams: the largest of ours that is not the courier."""
    found = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True, check=True).stdout
    parents = {int(one): int(other) for one, other in (line.split() for line in found.splitlines()[1:])}
    ours, grown = {pid}, True
    while grown:
        more = {each for each, parent in parents.items() if parent in ours} - ours
        ours, grown = ours | more, bool(more)
    return max((each for each in ours if "courier" not in _words(each)), key=_memory)


def _words(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")


def _memory(pid: int) -> int:
    """Kilobytes that are a process's own."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return sum(int(each) for each in re.findall(r"^Private_\w+:\s+(\d+)", text, re.M))


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit("python -m bench --only live")
