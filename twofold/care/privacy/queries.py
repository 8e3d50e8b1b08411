"""Who recruits, and from whom somebody at work is to be hidden. For guards alone, never for showing."""

from django.db.models import Q

from twofold.foundation.kit.text import folded
from twofold.network.pages.models import Domain, Role, RoleKind
from twofold.network.profiles.models import Entry, EntryKind
from twofold.network.profiles.queries import present_employers
from twofold.people.personas.models import Persona


def recruiters(network: str) -> set[int]:
    """All who hire for any page of the network."""
    rows = Role.objects.filter(accepted=True, kind=RoleKind.RECRUITER, page__network=network)
    return set(rows.values_list("persona", flat=True))


def shield_of(persona: Persona) -> set[int]:
    """Everybody near the present employers of `persona`: who runs their pages or pages of the same domain, and
    colleagues who work there now, by the page or by the same name."""
    employers = present_employers(persona)
    pages = {page for page, _name in employers if page}
    names = {name for _page, name in employers if name}
    domains = Domain.objects.filter(page__in=pages, proved_at__isnull=False).values("name")
    pages |= set(Domain.objects.filter(name__in=domains).values_list("page", flat=True))
    pages |= set(
        Persona.objects.filter(
            kind=Persona.Kind.PAGE, network=persona.network, name__in=_spelled(names, persona)
        ).values_list("pk", flat=True)
    )
    near = set(Role.objects.filter(page__in=pages).values_list("persona", flat=True))
    now = Entry.objects.filter(kind=EntryKind.EXPERIENCE, current=True, live=True)
    near |= set(now.filter(organisation__in=pages).values_list("author", flat=True))
    near |= set(now.filter(organisation_folded__in=names).values_list("author", flat=True))
    return (near | pages) - {persona.pk}


def staff(page: Persona) -> set[int]:
    """Who works for a page now, with the page itself: by their own words, by its name, or because they run it."""
    now = Entry.objects.filter(
        kind=EntryKind.EXPERIENCE, current=True, live=True, author__network=page.network
    )
    there = now.filter(Q(organisation=page) | Q(organisation_folded=folded(page.name)))
    run = Role.objects.filter(page=page).values_list("persona", flat=True)
    return {page.pk, *there.values_list("author", flat=True), *run}


def _spelled(names: set[str], persona: Persona) -> set[str]:
    """The employers as their pages may spell them: as typed, and as any present colleague typed them."""
    rows = Entry.objects.filter(kind=EntryKind.EXPERIENCE, live=True, organisation_folded__in=names)
    return set(rows.values_list("organisation_name", flat=True))
