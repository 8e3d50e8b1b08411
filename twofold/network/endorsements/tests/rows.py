"""Two people at work who know each other, and a skill."""

from tests.world import befriend, person
from twofold.network.endorsements import actions
from twofold.network.endorsements.models import Endorsement, Evidence, Skill
from twofold.people.personas.models import Persona


def at_work(*names: str) -> list[Persona]:
    return [person(name, "professional", name=name.title()) for name in names]


def tied(*names: str) -> list[Persona]:
    """People of whom the first knows all the others."""
    first, *others = at_work(*names)
    for other in others:
        befriend(first, other)
    return [first, *others]


def endorsed(skill: Skill, by: Persona) -> Endorsement:
    return actions.endorse(by, skill=skill)


def grounded(
    skill: Skill, by: Persona, *, words: str = "worked together at Delta Works, 2019–21", confirm=True
) -> Evidence:
    """An endorsement on a ground that both confirmed, or that waits."""
    actions.endorse(by, skill=skill)
    evidence = actions.propose(by, skill=skill, kind="work", key=f"delta-{by.pk}", words=words)
    if confirm:
        actions.confirm(skill.author, evidence=evidence)
        evidence.refresh_from_db()
    return evidence
