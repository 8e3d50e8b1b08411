"""Opening up to work or to mentoring, and closing again."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from twofold.care.privacy.actions import open_to
from twofold.foundation.kit.refusals import Absent, Refused, SignInNeeded
from twofold.network.openness import actions, queries
from twofold.network.openness.models import OpenTo
from twofold.network.openness.policies import LENGTHS
from twofold.people.personas.models import Network


@require_http_methods(["GET", "POST"])
def openness(request: HttpRequest, network: str, kind: str) -> HttpResponse:
    viewer = request.viewer.itself
    if network != Network.PROFESSIONAL or kind not in OpenTo.values:
        raise Absent
    if not viewer or viewer.home != network:
        raise SignInNeeded
    there, problems = queries.own(viewer, kind), {}
    typed: Any = {}
    if request.method == "POST":
        try:
            return _done(request, kind)
        except Refused as refusal:
            problems[refusal.field] = str(refusal.reason)
            typed = request.POST
    words = {
        "kind": OpenTo(kind),
        "there": there,
        "typed": {name: typed.get(name, getattr(there, name, "")) for name in (*LENGTHS, "reach")},
        "problems": problems,
        "reaches": _reaches(kind),
    }
    return render(request, "openness/edit.html", words, status=422 if problems else 200)


def _done(request: HttpRequest, kind: str) -> HttpResponse:
    me = request.viewer.persona
    if "close" in request.POST:
        actions.close(me, kind=kind)
        messages.success(request, _("Closed. What you wrote here is gone."))
    else:
        fields = {name: request.POST.get(name, "") for name in LENGTHS}
        open_to(me, kind=kind, reach=request.POST.get("reach", ""), **fields)
        messages.success(request, _("You are open to it, for those you chose."))
    return HttpResponseRedirect(f"/{me.network}/@{me.handle}/", status=303)


def _reaches(kind: str) -> list[tuple[str, str]]:
    found = [
        ("ties", _("Your connections")),
        ("members", _("Members of this network")),
        ("everyone", _("Everyone")),
        ("me", _("Only you")),
    ]
    if kind == OpenTo.WORK:
        found.insert(0, ("recruiters", _("Recruiters only; never your employer")))
    return found
