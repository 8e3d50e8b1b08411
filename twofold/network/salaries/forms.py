"""What is typed about pay."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from twofold.network.salaries.models import Entry

_NUMBER = {"invalid": _("Write a whole number.")}


class EntryForm(forms.Form):
    role = forms.CharField(required=False)
    place = forms.CharField(required=False)
    country = forms.CharField(required=False)
    amount = forms.IntegerField(required=False, error_messages=_NUMBER)
    currency = forms.CharField(required=False, initial="EUR")
    per = forms.CharField(required=False, initial="year")
    share = forms.IntegerField(required=False, initial=100, error_messages=_NUMBER)
    year = forms.IntegerField(required=False, error_messages=_NUMBER)

    @classmethod
    def of(cls, entry: Entry) -> "EntryForm":
        return cls(initial={name: getattr(entry, name) for name in cls.base_fields})

    def fields_for_action(self) -> dict[str, Any]:
        """What `keep_entry` takes."""
        said = dict(self.cleaned_data)
        return {**said, **{name: said[name] or 0 for name in ("amount", "share", "year")}}
