"""Office hours. Who took one is read by the two who meet alone; for everybody else it is not there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.advice.models import Field, Hour
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

SIZE = 30


@dataclass(frozen=True)
class Offer:
    """Times of one person for one thing."""

    host: Persona
    about: str
    field: str
    times: Sequence[Hour]


def hours(viewer: Viewer, field: str = "") -> list[Offer]:
    """Times to come that nobody has taken, those of one host for one thing together; the soonest first."""
    rows = (
        Hour.objects.visible_to(viewer).filter(guest=None, begins__gt=clock.now()).exclude(author=viewer.id)
    )
    if field in Field.values:
        rows = rows.filter(field=field)
    together: dict[tuple[int, str], list[Hour]] = {}
    for each in rows.select_related("author").defer("place", "wish").order_by("begins", "pk")[: SIZE * 4]:
        together.setdefault((each.author_id, each.about), []).append(each)
    found = list(together.values())[:SIZE]
    return [
        Offer(times[0].author, times[0].about, times[0].get_field_display(), times[:8]) for times in found
    ]


def hour(viewer: Viewer, hour_id: int) -> Hour:
    """A time that is free, or one's own: to take it. Absent where somebody else has it."""
    rows = Hour.objects.visible_to(viewer).filter(pk=hour_id)
    found = rows.select_related("author", "guest").first()
    if found is None or (found.guest_id not in (None, viewer.id) and found.author_id != viewer.id):
        raise Absent
    return found


def booked(viewer: Viewer, hour_id: int) -> Hour:
    """A time that was taken, for the two who meet."""
    rows = Hour.objects.filter(Q(author=viewer.id) | Q(guest=viewer.id), pk=hour_id, guest__isnull=False)
    found = rows.select_related("author", "guest").first()
    if found is None or not viewer:
        raise Absent
    return found


def bookings(viewer: Viewer) -> list[Hour]:
    """What the viewer took, to come and of the last day."""
    rows = Hour.objects.filter(guest=viewer.id, begins__gt=_lately()) if viewer else Hour.objects.none()
    return list(rows.select_related("author").order_by("begins"))


def talks_between(viewer: Viewer, begin: datetime, end: datetime) -> list[Hour]:
    """Those that were taken, for the two who meet, that may touch this span. One query."""
    return _talks(me=viewer.id, since=begin - timedelta(days=1), until=end)


@prepared
def _talks(me: int, since: datetime, until: datetime) -> QuerySet[Hour]:
    mine = Q(author=me) | Q(guest=me)
    rows = Hour.objects.filter(mine, guest__isnull=False, begins__gt=since, begins__lt=until)
    return rows.select_related("author", "guest")


def offered(viewer: Viewer) -> list[Hour]:
    """What the viewer offers, taken or not, to come and of the last day."""
    rows = Hour.objects.filter(author=viewer.id, begins__gt=_lately()) if viewer else Hour.objects.none()
    return list(rows.select_related("guest").order_by("begins"))


def _lately() -> datetime:
    return clock.now() - timedelta(days=1)
