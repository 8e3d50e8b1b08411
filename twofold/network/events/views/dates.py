"""The times of an event that comes back: one of them moved, called off, put back."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.events import actions, policies, queries, times
from twofold.network.events.models import Event, Occurrence
from twofold.network.events.recurring import SLOT, instant, wall
from twofold.people.personas.acting import me
from twofold.people.personas.models import Persona


@require_http_methods(["GET", "POST"])
def dates(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    found, problem = queries.get(request.viewer, event_id), ""
    if request.method == "POST":
        policies.check_host(me(request), found)
        try:
            _change(request, me(request), found)
            return see(request.path)
        except Refused as refusal:
            problem = str(refusal.reason)
    context = {
        "event": found,
        "rows": [_row(found, each) for each in queries.times_of(found)],
        "host": bool(request.viewer) and policies.is_host(request.viewer.id, found),
        "problem": problem,
    }
    return render(request, "events/dates.html", context, status=422 if problem else 200)


def _row(event: Event, time: Occurrence) -> tuple[Occurrence, str, datetime, str]:
    """A time in words, by the clock of its zone, and where it was planned, if it was moved."""
    zone = event.zone
    planned = instant(datetime.strptime(time.slot, SLOT), zone) if time.moved else None
    return (
        time,
        times.span(time.begins_at, time.ends_at, zone, event.all_day),
        wall(time.begins_at, zone),
        times.moment(planned, zone) if planned else "",
    )


def _change(request: HttpRequest, actor: Persona, found: Event) -> None:
    say, _colon, slot = request.POST.get("say", "").partition(":")
    if say == "move":
        try:
            begins = datetime.fromisoformat(request.POST.get(f"to-{slot}", "")).replace(tzinfo=None)
        except ValueError:
            raise Refused(_("Give a day and a time.")) from None
        actions.move_date(actor, event=found, slot=slot, begins=begins)
    elif say == "drop":
        actions.drop_date(actor, event=found, slot=slot)
    elif say == "restore":
        actions.restore_date(actor, event=found, slot=slot)
    else:
        raise Absent
    messages.success(request, _("Changed. Those who come are told."))
