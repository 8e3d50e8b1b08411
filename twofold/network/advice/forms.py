"""What is typed about advice. What it may be is decided by the actions; these only take it in."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.network.advice.models import Guide, Question

TIMES = 6
REACH_WORDS = ("members", "ties", "everyone")


class QuestionForm(forms.Form):
    field = forms.CharField(required=False)
    title = forms.CharField(required=False)
    text = forms.CharField(required=False, strip=False)
    skills = forms.CharField(required=False)
    reach = forms.CharField(required=False, initial="members")
    guarded = forms.BooleanField(required=False)

    @classmethod
    def of(cls, question: Question, skills: list[str]) -> "QuestionForm":
        words = {name: getattr(question, name) for name in ("field", "title", "text", "reach", "guarded")}
        return cls(initial={**words, "skills": ", ".join(skills)})

    def fields_for_action(self) -> dict[str, Any]:
        """What `ask` takes."""
        return {**self.cleaned_data, "skills": self.cleaned_data["skills"].split(",")}


class GuideForm(forms.Form):
    field = forms.CharField(required=False)
    title = forms.CharField(required=False)
    summary = forms.CharField(required=False)
    text = forms.CharField(required=False, strip=False)
    reach = forms.CharField(required=False, initial="members")

    @classmethod
    def of(cls, guide: Guide) -> "GuideForm":
        return cls(initial={name: getattr(guide, name) for name in cls.base_fields})


class HoursForm(forms.Form):
    field = forms.CharField(required=False)
    about = forms.CharField(required=False)
    minutes = forms.IntegerField(required=False, initial=30)
    place = forms.CharField(required=False)
    reach = forms.CharField(required=False, initial="members")

    @property
    def times(self) -> list[str]:
        return [self.data.get(f"begins{number}", "") for number in range(TIMES)]

    def fields_for_action(self, zone: str) -> dict[str, Any]:
        """What `offer_hours` takes; times are typed as the clock of `zone` says them."""
        found = {**self.cleaned_data, "minutes": self.cleaned_data["minutes"] or 0}
        return {**found, "begins": [_moment(each, zone) for each in self.times if each.strip()]}


def _moment(typed: str, zone: str) -> datetime:
    try:
        moment = parse_datetime(typed.strip()[:40])
    except ValueError:
        moment = None
    if moment is None:
        raise Refused(_("Give each time as a day and an hour."), field="begins")
    return moment.replace(tzinfo=ZoneInfo(zone))
