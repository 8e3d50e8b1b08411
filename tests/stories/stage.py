"""What the browser journeys share: a real server, the letters that it writes, and windows of people signed in."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

from tests.server import Served, copied_once, free_port

# The machine may be busy: a journey waits for things, never for time.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


@contextmanager
def town(folder: Path, *, gate: int = 0) -> Iterator["Town"]:
    """The town, served; windows come in through the port `gate` where there is one."""
    letters, port = folder / "letters", free_port()
    environment = {
        # By name: a browser gives passkeys to names alone, never to numbers.
        "TWOFOLD_BASE_URL": f"http://localhost:{gate or port}",
        # A fourth slash: what follows the third is the path.
        "TWOFOLD_MAIL_URL": f"filemail:///{letters}",
        "DATABASE_URL": f"sqlite:///{folder / 'twofold.sqlite3'}",
    }
    server = Served(folder, environment=environment, port=port)
    copied_once("town", folder, lambda: _settle(server))
    server.start()
    try:
        yield Town(server, environment["TWOFOLD_BASE_URL"], letters)
    finally:
        server.stop()


def _settle(server: Served) -> None:
    """The people of the town and the keys of their sessions, once in a run of the tests."""
    server.prepare()
    (server.folder / "people.json").write_text(told(server, "people"))


def told(server: Served, *words: str) -> str:
    """Do something of tests/stories/browser_world.py; what it says."""
    command = [sys.executable, "-m", "tests.stories.browser_world", *words]
    done = subprocess.run(command, env=server.environment, capture_output=True, text=True)
    assert not done.returncode, done.stderr
    return done.stdout


def picture(name: str = "lake") -> FilePayload:
    """A small photograph, as it is chosen in a form."""
    into = BytesIO()
    Image.linear_gradient("L").resize((640, 480)).convert("RGB").save(into, "JPEG")
    return {"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": into.getvalue()}


def press(page: Page, key: str) -> None:
    """Press a key once the page's scripts, which may bind it, have run."""
    page.wait_for_load_state()
    page.keyboard.press(key)


def reload_until(page: Page, text: str) -> None:
    """What the courier brings to a page that is not live."""
    end = time.monotonic() + PATIENCE / 1000
    while not page.get_by_text(text).count():
        assert time.monotonic() < end, f"no {text!r} on {page.url}"
        page.reload()


class Town:
    """A running server, the letters it wrote, and the people who live there."""

    def __init__(self, server: Served, base: str, letters: Path):
        self.server, self.base, self.letters = server, base, letters
        self.people: dict[str, str] = json.loads((server.folder / "people.json").read_text())
        self.complaints: list[str] = []

    def do(self, *words: str) -> str:
        return told(self.server, *words)

    def letter_to(self, address: str) -> str:
        """The text of the newest letter to `address`."""
        for path in sorted(self.letters.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True):
            for raw in reversed(path.read_bytes().split(b"-" * 79 + b"\n")):
                letter = message_from_bytes(raw, policy=policy.default)
                if letter["To"] == address:
                    body = letter.get_body(("plain",))
                    assert body is not None
                    return body.get_content()
        raise AssertionError(f"no letter to {address}")

    def code_for(self, address: str) -> str:
        found = re.search(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", self.letter_to(address), re.M)
        assert found
        return found[0]

    def window(self, browser: Browser, name: str = "", **options) -> BrowserContext:
        """A window of its own, in which `name` is signed in; a stranger's without."""
        context = browser.new_context(base_url=self.base, reduced_motion="reduce", **options)
        context.set_default_timeout(PATIENCE)
        if name:
            context.add_cookies([{"name": "twofold", "value": self.people[name], "url": self.base}])
        return context

    def page(self, browser: Browser, name: str = "", **options) -> Page:
        """A page of such a window that keeps what it complains of in `complaints`."""
        page = self.window(browser, name, **options).new_page()
        self.listen(page)
        return page

    def listen(self, page: Page) -> None:
        page.on("console", lambda said: self._complain(page, said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self._complain(page, str(error)))

    def _complain(self, page: Page, text: str) -> None:
        self.complaints.append(f"{page.url}: {text}")
