"""What the actions on skills ask first."""

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.endorsements import queries
from twofold.network.endorsements.models import Endorsement, Skill
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def own(actor: Persona, skill: Skill) -> Skill:
    """The skill as it stands, held until the end of the transaction. Absent unless it is `actor`'s own, and there."""
    found = Skill.objects.select_for_update(no_key=True).filter(pk=skill.pk, author=actor, live=True).first()
    if found is None:
        raise Absent
    return found


def seen(actor: Persona, skill: Skill) -> Skill:
    """The skill, which `actor` sees; held until the end of the transaction."""
    found = queries.skill(Viewer.of(actor), skill.pk)
    list(Skill.objects.select_for_update(no_key=True).filter(pk=found.pk).values_list("pk"))
    return found


def ones_own(actor: Persona, skill: Skill) -> Endorsement:
    """What `actor` said to a skill, whether they still see it or not. Absent when they said nothing."""
    found = Endorsement.objects.select_related("skill").filter(skill=skill.pk, endorser=actor).first()
    if found is None:
        raise Absent
    return found


def insist(reason: str, *, field: str = "") -> None:
    """Refuse for `reason`, if there is one."""
    if reason:
        raise Refused(reason, field=field)
