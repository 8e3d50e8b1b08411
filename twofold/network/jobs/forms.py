"""What is typed about a job."""

from collections.abc import Collection
from contextlib import suppress
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import decode, encode
from twofold.network.jobs.models import Job, JobSkill, Level, Period, Type, Workplace
from twofold.network.jobs.policies import KEEP_MONTHS, MOST_DOCUMENTS, MOST_QUESTIONS, RADII, REPLY_DAYS

_NUMBER = {"invalid": _("Give a whole number, without the currency.")}
_PLAIN = (
    "title", "place", "radius", "country", "workplace", "type", "level", "salary_low", "salary_high", "currency",
    "period", "text", "reply_days", "closes_on", "keep_months", "blind",
)  # fmt: skip


# The steps in which a job is written, and what stands in each. Lines that are numbered stand without their numbers.
PARTS = {
    "work": ("title", "text", "type", "level"),
    "where": (
        "workplace",
        "place",
        "country",
        "radius",
        "salary_low",
        "salary_high",
        "currency",
        "period",
    ),
    "skills": ("must", "nice"),
    "asked": ("question", "kind", "needed", "document", "document_needed"),
    "until": ("closes_on", "reply_days", "keep_months", "not_for", "team", "blind"),
}


def part_with(field: str) -> str:
    """The step in which a field stands."""
    return next((part for part, names in PARTS.items() if field in names), "work")


def ids_of(said: Collection[str]) -> list[int]:
    found = []
    for each in said:
        with suppress(ValueError):
            found.append(decode(each))
    return found


class JobForm(forms.Form):
    """The words of a job. What they may be is decided by the actions; this only takes them in."""

    title = forms.CharField(required=False)
    place = forms.CharField(required=False)
    radius = forms.TypedChoiceField(
        coerce=int, required=False, choices=[(each, str(each)) for each in (0, *RADII)]
    )
    country = forms.CharField(required=False)
    workplace = forms.ChoiceField(choices=Workplace.choices, initial=Workplace.ONSITE)
    type = forms.ChoiceField(choices=Type.choices, initial=Type.FULL)
    level = forms.ChoiceField(choices=Level.choices, initial=Level.MIDDLE)
    salary_low = forms.IntegerField(required=False, error_messages=_NUMBER)
    salary_high = forms.IntegerField(required=False, error_messages=_NUMBER)
    currency = forms.CharField(required=False, initial="EUR")
    period = forms.ChoiceField(choices=Period.choices, initial=Period.YEAR)
    must = forms.CharField(required=False)
    nice = forms.CharField(required=False)
    not_for = forms.CharField(required=False)
    text = forms.CharField(required=False, strip=False)
    reply_days = forms.TypedChoiceField(
        coerce=int, choices=[(each, str(each)) for each in REPLY_DAYS], initial=14
    )
    keep_months = forms.TypedChoiceField(
        coerce=int, required=False, choices=[(each, str(each)) for each in KEEP_MONTHS], initial=6
    )
    blind = forms.BooleanField(required=False)
    closes_on = forms.DateField(
        required=False, error_messages={"invalid": _("Give a day as year, month, day.")}
    )

    @classmethod
    def of(cls, job: Job, skills: list[JobSkill], left_out: list[str]) -> "JobForm":
        words = {name: getattr(job, name) for name in _PLAIN}
        words["closes_on"] = job.closes_on.isoformat() if job.closes_on else ""
        named = {
            "must": ", ".join(each.name for each in skills if each.must),
            "nice": ", ".join(each.name for each in skills if not each.must),
        }
        form = cls(initial={**words, **named, "not_for": ", ".join(f"@{each}" for each in left_out)})
        form.named = {encode(each) for each in job.team.values_list("pk", flat=True)}
        form.asked, form.wished = job.questions, job.documents
        return form

    def with_part(self, posted: QueryDict, part: str = "") -> "JobForm":
        """The same with what was typed: in one step, else wherever something was."""
        data = self._as_data()
        typed = {each.rstrip("0123456789") for each in posted}
        names = set(PARTS[part]) if part else typed
        for name in [each for each in data if each.rstrip("0123456789") in names]:
            del data[name]
        for name, values in posted.lists():
            if name.rstrip("0123456789") in names:
                data.setlist(name, values)
        return JobForm(data)

    def _as_data(self) -> QueryDict:
        data = QueryDict(mutable=True)
        for name, field in self.fields.items():
            value = self.initial.get(name, field.initial)
            if value not in (None, "", False):
                data[name] = "on" if value is True else str(value)
        data.setlist("team", list(self.named))
        for number, each in enumerate(self.asked):
            data.update({f"question{number}": each["words"], f"kind{number}": each["kind"]})
            data.update({f"needed{number}": "on"} if each["needed"] else {})
        for number, each in enumerate(self.wished):
            data[f"document{number}"] = each["words"]
            data.update({f"document_needed{number}": "on"} if each["needed"] else {})
        return data

    asked: list[dict[str, Any]] = []
    wished: list[dict[str, Any]] = []
    named: Collection[str] = ()

    @property
    def team(self) -> Collection[str]:
        """The ids of those who are told, as they stand in the page."""
        return set(self.data.getlist("team")) if self.is_bound else self.named  # type: ignore[attr-defined]

    @property
    def questions(self) -> list[dict[str, Any]]:
        """As many lines as fit, those that were written first."""
        written = self.typed_questions() if self.is_bound else self.asked
        return [
            *written,
            *({"words": "", "kind": "text", "needed": False} for _each in range(MOST_QUESTIONS)),
        ][:MOST_QUESTIONS]

    def typed_questions(self) -> list[dict[str, Any]]:
        return [
            {
                "words": self.data.get(f"question{number}", ""),
                "kind": self.data.get(f"kind{number}", "text"),
                "needed": f"needed{number}" in self.data,
            }
            for number in range(MOST_QUESTIONS)
        ]

    @property
    def documents(self) -> list[dict[str, Any]]:
        """As many lines as fit, like `questions`."""
        written = self.typed_documents() if self.is_bound else self.wished
        blank = ({"words": "", "needed": True} for _each in range(MOST_DOCUMENTS))
        return [*written, *blank][:MOST_DOCUMENTS]

    def typed_documents(self) -> list[dict[str, Any]]:
        return [
            {
                "words": self.data.get(f"document{number}", ""),
                "needed": f"document_needed{number}" in self.data,
            }
            for number in range(MOST_DOCUMENTS)
        ]

    def fields_for_action(self) -> dict[str, Any]:
        """What `keep_job` takes."""
        found = dict(self.cleaned_data)
        for name in ("must", "nice", "not_for"):
            found[name] = [each for each in found[name].split(",") if each.strip()]
        lines = {"questions": self.typed_questions(), "documents": self.typed_documents()}
        return {**found, **lines, "team": ids_of(self.team)}
