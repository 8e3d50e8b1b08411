"""Meetings that two agreed on for an event, in the calendars of both."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import encode
from twofold.network.events import queries
from twofold.people.personas.appointments import Appointment, kept_in
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


@kept_in(Network.PROFESSIONAL)
def meetings(viewer: Viewer, begin: datetime, end: datetime) -> Iterable[Appointment]:
    for each in queries.meetings_between(viewer, begin, end):
        other = each.other if each.asker_id == viewer.id else each.asker
        yield Appointment(
            key=f"meeting-{encode(each.pk)}",
            title=_("Meeting %(name)s") % {"name": other.name},
            begins_at=each.begins_at,
            ends_at=each.begins_at + queries.SLOT,
            path=reverse("events:meet", args=[viewer.network, each.event_id]),
            glyph="handshake",
            place=each.event.title,
        )
