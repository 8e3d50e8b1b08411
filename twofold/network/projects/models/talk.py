from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.projects.models.board import Task
from twofold.network.projects.models.projects import Project
from twofold.people.audiences.models import Shared
from twofold.people.personas.models import Persona

MAX_NOTE = 3_000


class Note(Shared):
    """Something said to a task, by its author to those who read the board."""

    id = RandomIdField()
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="notes", db_index=False)
    text = models.TextField(max_length=MAX_NOTE)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["task", "at"], name="projects_notes")]


class What(models.TextChoices):
    """What was done."""

    MADE = "made", _("began the project")
    JOINED = "joined", _("came in")
    WROTE = "wrote", _("wrote a task")
    CHANGED = "changed", _("changed a task")
    MOVED = "moved", _("moved a task")
    DONE = "done", _("finished a task")
    DROPPED = "dropped", _("took a task away")
    SAID = "said", _("said something")
    FILED = "filed", _("added a file")
    REACHED = "reached", _("reached a milestone")
    FINISHED = "finished", _("finished the project")
    RESUMED = "resumed", _("took the project up again")


class Deed(models.Model):
    """A line of the log of a project: `actor` did it, `words` name where a task went or what was reached."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="deeds", db_index=False)
    actor = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=8, choices=What.choices)
    task = models.ForeignKey(Task, on_delete=models.CASCADE, null=True, related_name="+")
    words = models.CharField(max_length=160, blank=True)
    at = models.DateTimeField()
    position = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["project", "position"], name="projects_log")]
