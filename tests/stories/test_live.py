"""Live streams, by the real server: who hears what, how soon, and when a stream ends."""

import json
import queue
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import pytest

from tests.server import Served, served

SOON = 5.0


class Listener:
    """An open stream. `next(event)` waits for an event of that name and gives its count."""

    def __init__(self, base: str, network: str, key: str, since: int | None = None):
        address = f"{base}/live/{network}/" + (f"?since={since}" if since is not None else "")
        asked = urllib.request.Request(address, headers={"Cookie": f"twofold={key}"})
        self.answer = urllib.request.urlopen(asked, timeout=60)
        self.heard: queue.Queue[tuple[str, int] | None] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        event = ""
        try:
            for line in self.answer:
                name, _, value = line.decode().strip().partition(": ")
                if name == "event":
                    event = value
                elif name == "data":
                    self.heard.put((event, json.loads(value)["count"]))
        except (OSError, ValueError):
            pass
        self.heard.put(None)

    def next(self, event: str, within: float = SOON) -> int:
        until = time.monotonic() + within
        while True:
            found = self.heard.get(timeout=max(0.01, until - time.monotonic()))
            assert found is not None, "the stream ended"
            if found[0] == event:
                return found[1]

    def settles(self) -> None:
        """What everybody is told at the beginning has come."""
        self.next("notifications")
        self.next("messages")

    def silent(self, seconds: float = 1.0) -> bool:
        try:
            return self.heard.get(timeout=seconds) is None
        except queue.Empty:
            return True

    def ends(self, within: float = 2.5) -> bool:
        until = time.monotonic() + within
        try:
            while self.heard.get(timeout=max(0.01, until - time.monotonic())) is not None:
                pass
        except queue.Empty:
            return False
        return True

    def close(self) -> None:
        self.answer.fp.raw._sock.shutdown(2)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("live")
    with served(folder, environment={"DATABASE_URL": f"sqlite:///{folder / 'twofold.sqlite3'}"}) as running:
        yield running


@pytest.fixture(scope="module")
def do(server):
    def run(*words: str) -> str:
        command = [sys.executable, "-m", "tests.stories.live_world", *words]
        done = subprocess.run(command, env=server.environment, capture_output=True, text=True)
        assert not done.returncode, done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="module")
def people(do):
    return json.loads(do("people"))


def status(base: str, path: str, key: str = "") -> int:
    try:
        asked = urllib.request.Request(base + path, headers={"Cookie": f"twofold={key}"})
        with urllib.request.urlopen(asked, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as answer:
        answer.close()
        return answer.code


def test_a_stranger_has_no_stream(server, people):
    assert status(server.base, "/live/social/") == 401
    assert status(server.base, "/live/social/", "no such session") == 401
    assert status(server.base, "/live/nowhere/") == 404
    # ben is nobody in the other network: to it his session is a stranger's
    assert status(server.base, "/live/professional/", people["ben"]["keys"][0]) == 401


def test_each_tab_hears_of_new_posts_and_the_other_world_hears_nothing(server, people, do):
    ada, work, ben = (people[name]["keys"] for name in ("ada", "ada.work", "ben"))
    tabs = [Listener(server.base, "social", key, since=0) for key in ada]
    elsewhere = Listener(server.base, "professional", work[0], since=0)
    author = Listener(server.base, "social", ben[0], since=0)
    plain = Listener(server.base, "social", ada[0])
    for listener in (*tabs, elsewhere, author, plain):
        listener.settles()
    do("post", "ben", "The first tomatoes are in.")
    assert [tab.next("feed") for tab in tabs] == [1, 1]
    assert elsewhere.silent()
    assert author.silent()
    assert plain.silent()
    do("post", "ben", "And the second.")
    assert [tab.next("feed") for tab in tabs] == [2, 2]
    # One who comes back later is told the same.
    late = Listener(server.base, "social", ada[1], since=0)
    assert late.next("feed") == 2
    for listener in (*tabs, elsewhere, author, plain, late):
        listener.close()


def test_a_notification_moves_the_badge(server, people, do):
    ben = Listener(server.base, "social", people["ben"]["keys"][0])
    before = ben.next("notifications")
    do("post", "ben", "A question for you all.")
    do("react", "ada")
    assert ben.next("notifications") == before + 1
    ben.close()


def test_a_message_reaches_every_tab_in_every_process(server, people, do):
    """Signals lie in the database, so whichever process holds a stream learns of them."""
    second = Served(server.folder, environment=server.environment)
    second.start(within=120)
    try:
        keys = people["ben"]["keys"]
        tabs = [Listener(server.base, "social", keys[0]), Listener(second.base, "social", keys[1])]
        work = Listener(second.base, "professional", people["ada.work"]["keys"][0])
        for listener in (*tabs, work):
            listener.settles()
        do("say", "ada", "ben", "Are you up?")
        assert [tab.next("messages") for tab in tabs] == [1, 1]
        assert work.silent()
        for listener in (*tabs, work):
            listener.close()
    finally:
        second.stop()


def test_too_many_streams_of_one_persona_are_told_not_to_come_back(server, people):
    key = people["ben"]["keys"][1]
    open_ones = [Listener(server.base, "social", key) for _ in range(12)]
    assert status(server.base, "/live/social/", key) == 204
    for listener in open_ones:
        listener.close()
    until = time.monotonic() + SOON
    while time.monotonic() < until:  # a closed page makes room
        try:
            Listener(server.base, "social", key).next("notifications")
            break
        except AssertionError:
            time.sleep(0.2)
    else:
        pytest.fail("closed streams were never given back")


def test_a_stream_ends_with_its_session_a_new_password_or_a_suspension(server, people, do):
    ada, ben = people["ada"]["keys"], people["ben"]["keys"]
    first, second = (Listener(server.base, "social", key) for key in ada)
    for listener in (first, second):
        listener.settles()
    do("sign-out", ada[0])
    assert first.ends()
    assert second.silent()
    do("password", "ada")
    assert second.ends()
    assert status(server.base, "/live/social/", ada[1]) == 401
    third = Listener(server.base, "social", ben[0])
    third.next("notifications")
    do("suspend", "ben")
    assert third.ends()


def test_the_pages_come_through_the_same_port(server):
    with urllib.request.urlopen(server.base + "/about", timeout=10) as answer:
        page = answer.read().decode()
        length = answer.headers["Content-Length"]
    assert "<html" in page
    with urllib.request.urlopen(
        urllib.request.Request(server.base + "/about", method="HEAD"), timeout=10
    ) as answer:
        assert (answer.read(), answer.headers["Content-Length"]) == (b"", length)
    script = page.partition('<script type="module" src="')[2].partition('"')[0]
    with urllib.request.urlopen(server.base + script, timeout=10) as answer:
        assert b"import" in answer.read()
        assert "immutable" in answer.headers["Cache-Control"]


def test_too_much_at_once_is_answered_in_words(server):
    asked = urllib.request.Request(
        server.base + "/social/posts/new",
        data=bytes(46 * 1024 * 1024),
        headers={"Content-Type": "application/octet-stream"},
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked, timeout=60)
    assert refused.value.code == 413
    assert "45 megabytes" in refused.value.read().decode()
    refused.value.close()
