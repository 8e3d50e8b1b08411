"""Tasks: written, changed, moved, given, done and taken away; and what hangs on one."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F, Max, Min
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.files.actions import forget_about
from twofold.network.projects import policies
from twofold.network.projects.actions.asking import at_task, doing, insist, note_down
from twofold.network.projects.facts import TaskGiven
from twofold.network.projects.models import (
    MAX_TASK_TITLE,
    MAX_TASK_WORDS,
    WORKS,
    Check,
    Column,
    Label,
    Membership,
    Milestone,
    Project,
    Tagged,
    Task,
    What,
)
from twofold.people.personas.models import Persona

KEPT_GONE = timedelta(days=1)
# Between two tasks of a column there is room for so many halvings before it is numbered anew.
_GAP = 1 << 20


@transaction.atomic
def write_task(
    actor: Persona, *, project: Project, title: str, column_id: int | None = None, at: datetime | None = None
) -> Task:
    """A new task at the end of a column, of the first one unless it is said."""
    kept, _mine = doing(actor, project, "work")
    words = clean_line(title)
    insist(policies.why_not_line(words, MAX_TASK_TITLE), field="title")
    there = Task.objects.filter(project=kept, live=True).count()
    insist(policies.why_too_many(there, policies.MOST_TASKS), field="title")
    column = kept.columns.filter(pk=column_id).first() if column_id else kept.columns.first()
    if column is None:
        raise Absent
    moment = at or clock.now()
    kept.last_number += 1
    kept.save(update_fields=["last_number"])
    task = Task.objects.create(
        author=kept.author,
        audience=kept.inside,
        project=kept,
        column=column,
        number=kept.last_number,
        place=_end(column),
        title=words,
        made_by=actor,
        made_at=moment,
        done_at=moment if column.done else None,
    )
    note_down(kept, actor, What.WROTE, task=task, at=moment)
    return task


@transaction.atomic
def edit_task(
    actor: Persona,
    *,
    task: Task,
    version: int,
    title: str,
    words: str = "",
    due: date | None = None,
    milestone_id: int | None = None,
    labels: Iterable[int] = (),
    at: datetime | None = None,
) -> Task:
    """Say differently what is to be done. Refused where somebody changed it since `version` was read."""
    kept, there = at_task(actor, task, "work")
    line, block = clean_line(title), clean_block(words)
    insist(policies.why_not_line(line, MAX_TASK_TITLE), field="title")
    if len(block) > MAX_TASK_WORDS:
        insist(policies.why_not_line(block, MAX_TASK_WORDS), field="words")
    if there.version != version:
        raise Refused(
            _(
                "Somebody changed this task meanwhile. What they wrote stands beside yours; keep what is right."
            ),
            field="version",
        )
    milestone = Milestone.objects.filter(project=kept, pk=milestone_id).first() if milestone_id else None
    there.title, there.words, there.due, there.milestone = line, block, due, milestone
    there.version += 1
    there.save(update_fields=["title", "words", "due", "milestone", "version"])
    Tagged.objects.filter(task=there).delete()
    chosen = Label.objects.filter(project=kept, pk__in=list(labels))
    Tagged.objects.bulk_create([Tagged(task=there, label=each) for each in chosen])
    note_down(kept, actor, What.CHANGED, task=there, at=at)
    return there


@transaction.atomic
def set_due(actor: Persona, *, task: Task, due: date | None) -> Task:
    """By when it is to be done. Who has its words open meanwhile is told, since they hold the day as well."""
    kept, there = at_task(actor, task, "work")
    if there.due != due:
        there.due = due
        there.version += 1
        there.save(update_fields=["due", "version"])
        note_down(kept, actor, What.CHANGED, task=there)
    return there


@transaction.atomic
def give_task(actor: Persona, *, task: Task, persona_id: int | None, at: datetime | None = None) -> Task:
    """Let somebody who works in the project do a task, or nobody."""
    kept, there = at_task(actor, task, "work")
    if persona_id == there.assignee_id:
        return there
    if persona_id:
        works = Membership.objects.filter(project=kept, persona=persona_id, role__in=WORKS)
        if not works.exists():
            raise Refused(_("Only somebody who works in the project can do it."), field="assignee")
    there.assignee_id = persona_id
    there.save(update_fields=["assignee"])
    if persona_id and persona_id != actor.pk:
        announce(TaskGiven(there.pk, persona_id, actor.pk))
    return there


@transaction.atomic
def move_task(
    actor: Persona,
    *,
    task: Task,
    column_id: int | None = None,
    before_id: int | None = None,
    step: str = "",
    at: datetime | None = None,
) -> Task:
    """Put a task into a column, before another one or at its end; or one step: left, right, up or down."""
    kept, there = at_task(actor, task, "work")
    column, before = _aim(kept, there, column_id, before_id, step)
    if column is None:
        return there
    changed = column.pk != there.column_id
    there.place = _place(column, before, there)
    if changed:
        was = there.column
        there.column = column
        moment = at or clock.now()
        there.done_at = (there.done_at or moment) if column.done else None
        what = What.DONE if column.done and not was.done else What.MOVED
        note_down(kept, actor, what, task=there, words=column.name, at=moment)
    there.save(update_fields=["column", "place", "done_at"])
    return there


def _aim(
    project: Project, task: Task, column_id: int | None, before_id: int | None, step: str
) -> tuple[Column | None, Task | None]:
    """The column where it goes and the task before which; None where it stays."""
    columns = list(project.columns.all())
    at = next(place for place, each in enumerate(columns) if each.pk == task.column_id)
    if step in ("left", "right"):
        to = at + (1 if step == "right" else -1)
        return (columns[to], None) if 0 <= to < len(columns) else (None, None)
    if step in ("up", "down"):
        return _beside(columns[at], task, up=step == "up")
    column = next((each for each in columns if each.pk == column_id), None)
    if column is None:
        raise Absent
    before = Task.objects.filter(column=column, live=True, pk=before_id).first() if before_id else None
    return (None, None) if before is not None and before.pk == task.pk else (column, before)


def _beside(column: Column, task: Task, *, up: bool) -> tuple[Column | None, Task | None]:
    rows = Task.objects.filter(column=column, live=True).exclude(pk=task.pk)
    if up:
        above = rows.filter(place__lt=task.place).order_by("-place").first()
        return (column, above) if above else (None, None)
    below = list(rows.filter(place__gt=task.place).order_by("place")[:2])
    return (column, below[1] if len(below) > 1 else None) if below else (None, None)


def _place(column: Column, before: Task | None, task: Task) -> int:
    """A number between `before` and whatever stands above it; the column is numbered anew where none is left."""
    if before is None:
        return _end(column, besides=task)
    rows = Task.objects.filter(column=column, live=True).exclude(pk=task.pk)
    above = rows.filter(place__lt=before.place).aggregate(last=Max("place"))["last"]
    low = before.place - 2 * _GAP if above is None else above
    if before.place - low > 1:
        return (low + before.place) // 2
    ordered = list(rows.order_by("place", "pk"))
    for number, each in enumerate(ordered, 1):
        each.place = number * _GAP
    Task.objects.bulk_update(ordered, ["place"])
    before = next(each for each in ordered if each.pk == before.pk)
    return before.place - _GAP // 2


def _end(column: Column, besides: Task | None = None) -> int:
    rows = Task.objects.filter(column=column)
    if besides is not None:
        rows = rows.exclude(pk=besides.pk)
    # What is done stands with the latest first.
    ends = rows.aggregate(first=Min("place"), last=Max("place"))
    if column.done:
        return (ends["first"] or 0) - _GAP
    return (ends["last"] or 0) + _GAP


@transaction.atomic
def drop_task(actor: Persona, *, task: Task) -> Task:
    """Take a task away. It can be brought back for a day."""
    kept, there = at_task(actor, task, "work")
    there.live, there.gone_at = False, clock.now()
    there.save(update_fields=["live", "gone_at"])
    note_down(kept, actor, What.DROPPED, words=there.title)
    return there


@transaction.atomic
def restore_task(actor: Persona, *, project: Project, task_id: int) -> Task:
    kept, _mine = doing(actor, project, "work")
    there = Task.objects.filter(project=kept, pk=task_id, live=False).first()
    if there is None or there.gone_at is None or clock.now() - there.gone_at > KEPT_GONE:
        raise Absent
    there.live, there.gone_at = True, None
    there.save(update_fields=["live", "gone_at"])
    return there


def forget_gone() -> int:
    """Delete what was taken away longer ago than it can be brought back; how many."""
    gone = Task.objects.filter(live=False, gone_at__lt=clock.now() - KEPT_GONE)
    for task in gone.filter(files_count__gt=0).select_related("author"):
        forget_about(body=task.author, about=task.pk)
    return gone.delete()[0]


@transaction.atomic
def add_check(actor: Persona, *, task: Task, words: str) -> Check:
    """A further line of the checklist."""
    _kept, there = at_task(actor, task, "work")
    line = clean_line(words)
    insist(policies.why_not_line(line, 200), field="check")
    insist(policies.why_too_many(there.checks_count, policies.MOST_CHECKS), field="check")
    last = Check.objects.filter(task=there).aggregate(last=Max("place"))["last"]
    made = Check.objects.create(task=there, words=line, place=(last or 0) + 1)
    Task.objects.filter(pk=there.pk).update(checks_count=F("checks_count") + 1)
    return made


@transaction.atomic
def tick(actor: Persona, *, task: Task, check_id: int, done: bool = True) -> None:
    _kept, there = at_task(actor, task, "work")
    if Check.objects.filter(task=there, pk=check_id, done=not done).update(done=done):
        Task.objects.filter(pk=there.pk).update(checked_count=F("checked_count") + (1 if done else -1))


@transaction.atomic
def drop_check(actor: Persona, *, task: Task, check_id: int) -> None:
    _kept, there = at_task(actor, task, "work")
    line = Check.objects.filter(task=there, pk=check_id).first()
    if line is None:
        raise Absent
    line.delete()
    Task.objects.filter(pk=there.pk).update(
        checks_count=F("checks_count") - 1, checked_count=F("checked_count") - int(line.done)
    )
