"""Pages as anybody may read of them, and one's own."""

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut
from twofold.network.pages.models import Domain, Organisation, Role
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def about(page: Persona) -> Organisation:
    """What is known of the organisation of a page that the door let through; a bare one for a page of old."""
    return Organisation.objects.filter(persona=page).first() or Organisation(persona=page)


def proved_domains(page: Persona) -> list[str]:
    """The domains that a page proved to be its own."""
    rows = Domain.objects.filter(page=page, proved_at__isnull=False)
    return list(rows.order_by("name").values_list("name", flat=True))


def domains_of(page: Persona) -> list[Domain]:
    """All domains that a page says are its own: for those who run it."""
    return list(Domain.objects.filter(page=page).order_by("name"))


def pages_run_by(viewer: Viewer) -> list[Role]:
    """The viewer's roles, with the `page` of each, by name."""
    if not viewer:
        return []
    rows = Role.objects.filter(
        AdmitsPersona.to(viewer, at="page"),
        persona=viewer.id,
        accepted=True,
        page__state=Persona.State.ACTIVE,
    )
    return list(rows.select_related("page").order_by("page__name"))


def waiting_offers(viewer: Viewer) -> list[Role]:
    """Roles that were offered to the viewer and wait for an answer, with the `page` of each."""
    if not viewer:
        return []
    rows = Role.objects.filter(
        AdmitsPersona.to(viewer, at="page"),
        persona=viewer.id,
        accepted=False,
        declined=False,
        page__state=Persona.State.ACTIVE,
    )
    return list(rows.select_related("page").order_by("since"))


def found_pages(
    viewer: Viewer, network: str, *, name: str = "", before: str | None = None, size: int = DEFAULT_SIZE
) -> Page[Persona]:
    """Pages of a network by handle, those whose name or line holds `name`."""
    rows = personas_visible_to(viewer).filter(network=network, kind=Persona.Kind.PAGE)
    if name:
        rows = rows.filter(name__icontains=name) | rows.filter(line__icontains=name)
    if before:
        rows = rows.filter(handle__gt=before[:60])
    return cut(list(rows.order_by("handle")[: size + 1]), size, lambda page: page.handle)
