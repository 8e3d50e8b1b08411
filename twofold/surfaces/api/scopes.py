"""What an application may do, in the words of the field's client interface."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from oauth2_provider.scopes import BaseScopes

_READ = frozenset(
    [
        "accounts",
        "blocks",
        "bookmarks",
        "favourites",
        "filters",
        "follows",
        "lists",
        "mutes",
        "notifications",
        "search",
        "statuses",
    ]
)
_WRITE = (_READ - {"search"}) | {"conversations", "media", "reports"}

BROAD = {
    "read": _("Read what you can read in this network"),
    "write": _("Post, edit, react and save as you in this network"),
    "follow": _("Follow, mute and block as you in this network"),
    "push": _("Receive your notifications"),
    "profile": _("See your name, picture and handle in this network"),
}
WITHIN = {
    "read": frozenset(f"read:{noun}" for noun in _READ),
    "write": frozenset(f"write:{noun}" for noun in _WRITE),
    "follow": frozenset(
        f"{verb}:{noun}" for verb in ("read", "write") for noun in ("blocks", "follows", "mutes")
    ),
    "push": frozenset(),
    "profile": frozenset(),
}
KNOWN = frozenset(BROAD) | WITHIN["read"] | WITHIN["write"]
DEFAULT = "read"


def everything_in(scopes: Iterable[str]) -> frozenset[str]:
    """`scopes` with everything that they include."""
    found = set(scopes)
    for scope in tuple(found):
        found |= WITHIN.get(scope, frozenset())
    return frozenset(found)


NOUNS = {
    "accounts": _("your profile"),
    "blocks": _("whom you block"),
    "bookmarks": _("what you saved"),
    "conversations": _("your conversations"),
    "favourites": _("what you reacted to"),
    "filters": _("your filters"),
    "follows": _("whom you follow"),
    "lists": _("your lists"),
    "media": _("pictures"),
    "mutes": _("whom you mute"),
    "notifications": _("your notifications"),
    "reports": _("reports"),
    "search": _("search"),
    "statuses": _("posts"),
}


def described(scopes: Iterable[str]) -> list[str]:
    """What `scopes` allow, a sentence each, without repeating what a broader one says already."""
    wanted = set(scopes)
    covered = everything_in(wanted & set(BROAD))
    lines = [str(text) for name, text in BROAD.items() if name in wanted]
    for verb, text in (("read", _("Read: %(nouns)s")), ("write", _("Change: %(nouns)s"))):
        nouns = sorted(
            str(NOUNS[scope.partition(":")[2]]) for scope in wanted - covered if scope.startswith(f"{verb}:")
        )
        if nouns:
            lines.append(text % {"nouns": ", ".join(nouns)})
    return lines


class ScopesOfApplication(BaseScopes):
    """An application may ask for what it registered, or for a part of it."""

    def get_all_scopes(self) -> dict[str, str]:
        return {name: name for name in KNOWN}

    def get_available_scopes(
        self, application: Any = None, request: Any = None, *args, **kwargs
    ) -> list[str]:
        return sorted(everything_in(application.scopes.split())) if application else []

    def get_default_scopes(self, application: Any = None, request: Any = None, *args, **kwargs) -> list[str]:
        return [DEFAULT]
