"""Standing before one's own door as somebody else: a persona that is there for one look and never was."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from twofold.people.audiences.actions import admit_like
from twofold.people.graph.actions.ties import befriend
from twofold.people.personas.actions import create_persona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@contextmanager
def standing_in(owner: Persona, *, kind: str = "", like: Persona | None = None) -> Iterator[Viewer]:
    """A viewer who is tied to `owner` as a `kind`, or whom `owner` lets see whatever they let `like` see.

    It is a real persona before the real door, in a transaction that is rolled back. Of `like` it takes over what
    `owner` gave them and nothing else: whom they know and mute and who blocks them is not for `owner` to learn.
    """
    with transaction.atomic():
        name = f"look{secrets.token_hex(8)}"
        ghost = create_persona(network=owner.network, handle=name, name=name, reach=Persona.Reach.MEMBERS)
        if kind:
            befriend(owner, ghost, kind=kind)
        if like is not None:
            admit_like(owner, ghost, like)
        try:
            yield Viewer.of(ghost)
        finally:
            transaction.set_rollback(True)
