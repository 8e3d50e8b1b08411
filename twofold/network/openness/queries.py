"""Who is open to what, for a viewer."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from twofold.foundation.kit.prepared import prepared
from twofold.network.openness.models import Openness, OpenTo
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

SHELF = 60


def open_to(viewer: Viewer, persona: Persona) -> list[Openness]:
    """What `persona` is open to, as far as it is for the viewer; one statement."""
    return _open_to(me=viewer.id, home=viewer.home, persona=persona.pk)


@prepared
def _open_to(me: int, home: str, persona: int) -> QuerySet[Openness]:
    return Openness.objects.visible_to(Viewer(me, home, "")).filter(author=persona).order_by("-kind")


def looking_for_work(
    viewer: Viewer, *, text: str = "", place: str = "", among: Sequence[int] | None = None
) -> list[Openness]:
    """Who is open to work for the viewer, lately changed first; `among` keeps those of some ids. One query."""
    rows = Openness.objects.visible_to(viewer).filter(
        AdmitsPersona.to(viewer, at="author"), kind=OpenTo.WORK, author__state=Persona.State.ACTIVE
    )
    for word in text.split()[:6]:
        rows = rows.filter(Q(wishes__icontains=word) | Q(note__icontains=word) | Q(terms__icontains=word))
    if place:
        rows = rows.filter(Q(places__icontains=place) | Q(author__place__icontains=place))
    if among is not None:
        rows = rows.filter(author__in=among)
    return list(rows.exclude(author=viewer.id).select_related("author").order_by("-changed_at", "pk")[:SHELF])


def own(viewer: Viewer, kind: str) -> Openness | None:
    """The viewer's own, to be changed."""
    return Openness.objects.filter(author=viewer.id, kind=kind).first()


def hiding_from_employers() -> list[int]:
    """The ids of all whose openness is for recruiters alone: for whoever keeps their shields, never for showing."""
    rows = Openness.objects.filter(reach="recruiters", live=True)
    return list(rows.values_list("author", flat=True))
