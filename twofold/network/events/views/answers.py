"""What all pages of events share: who acts, where one goes afterwards, and how a time is said to whoever reads."""

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import slugify

from twofold.network.events import calendars, times
from twofold.network.events.calendars import Written
from twofold.network.events.models import Event
from twofold.people.personas.viewers import Viewer


def event_at(network: str, event_id: int) -> str:
    return reverse("events:event", args=[network, event_id])


def zone_of(viewer: Viewer) -> str:
    return viewer.persona.time_zone if viewer.persona else "UTC"


def when(viewer: Viewer, event: Event, begins_at: datetime, ends_at: datetime) -> dict[str, str]:
    """When it is: in its zone, and by the reader's clock where that shows something else."""
    return {
        "span": times.span(begins_at, ends_at, event.zone, event.all_day),
        "zone": "" if event.all_day else times.offset(begins_at, event.zone),
        "city": times.place_of(event.zone),
        "here": times.elsewhere(begins_at, ends_at, event.zone, zone_of(viewer), event.all_day),
        "rule": times.rule_words(event.rule, event.begins_at, event.zone),
    }


def file_of(written: Sequence[Written], title: str) -> HttpResponse:
    """Events as a file for one's own calendar."""
    name = slugify(title)[:60] or "event"
    return HttpResponse(
        calendars.write(written, title),
        content_type="text/calendar; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}.ics"',
            "Cache-Control": "private, no-store",
        },
    )
