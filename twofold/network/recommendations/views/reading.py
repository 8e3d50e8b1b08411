"""Recommendations that somebody shows, and one's own desk."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from twofold.network.recommendations import queries
from twofold.network.recommendations.views.answers import at_work, worker
from twofold.people.audiences.queries import by_handle


@require_safe
def shown(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """What others wrote about somebody, or what they wrote, as far as it is for whoever asks."""
    at_work(network)
    persona = by_handle(request.viewer, network, handle)
    if handle != persona.handle:
        return redirect("recommendations:shown", network, persona.handle)
    tab = "given" if request.GET.get("tab") == "given" else "received"
    read = queries.given if tab == "given" else queries.received
    context = {
        "persona": persona,
        "tab": tab,
        "page": read(request.viewer, persona, before=request.GET.get("before")),
        "may_write": queries.may_write(request.viewer, persona),
        "phrase": queries.phrase,
    }
    return render(request, "recommendations/shown.html", context)


@require_safe
def desk(request: HttpRequest, network: str) -> HttpResponse:
    """All of one's own, whatever its state."""
    worker(request, network)
    viewer, before = request.viewer, request.GET.get("before")
    tab = request.GET.get("tab") if request.GET.get("tab") in ("given", "requests") else "received"
    context: dict[str, Any] = {"tab": tab, "phrase": queries.phrase}
    context |= {"page": None, "asked_of": queries.asked_of(viewer)}
    context["to_read"] = [] if before else queries.to_read(viewer)
    if tab == "requests":
        context["asked_by"] = queries.asked_by(viewer)
    else:
        read = queries.written_by if tab == "given" else queries.written_to
        context["page"] = read(viewer, before=before)
    return render(request, "recommendations/desk.html", context)
