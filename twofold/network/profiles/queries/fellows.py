"""Who shares a place of work or learning, or an interest, with the viewer, as far as they let it be seen."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from twofold.network.profiles.models import Entry, EntryKind
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

PLACES = (EntryKind.EXPERIENCE, EntryKind.EDUCATION, EntryKind.VOLUNTEERING, EntryKind.SCHOOL)
INTERESTS = (EntryKind.INTEREST, EntryKind.HOBBY)
# What so many share tells too little to look at more of them.
LOOKED_AT = 400


@dataclass(frozen=True)
class Fellow:
    """Somebody (by id) and what they share: its `kind` on their profile, a `key` that names it, and its name."""

    persona_id: int
    kind: str
    key: str
    name: str

    @property
    def is_interest(self) -> bool:
        return self.kind in INTERESTS


def fellows(viewer: Viewer, *, most: int = LOOKED_AT) -> list[Fellow]:
    """People who say of themselves what the viewer says too; both by entries that the viewer may read. Two queries."""
    if not viewer:
        return []
    mine = list(Entry.objects.filter(author=viewer.id, live=True, kind__in=(*PLACES, *INTERESTS)))
    places = {each.organisation_folded for each in mine if each.kind in PLACES and each.organisation_folded}
    pages = {each.organisation_id for each in mine if each.kind in PLACES and each.organisation_id}
    titles = {each.title for each in mine if each.kind in INTERESTS and each.title}
    if not places and not titles:
        return []
    shared = Q(organisation_folded__in=places, kind__in=PLACES) | Q(organisation__in=pages, kind__in=PLACES)
    shared |= Q(kind__in=INTERESTS, title__in=titles)
    theirs = Entry.objects.visible_to(viewer).filter(
        AdmitsPersona.to(viewer, at="author"),
        shared,
        author__network=viewer.home,
        author__kind=Persona.Kind.PERSON,
        author__state=Persona.State.ACTIVE,
    )
    return list(_told(mine, theirs.exclude(author=viewer.id)[:most]))


def _told(mine: Iterable[Entry], theirs: Iterable[Entry]) -> Iterable[Fellow]:
    """Each named as the viewer names it, so that one place has one key however others write it."""
    by_page: dict[int | None, Entry] = {each.organisation_id: each for each in mine if each.organisation_id}
    by_name = {each.organisation_folded: each for each in mine if each.organisation_folded}
    for entry in theirs:
        if entry.kind in INTERESTS:
            yield Fellow(entry.author_id, entry.kind, entry.title.casefold()[:150], entry.title)
        elif own := by_page.get(entry.organisation_id) or by_name.get(entry.organisation_folded):
            yield Fellow(entry.author_id, entry.kind, own.organisation_folded, own.organisation_name)


def pages_of(viewer: Viewer, ids: Iterable[int], *, most: int = LOOKED_AT) -> list[tuple[Persona, int, bool]]:
    """Pages of organisations where `ids` say to be or to have been, each with who says so and whether it is so now."""
    if not viewer:
        return []
    rows = Entry.objects.visible_to(viewer).filter(
        AdmitsPersona.to(viewer, at="organisation"),
        AdmitsPersona.to(viewer, at="author"),
        author__in=list(ids),
        kind__in=PLACES,
        organisation__state=Persona.State.ACTIVE,
    )
    rows = rows.select_related("organisation").order_by("organisation", "author")
    return [(each.organisation, each.author_id, each.current) for each in rows[:most] if each.organisation]
