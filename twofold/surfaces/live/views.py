"""Streams are served by the front (config/asgi.py). Where only the pages are served, a browser is told not to wait."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from twofold.people.personas.acting import me
from twofold.people.personas.models import Network
from twofold.surfaces.live import actions, queries


def stream(request: HttpRequest, network: str) -> HttpResponse:
    return HttpResponse(status=204)


@require_http_methods(["GET", "POST"])
def company(request: HttpRequest, network: Network, conversation_id: int) -> HttpResponse:
    """Who writes in a conversation and who is here; to post says that one is writing."""
    actor = me(request)
    if request.method == "POST":
        actions.write(actor, conversation_id=conversation_id)
        return HttpResponse(status=204)
    found = queries.company(request.viewer, conversation_id)  # type: ignore[attr-defined]
    return render(request, "live/_company.html", {"company": found})
