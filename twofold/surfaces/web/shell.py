"""What stands around every page: where one can go, and how much waits there."""

from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from twofold.people.personas.models import Network


@dataclass(frozen=True)
class Way:
    """An entry of the rail: `key` is what a page calls itself in `active`; `letter` follows g on the keyboard."""

    key: str
    words: str | Promise
    glyph: str
    href: str
    letter: str = ""
    on_phone: bool = True


_PEOPLE = {Network.PROFESSIONAL: _("My network"), Network.SOCIAL: _("Friends")}


@cache
def ways(network: Network) -> list[Way]:
    """Where someone with a presence in this network can go."""

    def to(name: str) -> str:
        return reverse(name, args=[network])

    photos = [Way("photos", _("Photos"), "images", to("web:photos"), "m", on_phone=False)]
    if network != Network.SOCIAL:
        photos = []
    return [
        Way("feed", _("Feed"), "house", to("web:home"), "h"),
        Way("people", _PEOPLE[network], "users", to("graph:home"), "n"),
        *photos,
        Way("compose", _("Post"), "square-pen", to("posts:new")),
        Way("notifications", _("Notifications"), "bell", to("notifications:inbox")),
        Way("pages", _("Pages"), "building-2", to("pages:home"), on_phone=False),
        Way("saved", _("Saved"), "bookmark", to("posts:saved"), on_phone=False),
        Way("drafts", _("Drafts"), "file-text", to("posts:drafts"), on_phone=False),
    ]
