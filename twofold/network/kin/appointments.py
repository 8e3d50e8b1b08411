"""Birthdays of friends in one's calendar, as far as they show them."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import encode
from twofold.network.kin import queries
from twofold.people.personas.appointments import Appointment, kept_in
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer

_MOST = 100


@kept_in(Network.SOCIAL)
def birthdays(viewer: Viewer, begin: datetime, end: datetime) -> Iterable[Appointment]:
    """From today on, as everywhere else. On the page alone: they told it to a friend, not to a friend's programs."""
    days = (end.date() - queries.today_of(viewer)).days + 1
    if not 0 < days <= _MOST:
        return
    for each in queries.ahead(viewer, days=days):
        day = datetime.combine(each.day, time(), UTC)
        yield Appointment(
            key=f"birthday-{encode(each.persona.pk)}",
            title=_("%(name)s has a birthday") % {"name": each.persona.name},
            begins_at=day,
            ends_at=day + timedelta(days=1),
            path=reverse("kin:card", args=[viewer.network, each.persona.handle]),
            glyph="cake",
            whole=True,
            feeds=False,
        )
