"""Who works in a project: looked at, asked, coming, going."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see as look
from twofold.network.projects import actions, queries
from twofold.network.projects.models import Role
from twofold.network.projects.queries import Place
from twofold.network.projects.views.answers import WORK, see, shown
from twofold.people.graph.queries.naming import somebody, ties_by_name
from twofold.people.personas.acting import me

_ROLES = (Role.LEAD, Role.MAKER, Role.READER)


@require_http_methods(["GET", "POST"])
def people(request: HttpRequest, network: str, project_id: int) -> HttpResponse:
    """Who works there; a POST asks somebody in."""
    viewer = request.viewer.itself
    place, problem = queries.get(viewer, project_id, "read"), ""
    if request.method == "POST":
        try:
            name = _ask(request, place)
            messages.success(request, _("Asked: %(name)s.") % {"name": name})
            return see("people", project_id)
        except Refused as refusal:
            problem = str(refusal.reason)
    words = {
        "people": queries.people(viewer, place.project),
        "asked": queries.asked(viewer, place.project) if "invite" in place.can else [],
        "roles": [(each.value, each.label) for each in _ROLES],
        "typed": request.POST,
        "acquaintances": ties_by_name(viewer) if "invite" in place.can else [],
    }
    return shown(request, "people", place, problem=problem, tab="people", **words)


def _ask(request: HttpRequest, place: Place) -> str:
    actor, viewer = me(request, only=WORK), request.viewer.itself  # type: ignore[attr-defined]
    person = somebody(viewer, request.POST.get("handle", "").strip()[:80])
    role = request.POST.get("role", Role.MAKER)
    actions.invite(actor, project=place.project, persona=person, role=role)
    return person.name


@require_POST
def person(request: HttpRequest, network: str, project_id: int, persona_id: int, act: str) -> HttpResponse:
    """What those who lead a project do with somebody."""
    actor = me(request, only=WORK)
    project = queries.get(request.viewer.itself, project_id).project
    try:
        if act == "role":
            role = request.POST.get("role", "")
            actions.change_role(actor, project=project, persona_id=persona_id, role=role)
        elif act == "out":
            actions.remove(actor, project=project, persona_id=persona_id)
        elif act == "uninvite":
            actions.take_invitation_back(actor, project=project, persona_id=persona_id)
        else:
            raise Absent
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    return see("people", project_id)


@require_POST
def part(request: HttpRequest, network: str, project_id: int) -> HttpResponse:
    """What one does there, in one's own words."""
    actor = me(request, only=WORK)
    project = queries.get(request.viewer.itself, project_id).project
    actions.say_part(actor, project=project, words=request.POST.get("part", ""))
    return see("people", project_id)


@require_POST
def answer(request: HttpRequest, network: str, project_id: int, act: str) -> HttpResponse:
    """Yes or no to an invitation."""
    actor = me(request, only=WORK)
    project = queries.get(request.viewer.itself, project_id).project
    if act == "accept":
        actions.accept(actor, project=project)
        messages.success(request, _("Welcome! You belong to the project now."))
        return see("board", project_id)
    if act != "decline":
        raise Absent
    actions.decline(actor, project=project)
    return look(reverse("projects:home", args=[network]))


@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, network: str, project_id: int) -> HttpResponse:
    """Go, after hearing what follows from it."""
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id)
    if not place.belongs:
        raise Absent
    if request.method == "POST":
        actions.leave(actor, project=place.project)
        messages.success(request, _("You left the project. What you had to do there is open again."))
        return look(reverse("projects:home", args=[network]))
    leads = place.mine is not None and place.mine.role == Role.LEAD
    last = leads and queries.heir(place.project, besides=actor.pk, leads=True) is None
    following = queries.heir(place.project, besides=actor.pk) if last else None
    return shown(request, "leave", place, tab="people", last=last, following=following)
