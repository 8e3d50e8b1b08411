"""People to meet at an event, meetings in slots, and what remains afterwards."""

from datetime import datetime
from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.events import actions, policies, queries, times
from twofold.network.events.models import MAX_AFTERWARDS, Event, Guest, HostThere
from twofold.network.events.recurring import wall
from twofold.network.media.actions import take_in
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


def _there(request: HttpRequest, event_id: int) -> tuple[Event, Guest | HostThere]:
    """An event of the professional network, and how whoever looks is there."""
    actor, found = me(request, only=Network.PROFESSIONAL), queries.get(request.viewer, event_id)  # type: ignore[attr-defined]
    mine = queries.there(actor.pk, found)
    if mine is None:
        raise Absent
    return found, mine


@require_http_methods(["GET", "POST"])
def meet(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """Whom one could meet, and why; a POST says whether one is found oneself."""
    found, mine = _there(request, event_id)
    if request.method == "GET":
        return _meet(request, found, mine)
    talks, looks = (request.POST.get(each, "") for each in ("talks", "looks"))
    try:
        findable = request.POST.get("findable") == "on"
        actions.be_found(me(request), event=found, findable=findable, talks=talks, looks=looks)
    except Refused as refusal:
        return _meet(request, found, mine, str(refusal.reason))
    return see(request.path)


def _meet(request: HttpRequest, found: Event, mine: Guest | HostThere, problem: str = "") -> HttpResponse:
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    meetings, free = queries.meetings(viewer, found), queries.free_slots(found, viewer.id)
    context = {
        "event": found,
        "mine": mine,
        "people": queries.to_meet(viewer, found, mine),
        "slots": _by_days(free, found.zone),
        "meetings": [(each, times.moment(each.begins_at, found.zone)) for each in meetings],
        "with": {each.other_id if each.asker_id == viewer.id else each.asker_id for each in meetings},
        "problem": problem,
        "typed": request.POST,
    }
    return render(request, "events/meet.html", context, status=422 if problem else 200)


def _by_days(slots: list[datetime], zone: str) -> list[tuple[str, list[tuple[int, str]]]]:
    """Slots under their days, each with its value and its hour."""
    days = groupby(slots, key=lambda each: wall(each, zone).date())
    return [
        (times.day_words(day), [(clock.position_of(each), times.hour(each, zone)) for each in those])
        for day, those in days
    ]


@require_POST
def ask(request: HttpRequest, network: str, event_id: int, persona_id: int) -> HttpResponse:
    """Ask somebody for a slot."""
    found, mine = _there(request, event_id)
    try:
        slot = _slot(request.POST.get("slot", ""))
        words = request.POST.get("words", "")
        actions.ask_to_meet(me(request), event=found, persona_id=persona_id, begins_at=slot, words=words)
        messages.success(request, _("Asked. It stands below your meetings until they answer."))
    except Refused as refusal:
        return _meet(request, found, mine, str(refusal.reason))
    return see(reverse("events:meet", args=[network, event_id]))


def _slot(text: str) -> datetime:
    position = read_cursor(text)
    if position is None or position > 7 * 10**15:
        raise Refused(_("Choose a time."), field="slot")
    return clock.moment_at(position)


@require_POST
def meeting(request: HttpRequest, network: str, event_id: int, meeting_id: int, act: str) -> HttpResponse:
    found, _mine = _there(request, event_id)
    try:
        actions.answer_meeting(me(request), event=found, meeting_id=meeting_id, act=act)
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    return see(reverse("events:meet", args=[network, event_id]))


@require_http_methods(["GET", "POST"])
def afterwards(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """What the hosts wrote and the pictures of those who were there; a POST adds either."""
    viewer, found, problem = request.viewer.itself, queries.get(request.viewer, event_id), ""
    host = bool(viewer) and policies.is_host(viewer.id, found)
    if request.method == "POST":
        try:
            _add(request, found)
            return see(request.path)
        except Refused as refusal:
            if refusal.forbidden:
                raise
            problem = str(refusal.reason)
    context = {
        "event": found,
        "host": host,
        "adds": host or (bool(viewer) and queries.attending(viewer.id, found) is not None),
        "notes": queries.afterwards(viewer, found),
        "album": queries.album(viewer, found),
        "problem": problem,
        "typed": request.POST,
        "limit": MAX_AFTERWARDS,
    }
    return render(request, "events/afterwards.html", context, status=422 if problem else 200)


def _add(request: HttpRequest, found: Event) -> None:
    actor, uploads = me(request), request.FILES.getlist("pictures")[:10]
    if "text" in request.POST:
        actions.write_afterwards(actor, event=found, text=request.POST["text"])
    elif uploads:
        alt = request.POST.get("alt", "")
        pictures = [take_in(actor, upload=each, alt=alt) for each in uploads]
        actions.add_pictures(actor, event=found, pictures=pictures)
    else:
        raise Refused(_("Choose pictures first."))


@require_POST
def drop_picture(request: HttpRequest, network: str, event_id: int, picture_id: int) -> HttpResponse:
    actor, found = me(request), queries.get(request.viewer, event_id)
    actions.drop_picture(actor, event=found, picture_id=picture_id)
    return see(reverse("events:afterwards", args=[network, event_id]))
