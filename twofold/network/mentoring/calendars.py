"""A meeting as iCalendar (RFC 5545)."""

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.network.mentoring.models import Meeting
from twofold.people.personas.models import Persona


def meeting_file(meeting: Meeting, other: Persona) -> bytes:
    calendar, entry = Calendar(), Event()
    calendar.add("prodid", "-//Twofold//Mentoring//EN")
    calendar.add("version", "2.0")
    entry.add("uid", f"mentoring-{encode(meeting.pk)}@{settings.BASE_HOST}")
    entry.add("sequence", meeting.sequence)
    entry.add("dtstamp", clock.now())
    entry.add("summary", _("Mentoring with %(name)s") % {"name": other.name})
    if meeting.place:
        entry.add("location", meeting.place)
    if meeting.agenda:
        entry.add("description", meeting.agenda)
    entry.add("dtstart", meeting.begins_at)
    entry.add("dtend", meeting.begins_at + timedelta(minutes=meeting.minutes))
    calendar.add_component(entry)
    return calendar.to_ical()
