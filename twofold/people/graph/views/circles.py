"""Pages of the viewer's circles."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import back, see
from twofold.people.graph import actions, queries
from twofold.people.graph.views.answering import frame
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


@require_http_methods(["GET", "POST"])
def circles(request: HttpRequest, network: Network) -> HttpResponse:
    actor, problem = me(request), ""
    if request.method == "POST":
        try:
            made = actions.make_circle(actor, name=request.POST.get("name", ""))
            return see(reverse("graph:circle", args=[network, made.pk]))
        except Refused as refusal:
            problem = refusal.reason
    context = {"circles": queries.circles_of(request.viewer), **frame(request.viewer)}
    context |= {"problem": problem, "typed": request.POST.get("name", "")[:200]}
    return render(request, "graph/circles.html", context, status=422 if problem else 200)


@require_http_methods(["GET", "POST"])
def circle(request: HttpRequest, network: Network, circle_id: int) -> HttpResponse:
    """One circle; a POST renames it."""
    actor, found, problem = me(request), queries.circle_of(request.viewer, circle_id), ""
    if request.method == "POST":
        try:
            actions.rename_circle(actor, circle=found, name=request.POST.get("name", ""))
            return see(reverse("graph:circle", args=[network, circle_id]))
        except Refused as refusal:
            problem = refusal.reason
    wanted = request.GET.get("name", "").strip()[:80]
    context = {
        "circle": found,
        "members": queries.members_of(request.viewer, found),
        "others": queries.outside_circle(request.viewer, found, name=wanted),
        "name": wanted,
        **frame(request.viewer),
        "problem": problem,
        "typed": request.POST.get("name", found.name)[:200],
    }
    return render(request, "graph/circle.html", context, status=422 if problem else 200)


@require_http_methods(["GET", "POST"])
def circle_delete(request: HttpRequest, network: Network, circle_id: int) -> HttpResponse:
    actor, found = me(request), queries.circle_of(request.viewer, circle_id)
    if request.method == "GET":
        return render(request, "graph/circle_delete.html", {"circle": found})
    actions.delete_circle(actor, circle=found)
    messages.success(request, _("The circle %(name)s is gone.") % {"name": found.name})
    return see(reverse("graph:circles", args=[network]))


@require_POST
def circle_member(
    request: HttpRequest, network: Network, circle_id: int, change: str, persona_id: int
) -> HttpResponse:
    actor, found = me(request), queries.circle_of(request.viewer, circle_id)
    if change not in ("add", "remove"):
        raise Absent
    change_it = actions.add_to_circle if change == "add" else actions.remove_from_circle
    change_it(actor, circle=found, persona=queries.persona_of(request.viewer, persona_id))
    return back(request, reverse("graph:circle", args=[network, circle_id]))
