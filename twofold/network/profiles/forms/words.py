from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit import clock
from twofold.network.profiles.models import Aside
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.graph.queries.choosing import AS_IT_IS, choice_of, spec_chosen
from twofold.people.personas.models import Persona

WORDS = ("name", "pronouns", "line", "place", "about", "website", "reach", "language", "time_zone")


class ProfileForm(forms.Form):
    """The words of a persona. What they may be is decided by `personas.actions`; this only takes them in."""

    name = forms.CharField(required=False)
    pronouns = forms.CharField(required=False)
    line = forms.CharField(required=False)
    place = forms.CharField(required=False)
    about = forms.CharField(required=False, strip=False)
    website = forms.CharField(required=False)
    reach = forms.TypedChoiceField(choices=Persona.Reach.choices, coerce=int)
    language = forms.ChoiceField(choices=settings.LANGUAGES)
    time_zone = forms.ChoiceField(
        choices=clock.zone_choices, error_messages={"invalid_choice": _("Choose a time zone of the list.")}
    )

    reach_pronouns = forms.CharField(required=False)
    reach_place = forms.CharField(required=False)
    reach_about = forms.CharField(required=False)
    reach_website = forms.CharField(required=False)

    @classmethod
    def of(cls, persona: Persona, asides: Mapping[str, tuple[str, AudienceSpec]]) -> "ProfileForm":
        """The form as it stands before anything is typed."""
        words: dict[str, Any] = {word: getattr(persona, word) for word in WORDS}
        words |= {name: text for name, (text, _spec) in asides.items()}
        words |= {f"reach_{name}": choice_of(spec) for name, (_text, spec) in asides.items()}
        return cls(initial=words)

    def words(self) -> dict[str, Any]:
        """What `introduce` takes, but for whom its words are."""
        return {word: self.cleaned_data[word] for word in WORDS}

    def reaches(self) -> dict[str, AudienceSpec | None]:
        """For whom each word is that may be for fewer. One that is to stay as it is is left out."""
        chosen = {name: self.cleaned_data[f"reach_{name}"] for name in Aside.Field.values}
        return {name: spec_chosen(each) for name, each in chosen.items() if each != AS_IT_IS}
