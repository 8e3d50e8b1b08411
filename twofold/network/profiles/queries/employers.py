"""Whom somebody works for, as a text may call them: for their own eyes alone."""

from twofold.network.profiles.models import Entry, EntryKind
from twofold.people.personas.viewers import Viewer


def own_employers(viewer: Viewer) -> list[str]:
    """The names of the viewer's present employers, as typed and as their pages have them; one query."""
    now = Entry.objects.filter(author=viewer.id, kind=EntryKind.EXPERIENCE, current=True, live=True)
    names: dict[str, None] = {}
    for typed, page in now.values_list("organisation_name", "organisation__name"):
        names |= dict.fromkeys(name for name in (page, typed) if name)
    return list(names)
