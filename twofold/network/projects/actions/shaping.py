"""The board itself: its columns, its labels, and the milestones that tasks lead to."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.projects import policies
from twofold.network.projects.actions.asking import doing, insist, note_down
from twofold.network.projects.models import Column, Label, Milestone, Project, Task, What
from twofold.people.personas.models import Persona


@transaction.atomic
def keep_column(
    actor: Persona, *, project: Project, name: str, column_id: int | None = None, done: bool = False
) -> Column:
    """A new column before those that hold what is done, or another name for one."""
    kept, _mine = doing(actor, project, "edit")
    words = clean_line(name)
    insist(policies.why_not_line(words, 40), field="name")
    if column_id:
        column = _one(Column, kept, column_id)
        column.name = words
        column.save(update_fields=["name"])
        return column
    rows = list(kept.columns.all())
    insist(policies.why_too_many(len(rows), policies.MOST_COLUMNS), field="name")
    at = len(rows) if done else next((n for n, each in enumerate(rows) if each.done), len(rows))
    column = Column.objects.create(project=kept, name=words, place=at, done=done)
    _in_order([*rows[:at], column, *rows[at:]])
    return column


@transaction.atomic
def move_column(actor: Persona, *, project: Project, column_id: int, step: int) -> None:
    """One place towards the end, or the start where `step` is negative; at the end it stays."""
    kept, _mine = doing(actor, project, "edit")
    rows = list(kept.columns.all())
    column = next((each for each in rows if each.pk == column_id), None)
    if column is None:
        raise Absent
    at = rows.index(column)
    rows.insert(min(len(rows) - 1, max(0, at + step)), rows.pop(at))
    _in_order(rows)


@transaction.atomic
def drop_column(actor: Persona, *, project: Project, column_id: int) -> None:
    """Take a column away that nothing stands in; the last one where things are done, and the last one, stay."""
    kept, _mine = doing(actor, project, "edit")
    column = _one(Column, kept, column_id)
    if Task.objects.filter(column=column, live=True).exists():
        raise Refused(_("Tasks stand in this column. Move them first."))
    if not Column.objects.filter(project=kept, done=column.done).exclude(pk=column.pk).exists():
        raise Refused(_("A board needs a column for what is to be done, and one for what is done."))
    rest = Column.objects.filter(project=kept).exclude(pk=column.pk).order_by("place").first()
    Task.objects.filter(column=column).update(column=rest)
    column.delete()


def _in_order(rows: list[Column]) -> None:
    for place, each in enumerate(rows):
        each.place = place
    Column.objects.bulk_update(rows, ["place"])


@transaction.atomic
def keep_label(actor: Persona, *, project: Project, name: str, hue: int = 0) -> Label:
    """A label of this name, in this colour."""
    kept, _mine = doing(actor, project, "work")
    words = clean_line(name)
    insist(policies.why_not_line(words, 30), field="name")
    there = Label.objects.filter(project=kept, name__iexact=words).first()
    if there is None:
        insist(policies.why_too_many(kept.labels.count(), policies.MOST_LABELS), field="name")
        return Label.objects.create(project=kept, name=words, hue=hue % 8)
    there.hue = hue % 8
    there.save(update_fields=["hue"])
    return there


@transaction.atomic
def drop_label(actor: Persona, *, project: Project, label_id: int) -> None:
    kept, _mine = doing(actor, project, "work")
    _one(Label, kept, label_id).delete()


@transaction.atomic
def keep_milestone(actor: Persona, *, project: Project, name: str, due: date | None = None) -> Milestone:
    """A milestone of this name, by this day."""
    kept, _mine = doing(actor, project, "work")
    words = clean_line(name)
    insist(policies.why_not_line(words, 80), field="milestone")
    there = Milestone.objects.filter(project=kept, name__iexact=words).first()
    if there is None:
        insist(policies.why_too_many(kept.milestones.count(), policies.MOST_MILESTONES), field="milestone")
        return Milestone.objects.create(project=kept, name=words, due=due)
    there.due = due
    there.save(update_fields=["due"])
    return there


@transaction.atomic
def change_milestone(
    actor: Persona, *, project: Project, milestone_id: int, name: str, due: date | None = None
) -> None:
    """Another name, another day. Refused where one is called so already."""
    kept, _mine = doing(actor, project, "work")
    milestone, words = _one(Milestone, kept, milestone_id), clean_line(name)
    insist(policies.why_not_line(words, 80), field="milestone")
    others = Milestone.objects.filter(project=kept, name__iexact=words).exclude(pk=milestone.pk)
    insist(_("There is a milestone of this name already.") if others.exists() else "", field="milestone")
    milestone.name, milestone.due = words, due
    milestone.save(update_fields=["name", "due"])


@transaction.atomic
def reach_milestone(
    actor: Persona,
    *,
    project: Project,
    milestone_id: int,
    reached: bool = True,
    at: datetime | None = None,
) -> None:
    kept, _mine = doing(actor, project, "work")
    milestone = _one(Milestone, kept, milestone_id)
    if bool(milestone.reached_at) == reached:
        return
    milestone.reached_at = (at or clock.now()) if reached else None
    milestone.save(update_fields=["reached_at"])
    if reached:
        note_down(kept, actor, What.REACHED, words=milestone.name, at=at)


@transaction.atomic
def drop_milestone(actor: Persona, *, project: Project, milestone_id: int) -> None:
    """Take a milestone away; the tasks that led there stay."""
    kept, _mine = doing(actor, project, "work")
    _one(Milestone, kept, milestone_id).delete()


def _one(kind, project: Project, number: int):
    found = kind.objects.filter(project=project, pk=number).first()
    if found is None:
        raise Absent
    return found
