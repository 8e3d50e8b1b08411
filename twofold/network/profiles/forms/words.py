import zoneinfo
from functools import cache
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from twofold.people.personas.models import Persona

WORDS = ("name", "pronouns", "line", "place", "about", "website", "reach", "language", "time_zone")


@cache
def time_zones() -> list[tuple[str, str]]:
    """The zones by name: Europe/Berlin as "Europe / Berlin"."""
    names = (name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/"))
    return [("UTC", "UTC"), *((name, name.replace("_", " ").replace("/", " / ")) for name in sorted(names))]


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
        choices=time_zones, error_messages={"invalid_choice": _("Choose a time zone of the list.")}
    )

    @classmethod
    def of(cls, persona: Persona) -> "ProfileForm":
        """The form as it stands before anything is typed."""
        return cls(initial=words_of(persona))


def words_of(persona: Persona) -> dict[str, Any]:
    return {word: getattr(persona, word) for word in WORDS}


def crop_of(text: str) -> list[float] | None:
    """What of a picture is to show, as four shares with commas between; None for the middle of it."""
    try:
        shares = [float(each) for each in text.split(",")]
    except ValueError:
        return None
    return shares if len(shares) == 4 and all(0 <= each <= 1 for each in shares) else None
