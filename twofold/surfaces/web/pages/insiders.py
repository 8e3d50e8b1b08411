"""Whom the viewer knows at a place of work, and who knows somebody there."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from twofold.foundation.kit.refusals import Absent, SignInNeeded
from twofold.network.profiles import queries as profiles
from twofold.people.graph import queries as graph
from twofold.people.graph.views.answering import frame
from twofold.people.personas.models import Network

SHOWN = 60


@require_GET
def insiders(request: HttpRequest, network: Network) -> HttpResponse:
    """People one or two ties away who say that they work or worked somewhere. Work is told in one network only."""
    if network != Network.PROFESSIONAL:
        raise Absent
    if request.viewer.persona is None:
        raise SignInNeeded
    where = request.GET.get("where", "").strip()[:80]
    found = profiles.insiders(request.viewer, where, before=_year(request.GET.get("before", "")))
    ids = [each.persona.pk for each in found[:SHOWN]]
    context = {
        "where": where,
        "before": request.GET.get("before", "")[:4],
        "found": found[:SHOWN],
        "more": len(found) > SHOWN,
        "relations": graph.relations(request.viewer, ids),
        **frame(request.viewer),
    }
    return render(request, "web/insiders.html", context)


def _year(text: str) -> date | None:
    return date(int(text), 1, 1) if text.isascii() and text.isdigit() and 1900 < int(text) < 2200 else None
