"""Those who live in a large town: logins, personas, ties, follows, and the grants that follow from them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np

from twofold.config.demo.bulk import names, shape
from twofold.foundation.kit.loading import insert_rows
from twofold.people.accounts.loading import load_accounts, load_presences
from twofold.people.audiences.models import Audience, Component, Grant, Part, Scope
from twofold.people.audiences.specs import ALL_TIES, EVERYONE, AudienceSpec, ties_of_kind
from twofold.people.graph.models import KINDS, Follow, Tie
from twofold.people.personas.models import Network, Persona

PASSWORD = "one-town-two-lives"
# How near each kind of tie is: the chance of each, in the order of KINDS.
_CHANCES = {
    Network.PROFESSIONAL: (0.42, 0.14, 0.08, 0.03, 0.03, 0.30),
    Network.SOCIAL: (0.09, 0.14, 0.55, 0.22),
}
# The kind that a narrower audience is made of.
NEAR = {Network.PROFESSIONAL: "colleague", Network.SOCIAL: "close"}


@dataclass(frozen=True)
class Town:
    """One network of the town: persona ids, the shape of their ties, the kind of each tie, their audiences."""

    network: Network
    ids: np.ndarray
    shape: shape.Shape
    near: np.ndarray
    audiences: dict[str, np.ndarray]


def settle(rng: np.random.Generator, people: int, ties_per_person: float, now: datetime) -> list[Town]:
    """Write `people` accounts; a good half live in both networks, the others in one."""
    joined = now - timedelta(days=1200)
    accounts = new_ids(rng, people)
    load_accounts(
        ((number, f"member{place}@example.org") for place, number in enumerate(accounts.tolist(), 1)),
        password=PASSWORD,
        joined=joined,
    )
    share = rng.random(people)
    lives = {Network.PROFESSIONAL: share < 0.75, Network.SOCIAL: (share < 0.55) | (share >= 0.75)}
    towns = []
    for network, inside in lives.items():
        ids = new_ids(rng, int(inside.sum()))
        _write_personas(rng, network, ids, joined)
        load_presences(
            zip(accounts[inside].tolist(), _always(network.value, len(ids)), ids.tolist(), strict=True)
        )
        towns.append(_know_each_other(rng, network, ids, ties_per_person, now))
    return towns


def new_ids(rng: np.random.Generator, count: int) -> np.ndarray:
    """Ids like those of the rest of the house, but the same for the same generator."""
    return rng.integers(1, 2**63 - 1, count, dtype=np.int64)


def moments(seconds_ago: np.ndarray, now: datetime) -> list[datetime]:
    start = now.timestamp()
    return [datetime.fromtimestamp(start - ago, UTC) for ago in seconds_ago.tolist()]


def _always(value: str, count: int) -> list[str]:
    return [value] * count


def _write_personas(rng: np.random.Generator, network: Network, ids: np.ndarray, joined: datetime) -> None:
    make = names.professionals if network == Network.PROFESSIONAL else names.nicknames
    rows = (
        (number, network.value, handle, look, name, line, place, joined)
        for number, (handle, look, name, line, place) in zip(ids.tolist(), make(rng, len(ids)), strict=True)
    )
    insert_rows(Persona, ["id", "network", "handle", "skeleton", "name", "line", "place", "created_at"], rows)


def _know_each_other(
    rng: np.random.Generator, network: Network, ids: np.ndarray, ties_per_person: float, now: datetime
) -> Town:
    drawn = shape.draw(rng, len(ids), ties_per_person)
    kinds = KINDS[network]
    chance = np.array(_CHANCES[network])
    halves = rng.choice(len(kinds), size=(2, len(drawn.one)), p=chance / chance.sum())
    since = moments(rng.random(len(drawn.one)) * 1000 * 86_400, now)
    owner, other = np.concatenate([drawn.one, drawn.other]), np.concatenate([drawn.other, drawn.one])
    kind = np.concatenate([halves[0], halves[1]])
    words = [each.value for each in kinds]
    order = np.argsort(owner, kind="stable")
    owners, others, kind_of = owner[order], other[order], kind[order]
    names_of_kind = (words[number] for number in kind_of.tolist())
    dates = (since[place % len(since)] for place in order.tolist())
    insert_rows(
        Tie,
        ["owner_id", "other_id", "kind", "since"],
        zip(ids[owners].tolist(), ids[others].tolist(), names_of_kind, dates, strict=True),
    )
    parts = _write_parts(rng, ids, words)
    for column in (np.zeros(len(owners), dtype=np.int64), kind_of + 1):
        granted = zip(parts[owners, column].tolist(), ids[others].tolist(), strict=True)
        insert_rows(Grant, ["part_id", "persona_id"], granted)
    _write_follows(rng, ids, drawn, now)
    near = words.index(NEAR[network])
    audiences = _write_audiences(rng, network, ids, parts[:, [0, near + 1]])
    return Town(network, ids, drawn, kind_of == near, audiences)


def _write_parts(rng: np.random.Generator, ids: np.ndarray, kinds: list[str]) -> np.ndarray:
    """The list of all ties of each persona, and the list of each kind: ids by person and column."""
    refs = ["", *kinds]
    parts = new_ids(rng, len(ids) * len(refs)).reshape(len(ids), len(refs))
    rows = (
        (number, owner, "ties", ref)
        for owner, numbers in zip(ids.tolist(), parts.tolist(), strict=True)
        for number, ref in zip(numbers, refs, strict=True)
    )
    insert_rows(Part, ["id", "owner_id", "kind", "ref"], rows)
    return parts


def _write_follows(rng: np.random.Generator, ids: np.ndarray, drawn: shape.Shape, now: datetime) -> None:
    follower, followed = shape.follows(rng, drawn, 3)
    since = moments(rng.random(len(follower)) * 900 * 86_400, now)
    rows = zip(ids[follower].tolist(), ids[followed].tolist(), since, strict=True)
    insert_rows(Follow, ["follower_id", "followed_id", "since"], rows)


def _write_audiences(
    rng: np.random.Generator, network: Network, ids: np.ndarray, parts: np.ndarray
) -> dict[str, np.ndarray]:
    near = AudienceSpec(parts=frozenset({ties_of_kind(NEAR[network])}))
    audiences = {}
    for name, spec in (("everyone", EVERYONE), ("ties", ALL_TIES), ("near", near)):
        numbers = new_ids(rng, len(ids))
        insert_rows(
            Audience,
            ["id", "owner_id", "network", "scope", "far", "recipe"],
            (
                (number, owner, network.value, int(spec.scope), False, spec.recipe())
                for number, owner in zip(numbers.tolist(), ids.tolist(), strict=True)
            ),
        )
        if spec.scope == Scope.PARTS:
            column = parts[:, 0 if name == "ties" else 1]
            components = zip(numbers.tolist(), column.tolist(), _always("", len(ids)), strict=True)
            insert_rows(
                Component,
                ["audience_id", "part_id", "excepted", "steps"],
                ((audience, part, False, 1) for audience, part, _ in components),
            )
        audiences[name] = numbers
    return audiences
