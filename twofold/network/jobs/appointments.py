"""Interviews in the calendars of those who have them, on either side."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import encode
from twofold.network.jobs import queries
from twofold.network.jobs.models import Slot
from twofold.network.jobs.seals import called
from twofold.people.personas.appointments import Appointment, kept_in
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


@kept_in(Network.PROFESSIONAL)
def interviews(viewer: Viewer, begin: datetime, end: datetime) -> Iterable[Appointment]:
    for slot in queries.interviews(viewer, begin, end):
        yield _interview(slot, slot.application.employer, viewer.network, "jobs:mine_one")
    for slot in queries.interviews_held(viewer, begin, end):
        yield _interview(slot, called(slot.application), viewer.network, "jobs:received")


def _interview(slot: Slot, whom: str, network: str, page: str) -> Appointment:
    return Appointment(
        key=f"interview-{encode(slot.pk)}",
        title=_("Interview: %(title)s, %(whom)s") % {"title": slot.application.title, "whom": whom},
        begins_at=slot.begins,
        ends_at=slot.begins + timedelta(minutes=slot.minutes),
        path=reverse(page, args=[network, slot.application_id]),
        glyph="briefcase",
        place=slot.place,
    )
