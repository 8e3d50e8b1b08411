"""Who is in which list of a project: the one place where its grants are written and taken back."""

from datetime import datetime

from django.db.models import F

from twofold.foundation.kit import clock
from twofold.network.projects.models import Membership, Openness, Project, Role
from twofold.network.projects.policies import MAY
from twofold.people.audiences.actions import compose, grant, revoke
from twofold.people.audiences.models import Audience
from twofold.people.audiences.specs import EVERYONE, MEMBERS, AudienceSpec, PartRef
from twofold.people.personas.models import Persona

INSIDE, ASKED = "project", "asked"


def audiences_of(body: Persona, openness: str) -> dict[str, Audience]:
    """For whom a project is there, and for whom its board is."""
    reads = {Openness.PUBLIC: EVERYONE, Openness.MEMBERS: MEMBERS}.get(Openness(openness), _listed(INSIDE))
    known = _listed(INSIDE, ASKED) if openness == Openness.PRIVATE else reads
    return {"audience": compose(body, known), "inside": compose(body, reads)}


def _listed(*kinds: str) -> AudienceSpec:
    return AudienceSpec(parts=frozenset(PartRef(kind) for kind in kinds))


def put(
    project: Project, persona: Persona, role: str, *, at: datetime | None = None, **more: object
) -> Membership:
    """Let `persona` be this to the project, with just the grants that go with it."""
    before = (
        Membership.objects.filter(project=project, persona=persona).values_list("role", flat=True).first()
    )
    new = {} if before in MAY and role in MAY else {"since": at or clock.now()}
    made, _new = Membership.objects.update_or_create(
        project=project, persona=persona, defaults={"role": role, "declined": False, **new, **more}
    )
    _grants(project, persona, role)
    _count(project, (role in MAY) - (before in MAY))
    return made


def drop(project: Project, persona: Persona) -> bool:
    """Let `persona` be nothing to the project: what it holds closes to them at once. Whether they belonged to it."""
    before = Membership.objects.filter(project=project, persona=persona).first()
    if before is None:
        return False
    before.delete()
    _grants(project, persona, "")
    _count(project, -(before.role in MAY))
    return before.role in MAY


def _grants(project: Project, persona: Persona, role: str) -> None:
    wanted = {INSIDE: role in MAY, ASKED: role == Role.INVITED}
    for kind, there in wanted.items():
        (grant if there else revoke)(project.author, kind, "", persona)


def _count(project: Project, step: int) -> None:
    if step:
        Project.objects.filter(pk=project.pk).update(members_count=F("members_count") + step)
