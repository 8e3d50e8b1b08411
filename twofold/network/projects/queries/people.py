"""Who works in a project, and who was asked to."""

from collections.abc import Iterable

from django.db.models import Case, IntegerField, QuerySet, Value, When

from twofold.foundation.kit.prepared import prepared
from twofold.network.projects.models import WORKS, Membership, Project, Role
from twofold.network.projects.policies import MAY
from twofold.network.projects.queries.reading import board_door
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_ORDER = Case(
    *(When(role=role, then=Value(place)) for place, role in enumerate(MAY)),
    default=Value(9),
    output_field=IntegerField(),
)


def people(viewer: Viewer, project: Project) -> list[Membership]:
    """Those who belong to a project, as far as the viewer may come across them: who leads it first."""
    return _people(me=viewer.id, home=viewer.home, project=project.pk)


@prepared
def _people(me: int, home: str, project: int) -> QuerySet[Membership]:
    viewer = Viewer(me, home, "")
    rows = Membership.objects.filter(
        board_door(viewer, "project"),
        AdmitsPersona.to(viewer, at="persona"),
        project=project,
        role__in=list(MAY),
        persona__state=Persona.State.ACTIVE,
    )
    return rows.select_related("persona").annotate(order=_ORDER).order_by("order", "since", "pk")


def asked(viewer: Viewer, project: Project) -> list[Membership]:
    """Who was asked and has not come; a no looks like no answer. For those who may ask."""
    rows = Membership.objects.filter(
        AdmitsPersona.to(viewer, at="persona"), project=project, role=Role.INVITED
    ).select_related("persona")
    return list(rows.order_by("-since")[:100])


def heir(project: Project, *, besides: int, leads: bool = False) -> Membership | None:
    """Who leads a project when `besides` goes: another one who does already, else (unless `leads`) the one who works
    there longest. None when nobody is left."""
    roles = [Role.LEAD] if leads else list(WORKS)
    rows = Membership.objects.filter(project=project, role__in=roles).exclude(persona=besides)
    return rows.annotate(order=_ORDER).order_by("order", "since", "pk").select_related("persona").first()


def confirmed(project_id: int) -> list[Membership]:
    """Those who said that they had a part in a finished project: for their CVs, never for showing."""
    rows = Membership.objects.filter(project=project_id, confirmed_at__isnull=False, role__in=WORKS)
    return list(rows.select_related("persona").order_by("confirmed_at", "pk"))


def workers_of(project_id: int) -> set[int]:
    """The ids of those who work in a project: to tell them, never for showing."""
    rows = Membership.objects.filter(project=project_id, role__in=WORKS)
    return set(rows.values_list("persona", flat=True))


def by_id(project_id: int) -> Project | None:
    """A project for what follows from its facts; nothing of it may be shown without the door."""
    return Project.objects.filter(pk=project_id, live=True).first()


def names(viewer: Viewer, ids: Iterable[int]) -> dict[int, str]:
    """What these projects are called, of those that the viewer may find; one query."""
    rows = Project.objects.visible_to(viewer).filter(pk__in=list(ids))
    return dict(rows.values_list("pk", "name"))
