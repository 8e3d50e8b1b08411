"""What is typed about a group."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from twofold.network.groups.models import MAX_QUESTIONS, Call, Door, Group, Openness


class GroupForm(forms.Form):
    """The words of a group. What they may be is decided by the actions; this only takes them in."""

    name = forms.CharField(required=False, label=_("Name"))
    about = forms.CharField(required=False, strip=False, label=_("What it is about"))
    openness = forms.ChoiceField(choices=Openness.choices, label=_("Who can find and read it"))
    door = forms.ChoiceField(choices=Door.choices, label=_("How people come in"))
    rules = forms.CharField(required=False, strip=False, label=_("Rules"))
    questions = forms.CharField(required=False, strip=False, label=_("Questions to those who ask to join"))
    looked_at = forms.BooleanField(required=False, label=_("Posts wait until somebody has looked at them"))

    @classmethod
    def of(cls, group: Group | None = None) -> "GroupForm":
        if group is None:
            return cls(initial={"openness": Openness.PUBLIC, "door": Door.OPEN})
        words = {name: getattr(group, name) for name in cls.base_fields if name != "questions"}
        return cls(initial={**words, "questions": "\n".join(group.questions)})

    @property
    def fields_for_action(self) -> dict[str, Any]:
        lines = self.cleaned_data["questions"].splitlines()
        return {**self.cleaned_data, "questions": [each for each in lines if each.strip()]}


class CallForm(forms.Form):
    """What people are to sign."""

    kind = forms.ChoiceField(choices=Call.Kind.choices, required=False)
    title = forms.CharField(required=False)
    words = forms.CharField(required=False, strip=False)
    goal = forms.IntegerField(required=False)


def sheet_words(data: QueryDict) -> dict[str, Any]:
    """What a page of a group shall say, and which version of it was read before."""
    number = data.get("number", "")
    read = int(number) if number.isdigit() and number.isascii() and len(number) < 9 else 0
    return {"title": data.get("title", ""), "text": data.get("text", ""), "number": read}


def coming_in(data: QueryDict) -> dict[str, Any]:
    """Whether the rules were agreed to, and the answers to a group's questions."""
    answers = [data.get(f"answer{number}", "") for number in range(MAX_QUESTIONS)]
    return {"agreed": data.get("agreed") == "on", "answers": answers}
