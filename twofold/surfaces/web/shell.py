"""What stands around every page: where one can go, and how much waits there."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True)
class Way:
    """An entry of the rail: `key` is what a page calls itself in `active`; `letter` follows g on the keyboard."""

    key: str
    words: str
    glyph: str
    href: str
    letter: str = ""
    on_phone: bool = True


_WAYS = (
    ("feed", {Network.PROFESSIONAL: _("Feed"), Network.SOCIAL: _("Feed")}, "house", "web:home", "h", True),
    (
        "people",
        {Network.PROFESSIONAL: _("My network"), Network.SOCIAL: _("Friends")},
        "users",
        "graph:home",
        "n",
        True,
    ),
    ("compose", None, "square-pen", "posts:new", "", True),
    ("notifications", None, "bell", "notifications:inbox", "", True),
    ("saved", None, "bookmark", "posts:saved", "", False),
    ("drafts", None, "file-text", "posts:drafts", "", False),
)
_WORDS = {
    "compose": _("Post"),
    "notifications": _("Notifications"),
    "saved": _("Saved"),
    "drafts": _("Drafts"),
}


def ways(viewer: Viewer) -> list[Way]:
    """Where someone with a presence in this network can go."""
    found = []
    for key, words, glyph, name, letter, on_phone in _WAYS:
        href = reverse(name, args=[viewer.network])
        found.append(
            Way(key, words[Network(viewer.network)] if words else _WORDS[key], glyph, href, letter, on_phone)
        )
    return found
