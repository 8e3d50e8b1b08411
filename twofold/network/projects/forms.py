"""What is typed about a project and its tasks."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import decode
from twofold.network.projects.models import Openness, Project, Task
from twofold.network.projects.queries import Sieve
from twofold.people.personas.viewers import Viewer


class ProjectForm(forms.Form):
    """The words of a project. What they may be is decided by the actions; this only takes them in."""

    name = forms.CharField(required=False, label=_("Name"))
    about = forms.CharField(required=False, strip=False, label=_("What it is about"))
    openness = forms.ChoiceField(choices=Openness.choices, label=_("Who can read it"))
    began = forms.DateField(required=False, label=_("Begins"))
    due = forms.DateField(required=False, label=_("Due"))

    @classmethod
    def of(cls, project: Project | None = None) -> "ProjectForm":
        if project is None:
            return cls(initial={"openness": Openness.PRIVATE})
        return cls(initial={name: getattr(project, name) for name in cls.base_fields})


class TaskForm(forms.Form):
    """The words of a task."""

    title = forms.CharField(required=False)
    words = forms.CharField(required=False, strip=False)
    due = forms.DateField(required=False, label=_("Due"))
    version = forms.IntegerField(required=False)

    def fields_for_action(self, data: QueryDict) -> dict[str, Any]:
        kept = {name: self.cleaned_data[name] for name in ("title", "words", "due")}
        labels = [each for each in map(number, data.getlist("label")) if each]
        return {
            **kept,
            "version": self.cleaned_data["version"] or 0,
            "milestone_id": number(data.get("milestone", "")),
            "labels": labels,
        }

    @classmethod
    def typed(cls, data: QueryDict, task: Task) -> Task:
        """The task as it was typed, to be shown again; nothing of it is kept."""
        task.title, task.words = data.get("title", "")[:500], data.get("words", "")[:10_000]
        task.due = day(data.get("due", "")) or task.due
        task.milestone_id = number(data.get("milestone", ""))
        return task


def number(text: str) -> int | None:
    """The id behind what stands in a form; None for nothing and for nonsense."""
    try:
        return decode(text) if text else None
    except ValueError:
        return None


def day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def sieve_of(data: QueryDict, viewer: Viewer) -> Sieve:
    """Which tasks an address asks for."""
    who = viewer.id if data.get("who") == "me" else number(data.get("who", "")) or 0
    state = data.get("state", "")
    return Sieve(
        who,
        number(data.get("label", "")) or 0,
        number(data.get("milestone", "")) or 0,
        state if state in ("open", "done") else "",
    )
