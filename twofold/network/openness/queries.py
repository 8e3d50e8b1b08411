"""Who is open to what, for a viewer."""

from twofold.network.openness.models import Openness
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def open_to(viewer: Viewer, persona: Persona) -> list[Openness]:
    """What `persona` is open to, as far as it is for the viewer; one statement."""
    return list(Openness.objects.visible_to(viewer).filter(author=persona).order_by("-kind"))


def own(viewer: Viewer, kind: str) -> Openness | None:
    """The viewer's own, to be changed."""
    return Openness.objects.filter(author=viewer.id, kind=kind).first()


def hiding_from_employers() -> list[int]:
    """The ids of all whose openness is for recruiters alone: for whoever keeps their shields, never for showing."""
    rows = Openness.objects.filter(reach="recruiters", live=True)
    return list(rows.values_list("author", flat=True))
