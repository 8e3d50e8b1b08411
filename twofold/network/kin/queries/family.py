"""Families, as far as both sides show them."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from twofold.network.kin.models import Kinship
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

State = Kinship.State


def family_of(viewer: Viewer, persona: Persona) -> list[Kinship]:
    """What `persona` is to whom, each with its `other`: those whom both show to this viewer; one query.

    The two themselves always read what they both confirmed.
    """
    mirror = Kinship.objects.visible_to(viewer).filter(author=OuterRef("other"), other=OuterRef("author"))
    rows = _met(
        Kinship.objects.visible_to(viewer).filter(author=persona, state=State.AGREED), viewer, "other"
    )
    if viewer.id != persona.pk:
        rows = rows.filter(Exists(mirror) | Q(other=viewer.id))
    return list(rows.order_by("asked_at", "pk"))


def own_family(viewer: Viewer) -> list[Kinship]:
    """The viewer's own halves, with their `other` and audience."""
    return list(_own(viewer, State.AGREED).select_related("other", "audience").order_by("asked_at", "pk"))


def waiting_for(viewer: Viewer) -> list[Kinship]:
    """Whom the viewer asks, answered by a no or not at all: they cannot tell."""
    return list(_own(viewer, State.ASKED, State.DECLINED).order_by("asked_at", "pk"))


def asked_of(viewer: Viewer) -> list[Kinship]:
    """Who asks the viewer, each with its `author`."""
    rows = Kinship.objects.filter(other=viewer.id, state=State.ASKED)
    return list(_met(rows, viewer, "author").order_by("asked_at", "pk"))


def _own(viewer: Viewer, *states: Kinship.State) -> QuerySet[Kinship]:
    return _met(Kinship.objects.filter(author=viewer.id, state__in=states), viewer, "other")


def _met(rows: QuerySet[Kinship], viewer: Viewer, at: str) -> QuerySet[Kinship]:
    who = {f"{at}__state": Persona.State.ACTIVE}
    return rows.filter(AdmitsPersona.to(viewer, at=at), **who).select_related(at)
