"""What somebody keeps of applications elsewhere: theirs alone."""

from datetime import date

from twofold.foundation.kit.refusals import Absent
from twofold.network.jobs.models import Outside
from twofold.people.personas.viewers import Viewer


def outsides(viewer: Viewer) -> list[Outside]:
    """Those with a day to come first, then the latest."""
    rows = Outside.objects.filter(persona=viewer.id) if viewer else Outside.objects.none()
    return sorted(
        rows.order_by("-changed_at"), key=lambda each: (each.next_on is None, each.next_on or date.min)
    )


def outside(viewer: Viewer, outside_id: int) -> Outside:
    rows = Outside.objects.filter(persona=viewer.id, pk=outside_id) if viewer else Outside.objects.none()
    found = rows.first()
    if found is None:
        raise Absent
    return found
