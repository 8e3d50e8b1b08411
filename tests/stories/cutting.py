"""A conversation while the network is cut again and again: is anything lost, is anything there twice?

A page in a real browser shows what somebody writes who sends each message until it is acknowledged. Both come through a
gate that we shut: every connection breaks at once, wherever it stands, and none is let in for a moment.

python -m tests.stories.cutting [--cuts N] [--messages N]
"""

import argparse
import contextlib
import os
import random
import socket
import struct
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import httpx
from playwright.sync_api import Browser, expect

from tests.look.camera import browser
from tests.server import free_port
from tests.stories.stage import PATIENCE, Town, town

TOKEN = "d" * 32
_RESET = struct.pack("ii", 1, 0)


class Gate:
    """A port through which one reaches another; `shut` breaks what goes through it and lets nothing in for a while."""

    def __init__(self, port: int, to: int):
        self.to, self.lock = to, threading.Lock()
        self.lines: list[socket.socket] = []
        self.open_at = 0.0
        self.listener = socket.create_server(("127.0.0.1", port))
        threading.Thread(target=self._let_in, daemon=True).start()

    def shut(self, seconds: float) -> None:
        with self.lock:
            self.open_at = time.monotonic() + seconds
            for line in self.lines:
                with contextlib.suppress(OSError):
                    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                    line.shutdown(socket.SHUT_RDWR)
                line.close()
            self.lines.clear()

    def close(self) -> None:
        self.listener.close()
        self.shut(0)

    def _let_in(self) -> None:
        while True:
            try:
                outer, _address = self.listener.accept()
            except OSError:
                return
            with self.lock:
                if time.monotonic() < self.open_at:
                    outer.close()
                    continue
                try:
                    inner = socket.create_connection(("127.0.0.1", self.to))
                except OSError:
                    outer.close()
                    continue
                self.lines += [outer, inner]
            for one, other in ((outer, inner), (inner, outer)):
                threading.Thread(target=_pass, args=(one, other), daemon=True).start()


def _pass(one: socket.socket, other: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := one.recv(65_536):
            other.sendall(data)
    for each in (one, other):
        with contextlib.suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
        each.close()


@dataclass(frozen=True)
class Outcome:
    """What was acknowledged and what the page shows of it."""

    cuts: int
    said: int
    tries: int
    lost: int
    doubled: int
    in_order: bool

    def __str__(self) -> str:
        return (
            f"{self.cuts} cuts, {self.said} messages acknowledged after {self.tries} tries: {self.lost} lost, "
            f"{self.doubled} doubled, {'in order' if self.in_order else 'OUT OF ORDER'}"
        )


def hold(here: Town, gate: Gate, chromium: Browser, *, cuts: int, messages: int, seed: int = 7) -> Outcome:
    """Cut while they talk; what came of it once the page has had time to come back."""
    chance = random.Random(seed)
    ada, ben = here.page(chromium, "ada"), here.page(chromium, "ben")
    ada.goto("/social/messages/with/@ben/")
    ada.get_by_role("button", name="Begin").click()
    expect(ada.get_by_label("Your message")).to_be_visible()
    address = ada.url.partition("#")[0]
    ada.close()
    ben.goto(address)
    expect(ben.get_by_label("Your message")).to_be_visible()
    marks = [f"line {number} of {messages}" for number in range(messages)]
    writer = Writer(here, address, marks)
    thread = threading.Thread(target=writer.write, daemon=True)
    thread.start()
    for number in range(cuts):
        writer.wait_for(messages * number // cuts, ben)
        ben.wait_for_timeout(chance.uniform(0, 120))
        gate.shut(chance.uniform(0, 0.25))
    writer.wait_for(messages, ben)
    thread.join(60)
    lines = ben.locator(".line .text")
    with contextlib.suppress(AssertionError):
        expect(lines.last).to_have_text(marks[-1], timeout=2 * PATIENCE)
        expect(lines).to_have_count(messages, timeout=5_000)
    shown = [text.strip() for text in lines.all_inner_texts()]
    counted = Counter(shown)
    return Outcome(
        cuts, len(marks), writer.tries, sum(counted[each] == 0 for each in marks),
        sum(number > 1 for number in counted.values()), [each for each in shown if each in set(marks)] == marks,
    )  # fmt: skip


class Writer:
    """Sends each message until there is an answer, with the same key every time."""

    def __init__(self, here: Town, address: str, marks: list[str]):
        self.address, self.marks, self.base = address, marks, here.base
        self.cookies = f"twofold={here.people['ada']}; twofold-form={TOKEN}"
        self.said = self.tries = 0

    def wait_for(self, number: int, page) -> None:
        end = time.monotonic() + 120
        while self.said < number and time.monotonic() < end:
            page.wait_for_timeout(20)

    def write(self) -> None:
        with httpx.Client(timeout=20, headers={"Cookie": self.cookies, "Origin": self.base}) as http:
            for number, mark in enumerate(self.marks):
                form = {"csrfmiddlewaretoken": TOKEN, "text": mark, "once": f"cut-{number}"}
                while not self._acknowledged(http, form):
                    time.sleep(0.05)
                self.said += 1

    def _acknowledged(self, http: httpx.Client, form: dict[str, str]) -> bool:
        self.tries += 1
        try:
            answer = http.post(self.address, data=form)
        except httpx.TransportError:
            return False
        if answer.status_code == 422:  # too many in a minute: a moment, and once more
            time.sleep(1)
        return answer.status_code in (200, 303)


@contextlib.contextmanager
def gated(folder: Path):
    """The town behind a gate, and the gate."""
    port = free_port()
    with town(folder, gate=port) as here:
        gate = Gate(port, here.server.port)
        try:
            yield here, gate
        finally:
            gate.close()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.stories.cutting")
    parser.add_argument("--cuts", type=int, default=100)
    parser.add_argument("--messages", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as shared:
        os.environ.setdefault("TWOFOLD_TEST_SHARED", shared)
        with gated(Path(folder)) as (here, gate), browser() as chromium:
            outcome = hold(here, gate, chromium, cuts=options.cuts, messages=options.messages)
    print(outcome)
    return 0 if (outcome.lost, outcome.doubled, outcome.in_order) == (0, 0, True) else 1


if __name__ == "__main__":
    sys.exit(main())
