"""Who lives in the town: logins, personas, pages, and who knows whom."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.contrib.auth.hashers import make_password

from twofold.config.demo.reading import names_in, read
from twofold.people.accounts.actions import add_presence, sign_up
from twofold.people.accounts.models import Account
from twofold.people.audiences.models import Change
from twofold.people.graph.actions import (
    add_to_circle,
    befriend,
    block,
    follow,
    make_circle,
    mute,
    request_tie,
)
from twofold.people.graph.models import Circle
from twofold.people.personas.actions import create_persona
from twofold.people.personas.models import Network, Persona

PASSWORD = "one-town-two-lives"
LIVES = {"work": Network.PROFESSIONAL, "home": Network.SOCIAL}
_FILES = ("people/water.toml", "people/care.toml", "people/trades.toml", "people/neighbours.toml")
_WORDS = ("name", "line", "place", "about", "pronouns")


@dataclass
class Cast:
    """The personas by network and handle, what each is to look like, and the circles by owner and name."""

    personas: dict[tuple[str, str], Persona] = field(default_factory=dict)
    looks: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    circles: dict[tuple[str, str], Circle] = field(default_factory=dict)

    def of(self, network: str, handle: str) -> Persona:
        """Raises KeyError, naming whom, for somebody who does not live here."""
        return self.personas[str(network), handle]


def people() -> list[dict[str, Any]]:
    """Everybody with a login, Nadia first, as they stand in the files."""
    return [person for name in _FILES for person in read(name)["people"]]


def pages() -> list[dict[str, Any]]:
    return read("organisations.toml")["pages"]


def files() -> list[str]:
    return names_in("people", ".toml")


def cast(now: datetime) -> Cast:
    """Write everybody who lives in the town, and who knows whom. Call it in a transaction."""
    found = Cast()
    for place, person in enumerate(people(), 1):
        account = sign_up(f"{person['mail']}@example.org", None, demo_place=place)
        for life, network in LIVES.items():
            if life in person:
                persona = _persona(found, network, person[life])
                add_presence(account, network=network, persona=persona)
    for page in pages():
        _persona(found, page["network"], page, kind=Persona.Kind.PAGE)
    # One hash for all: each of its own would take a tenth of a second.
    Account.objects.filter(demo_place__isnull=False).update(password=make_password(PASSWORD))
    for name, ties in read("ties.toml").items():
        _introduce(found, Network(name), ties, now)
    # They came together long ago: the log of who sees what begins here.
    Change.objects.all().delete()
    return found


def _persona(found: Cast, network: str, words: dict[str, Any], **more: Any) -> Persona:
    introduction = {key: words[key] for key in _WORDS if key in words}
    introduction["time_zone"] = "Europe/Amsterdam"
    key = str(network), words["handle"]
    found.personas[key] = create_persona(network=network, handle=words["handle"], **introduction, **more)
    found.looks[key] = words
    return found.personas[key]


def _introduce(found: Cast, network: Network, ties: dict[str, Any], now: datetime) -> None:
    chance = Random(network.value)
    known: set[frozenset[str]] = set()

    def meet(one: str, other: str, kind: str, other_kind: str) -> None:
        if frozenset((one, other)) not in known:
            known.add(frozenset((one, other)))
            since = now - timedelta(days=chance.randint(40, 2600), minutes=chance.randint(0, 1440))
            befriend(
                found.of(network, one),
                found.of(network, other),
                kind=kind,
                other_kind=other_kind,
                since=since,
            )

    for pair in ties["pairs"]:
        one, kind, other, other_kind = pair.split(" > ")
        meet(one, other, kind, other_kind)
    for group in ties["groups"]:
        handles = group["people"].split()
        for place, one in enumerate(handles):
            for other in handles[place + 1 :]:
                meet(one, other, group["kind"], group["kind"])
    _gather(found, network, ties, now, chance)


def _gather(found: Cast, network: Network, ties: dict[str, Any], now: datetime, chance: Random) -> None:
    """Follows, circles, mutes, blocks, and requests that wait for an answer."""
    for line in ties["follows"]:
        followed, followers = line.split(": ")
        for handle in followers.split():
            since = now - timedelta(days=chance.randint(30, 900))
            follow(found.of(network, handle), followed=found.of(network, followed), since=since)
    for line in ties["circles"]:
        owner, name, handles = line.split(": ")
        actor = found.of(network, owner)
        circle = found.circles[owner, name] = make_circle(actor, name=name)
        for handle in handles.split():
            add_to_circle(actor, circle=circle, persona=found.of(network, handle))
    for write, lines in ((mute, ties["mutes"]), (block, ties["blocks"])):
        for line in lines:
            one, other = line.split(": ")
            write(found.of(network, one), persona=found.of(network, other))
    for number, line in enumerate(ties["requests"]):
        sender, receiver, kind, *note = line.split(" > ")
        request_tie(
            found.of(network, sender),
            receiver=found.of(network, receiver),
            kind=kind,
            note=note[0] if note else "",
            at=now - timedelta(hours=2 + 17 * number),
        )
