"""One's own visitors, and whether one takes part."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.visits import actions, queries
from twofold.network.visits.models import Mode
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


@require_http_methods(["GET", "POST"])
def desk(request: HttpRequest, network: str) -> HttpResponse:
    """Who came by; POST `mode` changes how one takes part."""
    if network != Network.PROFESSIONAL:
        raise Absent
    persona, problem = me(request), ""
    if request.method == "POST":
        try:
            actions.take_part(persona, mode=request.POST.get("mode", ""))
        except Refused as refusal:
            problem = str(refusal.reason)
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(request.path, status=303)
    viewer = request.viewer.itself
    words = {
        "mode": queries.mode_of(viewer),
        "modes": Mode,
        "page": queries.visitors(viewer, before=request.GET.get("before")),
        "weeks": queries.weeks(viewer),
        "problem": problem,
    }
    return render(request, "visits/desk.html", words, status=422 if problem else 200)
