"""Rows made directly, for tests that need exact positions and many readers: no action stands between."""

import itertools
from datetime import UTC, datetime, timedelta

from twofold.foundation.kit.clock import position_of
from twofold.network.posts.models import Post
from twofold.people.audiences.actions import compose, grant
from twofold.people.audiences.specs import EVERYONE, AudienceSpec
from twofold.people.graph.models import Follow, Tie
from twofold.people.personas.models import Persona

_numbers = itertools.count(1)
_START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def member(network: str = "social", **fields) -> Persona:
    handle = f"reader{next(_numbers)}"
    return Persona.objects.create(network=network, handle=handle, skeleton=handle, name=handle, **fields)


def tie(one: Persona, other: Persona, kind: str = "friend") -> None:
    for owner, to in ((one, other), (other, one)):
        Tie.objects.create(owner=owner, other=to, kind=kind, since=_START)
        grant(owner, "ties", "", to)
        grant(owner, "ties", kind, to)


def follow(follower: Persona, followed: Persona) -> None:
    Follow.objects.create(follower=follower, followed=followed, since=_START)


def post(author: Persona, spec: AudienceSpec = EVERYONE, **fields) -> Post:
    at = fields.pop("at", _START + timedelta(minutes=next(_numbers)))
    fields.setdefault("audience", compose(author, spec))
    return Post.objects.create(
        author=author,
        network=author.network,
        text="Bread is in the oven.",
        published_at=at,
        position=position_of(at),
        **fields,
    )


def repost(author: Persona, of: Post) -> Post:
    return post(author, repost_of=of, audience=of.audience)
