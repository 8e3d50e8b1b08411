"""Office hours that were taken, in the calendars of the two who meet."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import encode
from twofold.network.advice import queries
from twofold.people.personas.appointments import Appointment, kept_in
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


@kept_in(Network.PROFESSIONAL)
def hours(viewer: Viewer, begin: datetime, end: datetime) -> Iterable[Appointment]:
    for each in queries.talks_between(viewer, begin, end):
        other = each.guest if each.author_id == viewer.id else each.author
        words = {"about": each.about, "whom": other.name if other else ""}
        yield Appointment(
            key=f"hour-{encode(each.pk)}",
            title=_("%(about)s, with %(whom)s") % words,
            begins_at=each.begins,
            ends_at=each.begins + timedelta(minutes=each.minutes),
            path=reverse("advice:hour", args=[viewer.network, each.pk]),
            glyph="messages-square",
            place=each.place,
        )
