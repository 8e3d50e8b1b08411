"""One skill, and who endorses it."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.network.endorsements.models import Endorsement, Evidence, Skill, Statement
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_MOST_GROUNDED = 100
_LATELY, _FEW = timedelta(days=30), 6


def skill(viewer: Viewer, skill_id: int) -> Skill:
    """A skill that is there for the viewer, with its owner. Absent otherwise."""
    rows = Skill.objects.visible_to(viewer).filter(AdmitsPersona.to(viewer, at="author"), pk=skill_id)
    found = rows.filter(author__state=Persona.State.ACTIVE).select_related("author").first()
    if found is None:
        raise Absent
    return found


def grounded(viewer: Viewer, skill: Skill) -> list[Evidence]:
    """What endorsements of a skill rest on, newest first, each with its `endorsement.endorser`."""
    rows = _grounds(viewer, skill).filter(endorsement__in=_shown(viewer, skill))
    rows = rows.select_related("endorsement__endorser").order_by("-confirmed_at", "-pk")
    return list(rows[:_MOST_GROUNDED])


def endorsers(
    viewer: Viewer, skill: Skill, *, before: str | None = None, size: int = DEFAULT_SIZE
) -> Page[Endorsement]:
    """Those who endorse a skill and rest on nothing, newest first, with their `endorser`. Pages by row."""
    rows = _shown(viewer, skill).exclude(pk__in=_grounds(viewer, skill).values("endorsement"))
    rows = _after(rows, Endorsement.objects.filter(skill=skill), before)
    found = list(rows.select_related("endorser").order_by("-created_at", "-pk")[: size + 1])
    return cut(found, size, lambda row: row.pk)


@dataclass(frozen=True)
class Given:
    """An endorsement of the viewer's. `name` of the skill is empty when the skill is not there for them any more."""

    id: int
    skill_id: int
    persona: Persona
    name: str


def given(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Given]:
    """What the viewer said of others, newest first: also of skills that they do not see any more, to take it back."""
    rows = Endorsement.objects.filter(
        AdmitsPersona.to(viewer, at="skill__author"), endorser=viewer.id, skill__live=True
    ).filter(skill__author__state=Persona.State.ACTIVE)
    rows = _after(rows, Endorsement.objects.filter(endorser=viewer.id), before)
    found = list(rows.select_related("skill__author").order_by("-created_at", "-pk")[: size + 1])
    seen = Skill.objects.visible_to(viewer).filter(pk__in=[row.skill_id for row in found])
    names = dict(seen.values_list("pk", "name"))
    told = [Given(row.pk, row.skill_id, row.skill.author, names.get(row.skill_id, "")) for row in found]
    return cut(told, size, lambda row: row.id)


def still_endorses(endorser_id: int, owner_id: int) -> bool:
    """Whether one person endorses any skill of the other: for telling them, not to show."""
    return Endorsement.objects.filter(endorser=endorser_id, skill__author=owner_id).exists()


def given_one(viewer: Viewer, endorsement_id: int) -> Endorsement:
    """An endorsement that the viewer made. Absent otherwise."""
    found = Endorsement.objects.filter(pk=endorsement_id, endorser=viewer.id).select_related("skill").first()
    if not viewer or found is None:
        raise Absent
    return found


def lately(viewer: Viewer) -> list[Endorsement]:
    """Who endorsed a skill of the viewer's in the last weeks, newest first, with their `endorser` and the `skill`."""
    rows = Endorsement.objects.filter(
        AdmitsPersona.to(viewer, at="endorser"),
        skill__author=viewer.id,
        skill__live=True,
        hidden=False,
        endorser__state=Persona.State.ACTIVE,
        created_at__gt=clock.now() - _LATELY,
    )
    return list(rows.select_related("endorser", "skill").order_by("-created_at", "-pk")[:_FEW])


def hidden_from_others(viewer: Viewer, skill: Skill) -> list[Endorsement]:
    """What the viewer, whose skill it is, shows to nobody."""
    rows = Endorsement.objects.filter(
        AdmitsPersona.to(viewer, at="endorser"), skill=skill, skill__author=viewer.id, hidden=True
    )
    return list(rows.filter(endorser__state=Persona.State.ACTIVE).select_related("endorser"))


def _after(
    rows: QuerySet[Endorsement], among: QuerySet[Endorsement], before: str | None
) -> QuerySet[Endorsement]:
    """What comes after the row that a cursor names, newest first."""
    position = read_cursor(before)
    last = among.filter(pk=position).first() if position else None
    if last is None:
        return rows
    return rows.filter(Q(created_at__lt=last.created_at) | Q(created_at=last.created_at, pk__lt=last.pk))


def _shown(viewer: Viewer, skill: Skill) -> QuerySet[Endorsement]:
    """What is said to a skill, as far as it is there for the viewer; the same rows that are counted."""
    rows = Endorsement.objects.filter(AdmitsPersona.to(viewer, at="endorser"), skill=skill)
    return rows.filter(Q(hidden=False) | Q(endorser=viewer.id), endorser__state=Persona.State.ACTIVE)


def _grounds(viewer: Viewer, skill: Skill) -> QuerySet[Evidence]:
    """What is shown by both its owner and its endorser to the viewer."""
    stated = Statement.objects.visible_to(viewer).values("evidence")
    return Evidence.objects.visible_to(viewer).filter(endorsement__skill=skill, pk__in=stated)
