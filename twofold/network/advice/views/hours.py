"""Office hours: offered, taken, given back, called off."""

from collections.abc import Callable
from functools import partial
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.advice import actions, queries
from twofold.network.advice.drawing import hour_words
from twofold.network.advice.forms import TIMES, HoursForm
from twofold.network.advice.models import Field, Hour
from twofold.network.advice.policies import MINUTES
from twofold.network.advice.portable import hour_file
from twofold.network.advice.views.answers import form_page, here, me, see


def _said(zone: str) -> Callable[[Hour], str]:
    return partial(hour_words, zone=ZoneInfo(zone))


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    here(network)
    viewer, field = request.viewer.itself, request.GET.get("field", "")
    words = {
        "offers": queries.hours(viewer, field),
        "bookings": queries.bookings(viewer),
        "offered": queries.offered(viewer),
        "field": field if field in Field.values else "",
        "choices": Field.choices,
        "said": _said(viewer.persona.time_zone if viewer.persona else "UTC"),
    }
    return render(request, "advice/hours.html", words)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    """Offer times, in one's own time zone."""
    actor = me(request)
    form = HoursForm(request.POST) if request.method == "POST" else HoursForm()
    if form.is_bound and form.is_valid():
        try:
            made = actions.offer_hours(actor, **form.fields_for_action(actor.time_zone))
            words = ngettext("%(number)d time is offered.", "%(number)d times are offered.", len(made))
            messages.success(request, words % {"number": len(made)})
            return see("advice:hours")
        except Refused as refusal:
            form.add_error(None if refusal.field == "begins" else refusal.field or None, refusal.reason)
    lengths = [(each, _("%(minutes)d minutes") % {"minutes": each}) for each in MINUTES]
    times = form.times if form.is_bound else [""] * TIMES
    return form_page(
        request, "advice/offer.html", form, lengths=lengths, times=times, time_zone=actor.time_zone
    )


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, network: str, hour_id: int) -> HttpResponse:
    """A time: to be taken, or what the two who meet need to know."""
    actor, found, problem = me(request), queries.hour(request.viewer.itself, hour_id), ""
    if request.method == "POST":
        try:
            actions.take_hour(actor, hour_id=hour_id, wish=request.POST.get("wish", ""))
            messages.success(request, _("It is yours. %(name)s is told.") % {"name": found.author.name})
            return see("advice:hour", hour_id)
        except Refused as refusal:
            problem = str(refusal.reason)
    words = {
        "hour": found,
        "problem": problem,
        "wish": request.POST.get("wish", found.wish),
        "said": _said(actor.time_zone),
    }
    return render(request, "advice/hour.html", words, status=422 if problem else 200)


@require_POST
def act(request: HttpRequest, network: str, hour_id: int, act: str) -> HttpResponse:
    """Give it back ("back", its guest) or call it off ("off", its host)."""
    actor = me(request)
    if act == "back":
        actions.give_back(actor, hour_id=hour_id)
        messages.success(request, _("It is free again, and your host is told."))
    elif act == "off":
        actions.call_off(actor, hour_id=hour_id)
        messages.success(request, _("It is off. Whoever had taken it is told."))
    else:
        raise Absent
    return see("advice:hours")


@require_safe
def file(request: HttpRequest, network: str, hour_id: int) -> HttpResponse:
    """The hour as a file for a calendar, for the two who meet."""
    actor, found = me(request), queries.booked(request.viewer.itself, hour_id)
    other = found.guest if found.author_id == actor.pk else found.author
    name = other.name if other else ""
    answer = HttpResponse(hour_file(found, name), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="hour.ics"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
