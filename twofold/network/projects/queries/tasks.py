"""One task with what hangs on it, and the log of a project."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from twofold.foundation.kit.paging import Page, cut
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.projects.models import Check, Deed, Note, Project, Task
from twofold.network.projects.queries.board import labelled, there
from twofold.network.projects.queries.reading import board_door
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

SIZE = 40
MOST_NOTES = 300


def anywhere(viewer: Viewer, task_id: int) -> Task:
    """A task of whatever project. Absent where the viewer finds none."""
    found = Task.objects.visible_to(viewer).filter(pk=task_id).first()
    if found is None or viewer.network != Network.PROFESSIONAL:
        raise Absent
    return found


def task_names(viewer: Viewer, ids: Iterable[int]) -> dict[int, str]:
    """What these tasks are called, of those that the viewer may find; one query."""
    return dict(Task.objects.visible_to(viewer).filter(pk__in=list(ids)).values_list("pk", "title"))


@dataclass
class Sheet:
    """A task as its page shows it; `notes` are the oldest first."""

    task: Task
    checks: list[Check]
    notes: list[Note]


def task(viewer: Viewer, project: Project, task_id: int) -> Task:
    """One task of a project, with its labels. Absent where the viewer finds none."""
    found = _task(me=viewer.id, home=viewer.home, project=project.pk, task=task_id)
    if not found:
        raise Absent
    return labelled(found)[0]


@prepared
def _task(me: int, home: str, project: int, task: int) -> QuerySet[Task]:
    rows = there(Viewer(me, home, "")).filter(project=project, pk=task)
    return rows.select_related("assignee", "column", "milestone", "made_by")


def sheet(viewer: Viewer, project: Project, task_id: int) -> Sheet:
    """A task with what hangs on it. Four statements."""
    found = task(viewer, project, task_id)
    said = _notes(me=viewer.id, home=viewer.home, task=found.pk)
    return Sheet(found, _checks(task=found.pk), said[::-1])


@prepared
def _checks(task: int) -> QuerySet[Check]:
    return Check.objects.filter(task=task).order_by("place", "pk")


@prepared
def _notes(me: int, home: str, task: int) -> QuerySet[Note]:
    viewer = Viewer(me, home, "")
    rows = Note.objects.visible_to(viewer).filter(AdmitsPersona.to(viewer, at="author"), task=task)
    rows = rows.filter(author__state=Persona.State.ACTIVE).select_related("author")
    return rows.order_by("-at", "-pk")[:MOST_NOTES]


def log(viewer: Viewer, project: Project, *, before: int | None = None, size: int = SIZE) -> Page[Deed]:
    """What was done, the latest first, by those whom the viewer may come across. One statement."""
    last = before if before is not None else 2**62
    found = _log(me=viewer.id, home=viewer.home, project=project.pk, last=min(last, 2**62))
    return cut(found[: size + 1], size, lambda each: each.position)


@prepared
def _log(me: int, home: str, project: int, last: int) -> QuerySet[Deed]:
    viewer = Viewer(me, home, "")
    rows = Deed.objects.filter(
        board_door(viewer, "project"),
        AdmitsPersona.to(viewer, at="actor"),
        project=project,
        position__lt=last,
    )
    rows = rows.filter(actor__state=Persona.State.ACTIVE).select_related("actor", "task")
    return rows.order_by("-position", "-pk")[: SIZE + 1]


def task_by_id(task_id: int) -> Task | None:
    """A task for what follows from its facts; nothing of it may be shown without the door."""
    return Task.objects.filter(pk=task_id, live=True).first()


def those_who_said(task_id: int) -> set[int]:
    """The ids of those who said something to a task: to tell them, never for showing."""
    return set(Note.objects.filter(task=task_id, live=True).values_list("author", flat=True))
