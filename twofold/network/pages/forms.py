"""What is typed about an organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from twofold.network.pages.models import Size
from twofold.network.pages.policies import SORTS
from twofold.network.pages.queries import about
from twofold.people.personas.models import Network, Persona

_WORDS = ("name", "line", "place", "website", "about")
_EXTRA = ("sort", "field", "size", "founded")


class PageForm(forms.Form):
    """The words of a page. What they may be is decided by the actions; this only takes them in."""

    name = forms.CharField(required=False, label=_("Name"))
    handle = forms.CharField(required=False, label=_("Handle"))
    sort = forms.ChoiceField(required=False, label=_("What it is"))
    line = forms.CharField(required=False, label=_("One line"))
    field = forms.CharField(required=False, label=_("Field"))
    size = forms.ChoiceField(required=False, label=_("Size"), choices=[("", _("Not said")), *Size.choices])
    founded = forms.IntegerField(
        required=False, label=_("Founded"), error_messages={"invalid": _("Give the year in four digits.")}
    )
    place = forms.CharField(required=False, label=_("Place"))
    website = forms.CharField(required=False, label=_("Website"))
    about = forms.CharField(required=False, strip=False, label=_("About"))

    def __init__(self, network: str, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["sort"].choices = [(each.value, each.label) for each in SORTS[Network(network)]]  # type: ignore[attr-defined]

    @classmethod
    def of(cls, page: Persona) -> "PageForm":
        known = about(page)
        words = {name: getattr(page, name) for name in _WORDS} | {
            name: getattr(known, name) for name in _EXTRA
        }
        return cls(page.network, initial={**words, "handle": page.handle})
