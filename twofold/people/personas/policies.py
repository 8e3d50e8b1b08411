"""What a presence may be called: the empty string says yes, any other is the reason why not."""

from functools import cache
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from twofold.foundation.kit.text import has_bidi_controls
from twofold.people.personas import handles


def why_not_handle(written: str) -> str:
    """Why nobody can have this handle, however free it is."""
    if has_bidi_controls(written) or any(mark in written for mark in "\u200e\u200f"):
        return _("A handle cannot hold characters that turn the direction of writing.")
    handle = handles.canonical(written)
    if not handles.MIN_LENGTH <= len(handle) <= handles.MAX_LENGTH:
        return _("A handle has %(least)d to %(most)d characters; this one has %(length)d.") % {
            "least": handles.MIN_LENGTH,
            "most": handles.MAX_LENGTH,
            "length": len(handle),
        }
    if not handles.is_well_formed(handle):
        return _(
            "A handle is made of letters and digits, with single dots, dashes or underscores between them."
        )
    if handles.skeleton(handle) in _reserved():
        return _("This handle is kept for the server itself. Choose another one.")
    return ""


@cache
def _reserved() -> frozenset[str]:
    return frozenset(map(handles.skeleton, handles.RESERVED))


def why_not_name(name: str) -> str:
    """Why a cleaned name will not do."""
    if not name:
        return _("Tell people what to call you.")
    return why_not_long(name, 80)


def why_not_long(text: str, most: int) -> str:
    """Why a text of this length will not do."""
    if len(text) <= most:
        return ""
    return _("At most %(most)d characters fit here; these are %(length)d.") % {
        "most": most,
        "length": len(text),
    }


def why_not_website(website: str) -> str:
    """Why this cannot be the address of a website. None at all is well."""
    if not website:
        return ""
    try:
        parts = urlsplit(website)
        good = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        good = False
    if not good or any(letter.isspace() for letter in website):
        return _("Write a whole address that begins with https:// or http://.")
    return why_not_long(website, 200)
