"""Who is open to what, for a viewer."""

from django.db.models import QuerySet

from twofold.foundation.kit.prepared import prepared
from twofold.network.openness.models import Openness
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def open_to(viewer: Viewer, persona: Persona) -> list[Openness]:
    """What `persona` is open to, as far as it is for the viewer; one statement."""
    return _open_to(me=viewer.id, home=viewer.home, persona=persona.pk)


@prepared
def _open_to(me: int, home: str, persona: int) -> QuerySet[Openness]:
    return Openness.objects.visible_to(Viewer(me, home, "")).filter(author=persona).order_by("-kind")


def own(viewer: Viewer, kind: str) -> Openness | None:
    """The viewer's own, to be changed."""
    return Openness.objects.filter(author=viewer.id, kind=kind).first()


def hiding_from_employers() -> list[int]:
    """The ids of all whose openness is for recruiters alone: for whoever keeps their shields, never for showing."""
    rows = Openness.objects.filter(reach="recruiters", live=True)
    return list(rows.values_list("author", flat=True))
