"""Endorsing, taking it back; and the owner's right not to show it."""

from datetime import datetime

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.network.endorsements import policies
from twofold.network.endorsements.actions.asking import insist, seen
from twofold.network.endorsements.actions.evidence import let_go
from twofold.network.endorsements.facts import EndorsementWithdrawn, SkillEndorsed
from twofold.network.endorsements.models import Endorsement, Skill
from twofold.people.personas.models import Persona


@transaction.atomic
def endorse(actor: Persona, *, skill: Skill, at: datetime | None = None) -> Endorsement:
    """Say that the owner of a skill, a connection, has it; twice is once."""
    skill = seen(actor, skill)
    insist(policies.why_not_endorse(actor, skill))
    said, made = Endorsement.objects.get_or_create(
        skill=skill, endorser=actor, defaults={"created_at": at or clock.now()}
    )
    if made:
        announce(SkillEndorsed(said.pk, skill.pk, skill.author_id, actor.pk))
    return said


@transaction.atomic
def withdraw(actor: Persona, *, skill: Skill) -> None:
    """Take back what one said, with what it rested on. Taking back what was not said is nothing."""
    said = Endorsement.objects.select_related("skill").filter(skill=skill.pk, endorser=actor).first()
    if said is not None:
        forget(said)


@transaction.atomic
def hide(actor: Persona, *, endorsement: Endorsement) -> None:
    """Show an endorsement of a skill of one's own to nobody; who made it is not told."""
    _of_mine(actor, endorsement).update(hidden=True)


@transaction.atomic
def show(actor: Persona, *, endorsement: Endorsement) -> None:
    _of_mine(actor, endorsement).update(hidden=False)


def forget(said: Endorsement) -> None:
    """Undo an endorsement in the transaction of the caller."""
    let_go([said.pk])
    announce(EndorsementWithdrawn(said.skill_id, said.skill.author_id, said.endorser_id))
    said.delete()


def _of_mine(actor: Persona, endorsement: Endorsement):
    found = Endorsement.objects.filter(pk=endorsement.pk, skill__author=actor)
    if not found.exists():
        raise Absent
    return found
