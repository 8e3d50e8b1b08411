"""Meetings of a mentoring in the calendars of the two."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import encode
from twofold.network.mentoring import queries
from twofold.people.personas.appointments import Appointment, kept_in
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


@kept_in(Network.PROFESSIONAL)
def meetings(viewer: Viewer, begin: datetime, end: datetime) -> Iterable[Appointment]:
    for pair, each in queries.meetings_between(viewer, begin, end):
        yield Appointment(
            key=f"mentoring-{encode(each.pk)}",
            title=_("Mentoring with %(name)s") % {"name": pair.other.name},
            begins_at=each.begins_at,
            ends_at=each.begins_at + timedelta(minutes=each.minutes),
            path=reverse("mentoring:meeting", args=[viewer.network, pair.mentoring.pk, each.pk]),
            glyph="footprints",
            place=each.place,
            version=each.sequence,
        )
