"""What somebody searched for lately."""

from twofold.people.personas.viewers import Viewer
from twofold.reach.search.models import Recent

MOST = 10


def recent(viewer: Viewer) -> list[str]:
    """The viewer's latest searches, for nobody else."""
    rows = Recent.objects.filter(persona=viewer.id).order_by("-at")
    return list(rows.values_list("words", flat=True)[:MOST])
