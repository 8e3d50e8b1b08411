"""Meetings: planned, changed, called off, taken into a calendar; and what is noted of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Refused
from twofold.network.mentoring import actions, forms, queries
from twofold.network.mentoring.calendars import meeting_file
from twofold.network.mentoring.models import MAX_TEXT, Meeting
from twofold.network.mentoring.queries import Pair
from twofold.network.mentoring.views.answers import both, see, shown, whole_page


@require_POST
def plan(request: HttpRequest, network: str, mentoring_id: int) -> HttpResponse:
    actor, pair = both(request, mentoring_id)
    words = forms.meeting_words(request.POST, actor.time_zone)
    try:
        made = actions.plan_meeting(actor, mentoring=pair.mentoring, **words)
    except Refused as refusal:
        return whole_page(request, pair, str(refusal.reason), "plan")
    messages.success(request, _("%(name)s is told of it.") % {"name": pair.other.name})
    return see("meeting", mentoring_id, made.pk)


@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, network: str, mentoring_id: int, meeting_id: int) -> HttpResponse:
    """One meeting; a POST changes when, where and what about."""
    actor, pair = both(request, mentoring_id)
    found = queries.meeting(request.viewer.itself, pair, meeting_id)
    if request.method == "GET":
        return _page(request, pair, found)
    words = forms.meeting_words(request.POST, actor.time_zone)
    try:
        actions.plan_meeting(actor, mentoring=pair.mentoring, meeting_id=meeting_id, **words)
    except Refused as refusal:
        return _page(request, pair, found, str(refusal.reason), "plan")
    messages.success(request, _("%(name)s is told of it.") % {"name": pair.other.name})
    return see("meeting", mentoring_id, meeting_id)


def _page(request: HttpRequest, pair: Pair, found: Meeting, problem: str = "", at: str = "") -> HttpResponse:
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    zone = viewer.persona.time_zone
    forms.here(found, zone)
    words = {
        "meeting": found,
        "own": queries.own_note(viewer, found),
        "values": request.POST if at == "plan" else forms.meeting_values(found, zone),
        "limit": MAX_TEXT,
    }
    return shown(request, "meeting", pair, problem=problem, at=at, **words)


@require_POST
def notes(request: HttpRequest, network: str, mentoring_id: int, meeting_id: int) -> HttpResponse:
    """What both keep of it, or what one keeps for oneself."""
    actor, pair = both(request, mentoring_id)
    found = queries.meeting(request.viewer.itself, pair, meeting_id)
    alone = "own" in request.POST
    keep = actions.keep_own_note if alone else actions.keep_notes
    text = request.POST.get("own" if alone else "notes", "")
    try:
        keep(actor, mentoring=pair.mentoring, meeting_id=meeting_id, text=text)
    except Refused as refusal:
        return _page(request, pair, found, str(refusal.reason), "own" if alone else "notes")
    messages.success(request, _("Kept."))
    return see("meeting", mentoring_id, meeting_id)


@require_POST
def drop(request: HttpRequest, network: str, mentoring_id: int, meeting_id: int) -> HttpResponse:
    actor, pair = both(request, mentoring_id)
    actions.drop_meeting(actor, mentoring=pair.mentoring, meeting_id=meeting_id)
    messages.success(request, _("Called off. %(name)s is told.") % {"name": pair.other.name})
    return see("mentoring", mentoring_id, part="#meetings")


@require_safe
def file(request: HttpRequest, network: str, mentoring_id: int, meeting_id: int) -> HttpResponse:
    _actor, pair = both(request, mentoring_id)
    found = queries.meeting(request.viewer.itself, pair, meeting_id)
    answer = HttpResponse(meeting_file(found, pair.other), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
