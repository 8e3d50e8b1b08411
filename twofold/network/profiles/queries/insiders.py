"""Whom one knows at a place of work: ties, and their ties, who say that they work or worked there."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from twofold.foundation.kit.text import folded
from twofold.network.profiles.models import Entry, EntryKind
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.graph.models import Tie
from twofold.people.graph.queries import Nearness, nearness
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

# So many entries are looked through, the latest first: a name that all write would stand for nothing near.
LOOKED_AT = 2_000


@dataclass(frozen=True)
class Insider:
    """Somebody near, the entry that says so, and how near they are: at most three ties away."""

    persona: Persona
    entry: Entry
    near: Nearness


def insiders(viewer: Viewer, where: str, *, before: date | None = None) -> list[Insider]:
    """Who, one or two ties from the viewer, says to work or have worked at `where`; the nearest first, then by name.

    `where` begins the name of the organisation, or is the place of its page or of the work; `before` keeps work that
    began earlier. Somebody stands there with each work that fits. Five statements.
    """
    wanted = folded(where)
    if not viewer or not wanted:
        return []
    of_page = Q(AdmitsPersona.to(viewer, at="organisation"), organisation__place__iexact=where.strip())
    there = Q(organisation_folded__startswith=wanted) | of_page
    entries = _told_to(viewer).filter(there | Q(place__iexact=where.strip()))
    if before:
        entries = entries.filter(began__lt=before)
    found = list(entries.order_by("-began", "pk")[:LOOKED_AT])
    return _nearest(viewer, found)


def working_at(viewer: Viewer, page: Persona) -> list[Insider]:
    """Who, at most three ties from the viewer, says to work for a page now: they could speak for the viewer there."""
    if not viewer:
        return []
    entries = _told_to(viewer).filter(organisation=page, current=True)
    return _nearest(viewer, list(entries.order_by("-began", "pk")[:LOOKED_AT]), most=3)


def ties_at_work(viewer: Viewer) -> dict[int, list[Persona]]:
    """Which of the viewer's ties say to work now, by the page for which; those whose work began last come first."""
    if not viewer:
        return {}
    ties = Tie.objects.filter(owner=viewer.id).values("other")
    entries = _told_to(viewer).filter(current=True, organisation__isnull=False, author__in=ties)
    found: dict[int, dict[int, Persona]] = defaultdict(dict)
    for each in entries.order_by("-began", "pk")[:LOOKED_AT]:
        found[each.organisation_id or 0].setdefault(each.author_id, each.author)
    return {page: list(people.values()) for page, people in found.items()}


def _told_to(viewer: Viewer) -> QuerySet[Entry]:
    """Work that others let the viewer see."""
    rows = Entry.objects.visible_to(viewer).filter(
        AdmitsPersona.to(viewer, at="author"),
        kind=EntryKind.EXPERIENCE,
        author__state=Persona.State.ACTIVE,
        author__network=viewer.home,
    )
    return rows.exclude(author=viewer.id).select_related("author", "organisation")


def _nearest(viewer: Viewer, found: Sequence[Entry], *, most: int = 2) -> list[Insider]:
    near = nearness(viewer, {each.author_id for each in found})
    known = [
        Insider(each.author, each, near[each.author_id])
        for each in found
        if (near[each.author_id].degree or 9) <= most
    ]
    return sorted(known, key=lambda each: (each.near.degree or 0, each.persona.name, each.persona.pk))
