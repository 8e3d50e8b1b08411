"""What somebody is to do by a day, in their calendar."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from django.urls import reverse

from twofold.foundation.kit.ids import encode
from twofold.network.projects import queries
from twofold.people.personas.appointments import Appointment, kept_in
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


@kept_in(Network.PROFESSIONAL)
def tasks(viewer: Viewer, begin: datetime, end: datetime) -> Iterable[Appointment]:
    # A day more on either side: it begins at other moments in other zones.
    span = begin.date() - timedelta(days=1), end.date() + timedelta(days=1)
    for each in queries.given_to(viewer, *span):
        assert each.due is not None
        day = datetime.combine(each.due, time(), UTC)
        yield Appointment(
            key=f"task-{encode(each.pk)}",
            title=each.title,
            begins_at=day,
            ends_at=day + timedelta(days=1),
            path=reverse("projects:task", args=[viewer.network, each.project_id, each.pk]),
            glyph="list-checks",
            whole=True,
            done=each.done_at is not None,
            version=each.version,
            feeds=each.done_at is None,
        )
