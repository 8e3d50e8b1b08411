"""Who worked or learnt where, as far as they let it be seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from twofold.foundation.kit.paging import Page, cut
from twofold.network.profiles.models import Entry, EntryKind
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_THERE = (EntryKind.EXPERIENCE, EntryKind.EDUCATION, EntryKind.VOLUNTEERING, EntryKind.SCHOOL)


@dataclass(frozen=True)
class Present:
    """A person at an organisation, and the entry that says so."""

    persona: Persona
    entry: Entry


def people_at(
    viewer: Viewer,
    page: Persona,
    *,
    name: str = "",
    when: str = "",
    before: str | None = None,
    size: int = 20,
) -> Page[Present]:
    """Who says to have worked or learnt at `page`, each once, by name. `when`: "now", "past", or either.

    Both the entry's audience and the person's own reach decide; two statements.
    """
    entries = Entry.objects.visible_to(viewer).filter(
        AdmitsPersona.to(viewer, at="author"),
        organisation=page,
        kind__in=_THERE,
        author__state=Persona.State.ACTIVE,
    )
    if when:
        entries = entries.filter(current=when == "now")
    if name:
        entries = entries.filter(author__name__icontains=name)
    if before:
        entries = entries.filter(author__handle__gt=before)
    handles = (
        entries.order_by("author__handle").values_list("author__handle", flat=True).distinct()[: size + 1]
    )
    rows: dict[str, Present] = {}
    for entry in entries.filter(author__handle__in=list(handles)).select_related("author"):
        known = rows.get(entry.author.handle)
        if known is None or (entry.current, entry.began or 0) > (known.entry.current, known.entry.began or 0):
            rows[entry.author.handle] = Present(entry.author, entry)
    return cut([rows[each] for each in sorted(rows)], size, lambda each: each.persona.handle)


def current_organisations(persona: Persona) -> set[int]:
    """The pages at which `persona` works at present, whoever may see it: for guards, never for showing."""
    now = Entry.objects.filter(author=persona, kind=EntryKind.EXPERIENCE, current=True, live=True)
    return set(now.exclude(organisation=None).values_list("organisation", flat=True))


def present_employers(persona: Persona) -> Sequence[tuple[int | None, str]]:
    """As `current_organisations`, with the folded names: also of employers that have no page."""
    now = Entry.objects.filter(author=persona, kind=EntryKind.EXPERIENCE, current=True, live=True)
    return list(now.values_list("organisation", "organisation_folded"))


def pages_named(viewer: Viewer, text: str, *, limit: int = 8) -> list[Persona]:
    """Pages of the viewer's network that are called so, those that begin with it first; one query."""
    wanted = text.strip()
    if not wanted:
        return []
    pages = personas_visible_to(viewer).filter(network=viewer.home, kind=Persona.Kind.PAGE)
    found = list(pages.filter(name__icontains=wanted).order_by("name")[: limit * 3])
    found.sort(key=lambda page: not page.name.casefold().startswith(wanted.casefold()))
    return found[:limit]
