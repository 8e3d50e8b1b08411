"""An office hour for a calendar."""

from datetime import timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.advice.models import Hour


def hour_file(hour: Hour, whom: str) -> bytes:
    """As iCalendar (RFC 5545), for one of the two who meet."""
    calendar, entry = Calendar(), Event()
    calendar.add("prodid", "-//Twofold//Office hours//EN")
    calendar.add("version", "2.0")
    entry.add("uid", f"hour-{encode(hour.pk)}")
    entry.add("dtstamp", clock.now())
    entry.add("summary", _("%(about)s, with %(whom)s") % {"about": hour.about, "whom": whom})
    entry.add("location", hour.place)
    entry.add("dtstart", hour.begins)
    entry.add("dtend", hour.begins + timedelta(minutes=hour.minutes))
    calendar.add_component(entry)
    return calendar.to_ical()
