"""Who runs a page."""

from twofold.foundation.kit.refusals import Absent
from twofold.network.pages.models import Deed, Role, RoleKind, Wish
from twofold.network.pages.policies import may
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.queries import by_handle
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_DEEDS = 50


def role_of(viewer: Viewer, page: Persona) -> Role | None:
    """As what the viewer runs the page; None when they do not."""
    if not viewer or viewer.home != page.network:
        return None
    return Role.objects.filter(page=page, persona=viewer.id, accepted=True).first()


def running(viewer: Viewer, network: str, handle: str, act: str = "look") -> tuple[Persona, Role]:
    """The page under this handle and the viewer's role, when that lets them `act`. Absent otherwise."""
    page = by_handle(viewer, network, handle)
    role = role_of(viewer, page) if page.is_page else None
    if role is None or not may(role, act):
        raise Absent
    return page, role


def team(viewer: Viewer, page: Persona) -> list[Role]:
    """Those who run the page and those to whom it was offered, owners first, with their `persona`."""
    rows = Role.objects.filter(
        AdmitsPersona.to(viewer, at="persona"), page=page, persona__state=Persona.State.ACTIVE
    )
    order = list(RoleKind)
    found = list(rows.select_related("persona"))
    return sorted(found, key=lambda role: (not role.accepted, order.index(RoleKind(role.kind)), role.since))


def wishes(viewer: Viewer, page: Persona) -> list[Wish]:
    """Who would like to help, the oldest first."""
    rows = Wish.objects.filter(AdmitsPersona.to(viewer, at="persona"), page=page)
    return list(
        rows.filter(persona__state=Persona.State.ACTIVE).select_related("persona").order_by("created_at")
    )


def deeds(viewer: Viewer, page: Persona) -> list[Deed]:
    """What was done to the page lately, the latest first."""
    return list(Deed.objects.filter(page=page).select_related("actor").order_by("-at", "-pk")[:_DEEDS])


def admins_of(page_id: int) -> set[int]:
    """The ids of all who run a page: for guards, never for showing."""
    return set(Role.objects.filter(page=page_id, accepted=True).values_list("persona", flat=True))


def recruiters_of(page_id: int) -> set[int]:
    """The ids of those who hire for a page: for guards, never for showing."""
    rows = Role.objects.filter(page=page_id, accepted=True, kind=RoleKind.RECRUITER)
    return set(rows.values_list("persona", flat=True))
