"""People who write through HTTP, each in a thread, and remember what the server acknowledged.

A write that got no answer is tried again with the same key until it is acknowledged: in the end everything that was
tried must be there, exactly once.
"""

import random
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

import httpx

from twofold.foundation.kit.ids import encode

FORM_TOKEN = "d" * 32
PATIENCE = 60


@dataclass
class Ledger:
    """What was acknowledged."""

    posts: dict[str, dict] = field(default_factory=dict)  # marker: {"author", "id", "parent"}
    reactions: list[tuple[str, str]] = field(default_factory=list)  # persona, post
    reposts: list[tuple[str, str]] = field(default_factory=list)
    follows: list[tuple[str, str]] = field(default_factory=list)
    requests: list[tuple[str, str]] = field(default_factory=list)
    ties: list[tuple[str, str]] = field(default_factory=list)
    messages: dict[str, dict] = field(default_factory=dict)  # marker: {"author", "talk", "after"}
    retried: int = 0

    def __len__(self) -> int:
        kinds = (
            self.posts, self.reactions, self.reposts, self.follows, self.requests, self.ties, self.messages
        )  # fmt: skip
        return sum(map(len, kinds))

    def plain(self) -> dict:
        return asdict(self)


class Company:
    """All writers: `write(n)` lets them write until `n` writes are acknowledged."""

    def __init__(self, base: str, people: list[dict], seed: int = 1):
        self.base, self.people, self.seed = base, people, seed
        self.ledger = Ledger()
        self.lock = threading.Lock()
        self.wanted = 0
        self.problems: list[str] = []

    def start(self, wanted: int) -> list[threading.Thread]:
        self.wanted = wanted
        threads = [
            threading.Thread(target=Writer(self, number).write, daemon=True)
            for number in range(len(self.people))
        ]
        for thread in threads:
            thread.start()
        return threads

    @property
    def enough(self) -> bool:
        return len(self.ledger) >= self.wanted or bool(self.problems)


class Writer:
    """One person at work."""

    def __init__(self, company: Company, number: int):
        self.company, self.number = company, number
        self.me = company.people[number]
        self.chance = random.Random(company.seed * 1000 + number)
        self.http = httpx.Client(base_url=company.base, timeout=10)
        self.done: set[tuple[str, str]] = set()
        self.said = ""

    def write(self) -> None:
        deeds = [
            self.post,
            self.post,
            self.comment,
            self.comment,
            self.react,
            self.react,
            self.repost,
            self.follow,
        ]
        deeds += [self.ask, self.say, self.say]
        while not self.company.enough:
            try:
                self.chance.choice(deeds)()
            except AssertionError as problem:
                self.company.problems.append(str(problem))
        self.http.close()

    # --- deeds ------------------------------------------------------------------------------------------------------

    def post(self, parent: str = "") -> None:
        marker = uuid.UUID(int=self.chance.getrandbits(128)).hex
        body = {
            "status": f"What I wanted to say: {marker}",
            "visibility": self.chance.choice(["public", "private"]),
        }
        if parent:
            body["in_reply_to_id"] = parent
        key = {"Idempotency-Key": marker}
        answer = self._until_acknowledged(lambda: self._api("/api/v1/statuses", body, key))
        row = {"author": self.me["id"], "id": answer.json()["id"], "parent": parent}
        with self.company.lock:
            self.company.ledger.posts[marker] = row | {"public": body["visibility"] == "public"}

    def comment(self) -> None:
        if parent := self._something_public():
            self.post(parent)

    def react(self) -> None:
        self._once("favourite", self.company.ledger.reactions)

    def repost(self) -> None:
        self._once("reblog", self.company.ledger.reposts)

    def follow(self) -> None:
        other = self.chance.choice(self.company.people)
        if other is not self.me and self._new("follow", other["id"]):
            self._until_acknowledged(lambda: self._api(f"/api/v1/accounts/{other['id']}/follow", {}))
            self._keep(self.company.ledger.follows, other["id"])

    def ask(self) -> None:
        """A request by the form of the page, which the other accepts in theirs."""
        across = (self.number + 2 + self.chance.randrange(len(self.company.people) - 3)) % len(
            self.company.people
        )
        other = self.company.people[across]
        if self.number < across and self._new("ask", other["id"]):
            self._until_acknowledged(lambda: self._form(self.me, other, "request"))
            self._keep(self.company.ledger.requests, other["id"])
            if self.chance.random() < 0.7:
                self._until_acknowledged(lambda: self._form(other, self.me, "accept"))
                self._keep(self.company.ledger.ties, other["id"])

    def say(self) -> None:
        """A message to the next in the ring, by the form of the page; each comes after those said before it."""
        marker, talk = uuid.UUID(int=self.chance.getrandbits(128)).hex, self.me["talk"]
        form = {"csrfmiddlewaretoken": FORM_TOKEN, "text": f"Said to you: {marker}", "once": marker}
        self._until_acknowledged(lambda: self._send(talk, form))
        with self.company.lock:
            row = {"author": self.me["id"], "talk": talk, "after": self.said}
            self.company.ledger.messages[marker] = row
        self.said = marker

    # --- how they are done ------------------------------------------------------------------------------------------

    def _once(self, deed: str, kept: list[tuple[str, str]]) -> None:
        post = self._something_public()
        if post and self._new(deed, post):
            self._until_acknowledged(lambda: self._api(f"/api/v1/statuses/{post}/{deed}", {}))
            self._keep(kept, post)

    def _new(self, deed: str, what: str) -> bool:
        fresh = (deed, what) not in self.done
        self.done.add((deed, what))
        return fresh

    def _keep(self, kept: list[tuple[str, str]], what: str) -> None:
        with self.company.lock:
            kept.append((self.me["id"], what))

    def _something_public(self) -> str:
        with self.company.lock:
            posts = [
                row["id"] for row in self.company.ledger.posts.values() if row["public"] and not row["parent"]
            ]
        return self.chance.choice(posts) if posts else ""

    def _api(self, path: str, body: dict, headers: dict | None = None) -> httpx.Response:
        bearer = {"Authorization": f"Bearer {self.me['token']}"}
        return self.http.post(path, json=body, headers=bearer | (headers or {}))

    def _form(self, who: dict, other: dict, act: str) -> httpx.Response:
        given = {"csrfmiddlewaretoken": FORM_TOKEN, "kind": "friend"}
        return self._post(who, f"/social/people/{encode(int(other['id']))}/{act}/", given)

    def _send(self, talk: str, given: dict) -> httpx.Response:
        return self._post(self.me, f"/social/messages/{encode(int(talk))}/", given)

    def _post(self, who: dict, path: str, given: dict) -> httpx.Response:
        cookies = f"twofold={who['session']}; twofold-form={FORM_TOKEN}"
        return self.http.post(path, data=given, headers={"Cookie": cookies, "Origin": self.company.base})

    def _until_acknowledged(self, send: Callable[[], httpx.Response]) -> httpx.Response:
        """Send until there is a good answer. None at all, or a broken one while everything is being killed: again."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                answer = send()
            except httpx.TransportError:
                answer = None
            if answer is not None and answer.status_code < 400:
                return answer
            if answer is not None and answer.status_code < 500 and answer.status_code != 429:
                raise AssertionError(f"{answer.request.url.path}: {answer.status_code} {answer.text[:300]}")
            with self.company.lock:
                self.company.ledger.retried += 1
            time.sleep(0.05)
        raise AssertionError(f"{self.me['handle']} got no answer for {PATIENCE} s")
