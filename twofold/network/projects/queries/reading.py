"""Projects: one, those of one's own, those that can be found. Each asks the door."""

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.projects.models import Membership, Project
from twofold.network.projects.policies import MAY, belongs, can, works
from twofold.people.audiences.door import ALWAYS, Admits
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


@dataclass
class Place:
    """A project as it is to a viewer: `mine` is what they are to it, None for nothing."""

    project: Project
    mine: Membership | None

    @property
    def belongs(self) -> bool:
        return belongs(self.mine)

    @property
    def works(self) -> bool:
        return works(self.mine)

    @property
    def invited(self) -> bool:
        return self.mine is not None and not self.belongs

    @property
    def can(self) -> frozenset[str]:
        return can(self.project, self.mine)

    @property
    def reads(self) -> bool:
        """Whether the door lets the viewer read the board."""
        return self.project.board_is_open  # type: ignore[attr-defined]


def board_door(viewer: Viewer, at: str = "") -> Admits:
    """The door of a project's board, for the row itself or for the project that its foreign key `at` leads to."""
    prefix = f"{at}__" if at else ""
    return Admits(
        author=F(f"{prefix}author_id"),
        audience=F(f"{prefix}inside_id"),
        viewer=viewer.id,
        home=viewer.home,
        own=ALWAYS,
    )


def get(viewer: Viewer, project_id: int, act: str = "") -> Place:
    """One project. Absent where the viewer finds none, or may not do `act` in it; "read": where its board is closed."""
    found = _get(me=viewer.id, home=viewer.home, project=project_id)
    if not found or viewer.network != Network.PROFESSIONAL:
        raise Absent
    place = Place(found[0], mine(viewer, found[0]))
    if act and not (place.reads if act == "read" else act in place.can):
        raise Absent
    return place


@prepared
def _get(me: int, home: str, project: int) -> QuerySet[Project]:
    viewer = Viewer(me, home, "")
    rows = Project.objects.visible_to(viewer).filter(pk=project).select_related("author")
    return rows.annotate(board_is_open=board_door(viewer))


def mine(viewer: Viewer, project: Project) -> Membership | None:
    """What the viewer is to a project that the door let through."""
    if not viewer or viewer.home != Network.PROFESSIONAL:
        return None
    found = _mine(me=viewer.id, project=project.pk)
    return found[0] if found else None


@prepared
def _mine(me: int, project: int) -> QuerySet[Membership]:
    return Membership.objects.filter(persona=me, project=project)


def mine_all(viewer: Viewer) -> list[Membership]:
    """What the viewer works in or is invited to, what goes on first, then by name; with the `project` of each."""
    if not viewer or viewer.home != Network.PROFESSIONAL:
        return []
    return _mine_all(me=viewer.id, home=viewer.home)


@prepared
def _mine_all(me: int, home: str) -> QuerySet[Membership]:
    seen = Admits.thing(Viewer(me, home, ""), at="project")
    rows = Membership.objects.filter(seen, persona=me, declined=False, project__live=True)
    over = F("project__finished_at").desc(nulls_first=True)
    return rows.select_related("project__author", "by").order_by(over, "project__name", "pk")[:200]


def found(
    viewer: Viewer, *, name: str = "", before: int | None = None, size: int = DEFAULT_SIZE
) -> Page[Project]:
    """Projects that the viewer may read and does not belong to, the newest first; with `name` in their words."""
    rows = Project.objects.visible_to(viewer).filter(board_door(viewer))
    if viewer:
        held = Membership.objects.filter(persona=viewer.id, role__in=list(MAY))
        rows = rows.exclude(pk__in=held.values("project"))
    if name:
        rows = rows.filter(Q(name__icontains=name) | Q(about__icontains=name))
    if before is not None:
        rows = rows.filter(position__lt=before)
    rows = rows.select_related("author").order_by("-position")
    return cut(list(rows[: size + 1]), size, lambda each: each.position)
