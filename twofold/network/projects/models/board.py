from django.db import models

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.projects.models.projects import Project
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_TASK_TITLE = 160
MAX_TASK_WORDS = 5_000


class Column(models.Model):
    """A column of the board. What stands in one that is `done` is done."""

    id = RandomIdField()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="columns")
    name = models.CharField(max_length=40)
    place = models.SmallIntegerField()
    done = models.BooleanField(default=False)

    class Meta:
        ordering = ["place"]


class Label(models.Model):
    """A word that tasks are told apart by; `hue` is one of eight colours."""

    id = RandomIdField()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="labels")
    name = models.CharField(max_length=30)
    hue = models.SmallIntegerField(default=0)

    class Meta:
        ordering = ["name", "pk"]


class Milestone(models.Model):
    """Something to be reached by a day, and the tasks that lead there."""

    id = RandomIdField()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="milestones")
    name = models.CharField(max_length=80)
    due = models.DateField(null=True)
    reached_at = models.DateTimeField(null=True)

    class Meta:
        ordering = [models.F("due").asc(nulls_last=True), "name", "pk"]


class Task(Shared):
    """Something to be done. Its author is the body of the project, its audience those who read the board.

    `place` orders its column. `version` grows with each change of its words, so that two who change it are told.
    The counts are of what hangs on it.
    """

    id = RandomIdField()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="tasks", db_index=False)
    column = models.ForeignKey(Column, on_delete=models.CASCADE, related_name="tasks", db_index=False)
    number = models.IntegerField()
    place = models.BigIntegerField()
    title = models.CharField(max_length=MAX_TASK_TITLE)
    words = models.TextField(max_length=MAX_TASK_WORDS, blank=True)
    assignee = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    due = models.DateField(null=True)
    milestone = models.ForeignKey(Milestone, on_delete=models.SET_NULL, null=True, related_name="tasks")
    made_by = models.ForeignKey(Persona, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)
    checks_count = models.IntegerField(default=0)
    checked_count = models.IntegerField(default=0)
    notes_count = models.IntegerField(default=0)
    files_count = models.IntegerField(default=0)
    # When it was taken away; it can be brought back for a day.
    gone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["project", "due"], name="projects_by_due"),
            models.Index(fields=["column", "place"], name="projects_in_column"),
        ]
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="projects_one_number")]


class Tagged(models.Model):
    """This task carries this label."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="tagged", db_index=False)
    label = models.ForeignKey(Label, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "label"], name="projects_one_label")]


class Check(models.Model):
    """A line of a task's checklist."""

    id = RandomIdField()
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="checks")
    words = models.CharField(max_length=200)
    done = models.BooleanField(default=False)
    place = models.SmallIntegerField()

    class Meta:
        ordering = ["place", "pk"]
