"""Reads: one's own entries, and figures, which are the same for everybody at work."""

from collections.abc import Sequence

from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import folded
from twofold.network.salaries.models import Entry, Figure
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer

SHELF = 60


def own(viewer: Viewer) -> list[Entry]:
    return list(Entry.objects.filter(persona=viewer.id).order_by("-year", "role")) if viewer else []


def own_one(viewer: Viewer, entry_id: int) -> Entry:
    found = Entry.objects.filter(persona=viewer.id, pk=entry_id).first() if viewer else None
    if found is None:
        raise Absent
    return found


def figures(viewer: Viewer, role: str = "", place: str = "", country: str = "") -> Sequence[Figure]:
    """Figures whose role and place hold what was typed; whole countries first, then by role. For members alone."""
    if not viewer or viewer.home != Network.PROFESSIONAL:
        return []
    rows = Figure.objects.all()
    for word in folded(role).split()[:5]:
        rows = rows.filter(role_key__contains=word)
    if place:
        rows = rows.filter(place_key__startswith=folded(place)[:80])
    if country:
        rows = rows.filter(country=country)
    return list(rows.order_by("role_key", "country", "place_key", "currency")[:SHELF])
