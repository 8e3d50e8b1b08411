"""Applications elsewhere, kept by hand, and the interview that one chooses: the applicant's side."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.jobs import actions, queries
from twofold.network.jobs.models import Application, Stage
from twofold.network.jobs.portable import interview_file
from twofold.network.jobs.seals import Dossier
from twofold.network.jobs.views.answers import me, see
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_STAGES = [
    (stage.value, stage.label)
    for stage in (
        Stage.DRAFT,
        Stage.SENT,
        Stage.INTERVIEW,
        Stage.OFFER,
        Stage.HIRED,
        Stage.REJECTED,
        Stage.CLOSED,
    )
]


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    return _form(request, None)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, outside_id: int) -> HttpResponse:
    return _form(request, outside_id)


def _form(request: HttpRequest, outside_id: int | None) -> HttpResponse:
    actor, problem = me(request), None
    there = queries.outside(request.viewer.itself, outside_id) if outside_id else None  # type: ignore[attr-defined]
    if request.method == "POST":
        try:
            _keep(request, actor, outside_id)
            messages.success(request, _("Kept, for you alone."))
            return see("jobs:mine")
        except Refused as refusal:
            problem = refusal
    words = {
        "typed": request.POST if problem else there,
        "there": there,
        "problem": problem,
        "stages": _STAGES,
    }
    return render(request, "jobs/outside.html", {**words, "tab": "mine"}, status=422 if problem else 200)


def _keep(request: HttpRequest, actor: Persona, outside_id: int | None) -> None:
    said = request.POST
    fields = {name: said.get(name, "") for name in ("title", "employer", "link", "stage", "memo")}
    try:
        day = parse_date(said.get("next_on", "")) if said.get("next_on") else None
    except ValueError:
        day = None
    if said.get("next_on") and day is None:
        raise Refused(_("Give a day as year, month, day."), field="next_on")
    actions.keep_outside(actor, outside_id=outside_id, next_on=day, **fields)


@require_POST
def drop(request: HttpRequest, network: str, outside_id: int) -> HttpResponse:
    actions.drop_outside(me(request), outside_id=outside_id)
    messages.success(request, _("Gone."))
    return see("jobs:mine")


@require_POST
def take(request: HttpRequest, network: str, application_id: int, slot_id: int) -> HttpResponse:
    """Choose one of the times for an interview."""
    try:
        actions.take_slot(me(request), application_id=application_id, slot_id=slot_id)
        messages.success(request, _("It is yours. The employer is told."))
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    return see("jobs:mine_one", application_id)


def _either(viewer: Viewer, application_id: int) -> tuple[Application | Dossier, str]:
    """The application, and whom the reader meets."""
    try:
        own = queries.own(viewer, application_id)
        return own, own.employer
    except Absent:
        received = queries.received(viewer, application_id)
        return received, received.name


@require_safe
def interview(request: HttpRequest, network: str, application_id: int) -> HttpResponse:
    """The interview as a file for a calendar: for the applicant and for those who hire."""
    me(request)
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    found, words = _either(viewer, application_id)
    slot = next((each for each in queries.slots(found) if each.taken_at), None)
    if slot is None:
        raise Absent
    answer = HttpResponse(
        interview_file(slot, found.title, words), content_type="text/calendar; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = 'attachment; filename="interview.ics"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
