"""Scorecards, words to applicants and times for interviews, as those who hire give them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Refused
from twofold.network.jobs import actions, queries
from twofold.network.jobs.policies import MOST_REPLY, MOST_SLOTS
from twofold.network.jobs.views.answers import me, see
from twofold.network.jobs.views.pipeline import shown


@require_POST
def score(request: HttpRequest, network: str, application_id: int) -> HttpResponse:
    """Keep one's own scorecard."""
    actor, found = me(request), queries.received(request.viewer.itself, application_id)
    names = queries.scorecards(request.viewer.itself, found).criteria
    marks = {name: _mark(request.POST.get(f"mark{place}")) for place, name in enumerate(names)}
    verdict, text = _mark(request.POST.get("verdict")), request.POST.get("score_text", "")
    try:
        actions.keep_score(actor, application_id=application_id, marks=marks, verdict=verdict, text=text)
    except Refused as refusal:
        return shown(request, found, refusal)
    messages.success(request, _("Kept. You see what the others think now."))
    return see("jobs:received", application_id)


def _mark(typed: str | None) -> int:
    return int(typed) if typed in ("1", "2", "3", "4") else 0


@require_POST
def reply(request: HttpRequest, network: str, application_id: int) -> HttpResponse:
    actor, found = me(request), queries.received(request.viewer.itself, application_id)
    try:
        actions.reply(actor, application_id=application_id, text=request.POST.get("reply", ""))
    except Refused as refusal:
        return shown(request, found, refusal)
    messages.success(request, _("%(name)s is told that you wrote.") % {"name": found.name})
    return see("jobs:received", application_id)


@require_POST
def slots(request: HttpRequest, network: str, application_id: int) -> HttpResponse:
    """Offer times for an interview, in one's own time zone."""
    actor, found = me(request), queries.received(request.viewer.itself, application_id)
    said = request.POST
    minutes = int(said["minutes"]) if said.get("minutes", "").isdigit() else 0
    try:
        begins = _times(request, actor.time_zone)
        actions.offer_slots(
            actor, application_id=application_id, begins=begins, minutes=minutes, place=said.get("place", "")
        )
    except Refused as refusal:
        return shown(request, found, refusal)
    messages.success(request, _("Offered. You are told when one of them is taken."))
    return see("jobs:received", application_id)


def _times(request: HttpRequest, zone: str) -> list[datetime]:
    found = []
    for number in range(MOST_SLOTS):
        typed = request.POST.get(f"begins{number}", "").strip()
        if not typed:
            continue
        try:
            moment = parse_datetime(typed)
        except ValueError:
            moment = None
        if moment is None:
            raise Refused(_("Give each time as a day and an hour."), field="slots")
        found.append(moment.replace(tzinfo=ZoneInfo(zone)))
    return found


@require_http_methods(["GET", "POST"])
def templates(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """Words that a team sends again and again: kept, changed, let go."""
    actor, viewer = me(request), request.viewer.itself
    page = queries.page_of_team(viewer, network, handle)
    problem: Refused | None = None
    if request.method == "POST":
        try:
            name, text = request.POST.get("name", ""), request.POST.get("text", "")
            actions.keep_template(actor, page=page, name=name, text=text)
            messages.success(request, _("Kept."))
            return see("jobs:templates", page.handle)
        except Refused as refusal:
            problem = refusal
    kept = queries.templates(page)
    chosen = next((each for each in kept if each.name == request.GET.get("name")), None)
    typed = request.POST if problem else chosen
    words = {"page_persona": page, "kept": kept, "typed": typed, "problem": problem, "limit": MOST_REPLY}
    return render(request, "jobs/templates.html", words, status=422 if problem else 200)


@require_POST
def drop_template(request: HttpRequest, network: str, template_id: int) -> HttpResponse:
    gone = actions.drop_template(me(request), template_id=template_id)
    messages.success(request, _("“%(name)s” is gone.") % {"name": gone.name})
    return see("jobs:templates", gone.page.handle)
