"""What stands on a board: as columns, as a list, in a month. Each task passes the door; a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast

from twofold.foundation.kit.paging import Page, cut
from twofold.foundation.kit.prepared import prepared
from twofold.network.projects.models import Column, Label, Milestone, Project, Tagged, Task
from twofold.network.projects.queries.reading import board_door
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.viewers import Viewer

MOST_OPEN = 400
# So many of those that are done stand on the board; all of them in the list.
SHOWN_DONE = 20
SIZE = 60
_NO_NUMBER = 2**31 - 1


@dataclass
class Pile:
    """A column with its cards; `over` is how many more stand in it than are shown."""

    column: Column
    tasks: list[Task] = field(default_factory=list)


@dataclass(frozen=True)
class Sieve:
    """Which tasks are looked at: of whom, with which label, towards which milestone, in which state. Zero: all."""

    who: int = 0
    label: int = 0
    milestone: int = 0
    state: str = ""

    def __bool__(self) -> bool:
        return bool(self.who or self.label or self.milestone or self.state)


def there(viewer: Viewer) -> QuerySet[Task]:
    """The tasks that the door lets the viewer see; `knows` says whether they may come across who does it."""
    rows = Task.objects.visible_to(viewer).select_related("assignee")
    return rows.annotate(knows=AdmitsPersona.to(viewer, at="assignee"))


def board(viewer: Viewer, project: Project, sieve: Sieve) -> list[Pile]:
    """The columns with what stands in them. Four statements."""
    piles = {each.pk: Pile(each) for each in columns(viewer, project)}
    who = {"me": viewer.id, "home": viewer.home, "project": project.pk}
    tasks = labelled([*_open(**who), *_done(**who)])
    for each in tasks:
        if each.column_id in piles and passes(each, sieve):
            piles[each.column_id].tasks.append(each)
    return list(piles.values())


def passes(task: Task, sieve: Sieve) -> bool:
    labels = {each.pk for each in task.labels}  # type: ignore[attr-defined]
    return (
        (not sieve.who or task.assignee_id == sieve.who)
        and (not sieve.label or sieve.label in labels)
        and (not sieve.milestone or task.milestone_id == sieve.milestone)
    )


def columns(viewer: Viewer, project: Project) -> list[Column]:
    return _columns(me=viewer.id, home=viewer.home, project=project.pk)


@prepared
def _columns(me: int, home: str, project: int) -> QuerySet[Column]:
    return Column.objects.filter(board_door(Viewer(me, home, ""), "project"), project=project).order_by(
        "place"
    )


@prepared
def _open(me: int, home: str, project: int) -> QuerySet[Task]:
    rows = there(Viewer(me, home, "")).filter(project=project, done_at=None)
    return rows.order_by("place", "pk")[:MOST_OPEN]


@prepared
def _done(me: int, home: str, project: int) -> QuerySet[Task]:
    rows = there(Viewer(me, home, "")).filter(project=project, done_at__isnull=False)
    return rows.order_by("-done_at", "pk")[:SHOWN_DONE]


def labelled(tasks: Sequence[Task]) -> list[Task]:
    """The same tasks, each with its `labels`. One statement."""
    by_task: dict[int, list[Label]] = {each.pk: [] for each in tasks}
    for row in _tagged(ids=list(by_task)) if by_task else []:
        by_task[row.task_id].append(row.label)
    for each in tasks:
        each.labels = by_task[each.pk]  # type: ignore[attr-defined]
        each.drawn_by = _drawn_by(each)  # type: ignore[attr-defined]
    return list(tasks)


def _drawn_by(task: Task) -> tuple[object, ...]:
    """All that decides how a card looks, whoever looks at it: what a drawn card can be kept by."""
    labels = tuple((each.pk, each.name, each.hue) for each in task.labels)  # type: ignore[attr-defined]
    who = (task.assignee.pk, task.assignee.version) if task.assignee and task.knows else None  # type: ignore[attr-defined]
    hangs = (task.checks_count, task.checked_count, task.notes_count, task.files_count)
    return (task.pk, task.version, task.title, task.due, task.done_at is not None, who, labels, hangs)


@prepared
def _tagged(ids: Sequence[int]) -> QuerySet[Tagged]:
    return Tagged.objects.filter(task__in=ids).select_related("label").order_by("label__name")


def labels(viewer: Viewer, project: Project) -> list[Label]:
    return _labels(me=viewer.id, home=viewer.home, project=project.pk)


@prepared
def _labels(me: int, home: str, project: int) -> QuerySet[Label]:
    return Label.objects.filter(board_door(Viewer(me, home, ""), "project"), project=project).order_by(
        "name", "pk"
    )


def milestones(viewer: Viewer, project: Project) -> list[Milestone]:
    """By their days, those without one last."""
    return _milestones(me=viewer.id, home=viewer.home, project=project.pk)


@prepared
def _milestones(me: int, home: str, project: int) -> QuerySet[Milestone]:
    return Milestone.objects.filter(board_door(Viewer(me, home, ""), "project"), project=project)


def listed(
    viewer: Viewer, project: Project, sieve: Sieve, *, before: int | None = None, size: int = SIZE
) -> Page[Task]:
    """All tasks by their numbers, the latest first. Two statements."""
    if not sieve:
        last = before if before is not None else _NO_NUMBER
        newest = _newest(me=viewer.id, home=viewer.home, project=project.pk, last=min(last, _NO_NUMBER))
        return cut(labelled(newest)[: size + 1], size, lambda each: each.number)
    rows = there(viewer).filter(project=project).select_related("column", "milestone", "assignee")
    if sieve.state in ("open", "done"):
        rows = rows.filter(done_at__isnull=sieve.state == "open")
    if sieve.who:
        rows = rows.filter(assignee=sieve.who)
    if sieve.label:
        rows = rows.filter(tagged__label=sieve.label)
    if sieve.milestone:
        rows = rows.filter(milestone=sieve.milestone)
    if before is not None:
        rows = rows.filter(number__lt=before)
    found = labelled(list(rows.order_by("-number")[: size + 1]))
    return cut(found, size, lambda each: each.number)


@prepared
def _newest(me: int, home: str, project: int, last: int) -> QuerySet[Task]:
    # As a large number: the stand-in of a prepared read lies beyond what a small one holds on PostgreSQL.
    rows = there(Viewer(me, home, "")).annotate(large=Cast("number", BigIntegerField()))
    rows = rows.filter(project=project, large__lt=last)
    return rows.select_related("column", "milestone", "assignee").order_by("-number")[: SIZE + 1]


def due_between(viewer: Viewer, project: Project, first: date, last: date) -> list[Task]:
    """What is due on these days, both included."""
    rows = there(viewer).filter(project=project, due__gte=first, due__lte=last)
    return list(rows.order_by("due", "number")[:500])


def given_to(viewer: Viewer, first: date, last: date) -> list[Task]:
    """What the viewer is to do on these days, in all projects that go on. One query."""
    rows = Task.objects.visible_to(viewer).filter(assignee=viewer.id, project__finished_at=None)
    return list(rows.filter(due__gte=first, due__lte=last).order_by("due", "number")[:500])


def count_open(viewer: Viewer, project: Project) -> tuple[int, int]:
    """How many tasks are done, and how many there are."""
    rows = Task.objects.visible_to(viewer).filter(project=project)
    return rows.filter(done_at__isnull=False).count(), rows.count()


def towards(viewer: Viewer, project: Project) -> dict[int, tuple[int, int]]:
    """Of each milestone how many of its tasks are done, and how many there are. One statement."""
    counts: dict[int, tuple[int, int]] = {}
    rows = Task.objects.visible_to(viewer).filter(~Q(milestone=None), project=project)
    moments: list[tuple[int, datetime | None]] = list(rows.values_list("milestone", "done_at"))
    for milestone, done_at in moments:
        done, all_of_them = counts.get(milestone, (0, 0))
        counts[milestone] = (done + (done_at is not None), all_of_them + 1)
    return counts
