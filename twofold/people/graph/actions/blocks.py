"""Blocks and mutes."""

from datetime import datetime

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.people.audiences.actions import allow, deny
from twofold.people.graph.actions.asking import hold, insist, reach
from twofold.people.graph.actions.ending import shut_between
from twofold.people.graph.actions.follows import part_ways
from twofold.people.graph.actions.ties import cut
from twofold.people.graph.facts import Blocked
from twofold.people.graph.models import Block, Mute, TieRequest
from twofold.people.graph.policies import why_not_distance
from twofold.people.personas.models import Persona


@transaction.atomic
def block(actor: Persona, *, persona: Persona) -> None:
    """Neither sees the other from now on: ties, requests, follows and circle places between them end both ways."""
    insist(why_not_distance(actor, persona))
    if actor.network == persona.network and _blocks_already(actor, persona):
        return
    reach(actor, persona)
    cut(actor, persona)
    shut_between(actor, persona)
    both = (actor, persona)
    TieRequest.objects.filter(sender__in=both, receiver__in=both).delete()
    for one, other in (both, both[::-1]):
        part_ways(one, other)
        deny(one, other, own=one == actor)
    Block.objects.create(by=actor, persona=persona, since=clock.now())
    announce(Blocked(actor.pk, persona.pk))


def _blocks_already(actor: Persona, persona: Persona) -> bool:
    """Whether `actor` blocks `persona` already."""
    hold(actor, persona)
    return Block.objects.filter(by=actor, persona=persona).exists()


@transaction.atomic
def unblock(actor: Persona, *, persona: Persona) -> None:
    """Take one's own block back. Both meet again unless the other blocks too; nothing that ended comes back."""
    hold(actor, persona)
    if not Block.objects.filter(by=actor, persona=persona).delete()[0]:
        return
    if Block.objects.filter(by=persona, persona=actor).exists():
        return
    allow(actor, persona)
    allow(persona, actor, own=False)


@transaction.atomic
def mute(actor: Persona, *, persona: Persona, until: datetime | None = None) -> None:
    """Hear nothing of `persona`, `until` a time or until it is undone. They never learn of it."""
    reach(actor, persona)
    insist(why_not_distance(actor, persona))
    Mute.objects.update_or_create(by=actor, persona=persona, defaults={"until": until})


@transaction.atomic
def unmute(actor: Persona, *, persona: Persona) -> None:
    Mute.objects.filter(by=actor, persona=persona).delete()
