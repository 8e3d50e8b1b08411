"""Reporting something, what became of it, and what was decided on one's own things."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from twofold.care.moderation import actions, queries
from twofold.care.moderation.models import MAX_NOTE, Reason
from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.people.personas.acting import me


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str, kind: str, thing_id: int) -> HttpResponse:
    """What is wrong with it, in a word and in one's own."""
    actor, refusal = me(request), None
    thing = queries.find(request.viewer.itself, kind, thing_id)
    reason, note = request.POST.get("reason", ""), request.POST.get("note", "")
    if request.method == "POST":
        try:
            actions.report(actor, kind=kind, thing_id=thing_id, reason=reason, note=note)
            messages.success(request, _("Thank you. It is looked at, and you read here what becomes of it."))
            return see(reverse("moderation:mine", args=[network]))
        except Refused as problem:
            refusal = problem
    context = {"thing": thing, "reasons": Reason.choices, "most": MAX_NOTE, "refusal": refusal}
    context |= {"reason": reason, "note": note, "own": thing.about.pk == actor.pk}
    return render(request, "moderation/new.html", context, status=422 if refusal else 200)


@require_safe
def mine(request: HttpRequest, network: str) -> HttpResponse:
    """What one reported, and what became of it."""
    me(request)
    viewer = request.viewer.itself
    page = queries.mine(viewer, request.GET.get("before"))
    words = {"page": page, "sits": queries.sits_at(viewer), "decided": bool(queries.on_mine(viewer))}
    return render(request, "moderation/mine.html", words)


@require_http_methods(["GET", "POST"])
def on_mine(request: HttpRequest, network: str) -> HttpResponse:
    """Decisions on what one shared; one can answer to each, once."""
    actor = me(request)
    if request.method == "POST":
        actions.appeal(actor, case_id=_id(request), text=request.POST.get("appeal", ""))
        messages.success(request, _("Sent. Somebody looks at it again."))
        return see(request.path)
    words = {"decisions": queries.on_mine(request.viewer.itself), "most": MAX_NOTE}
    return render(request, "moderation/on_mine.html", words)


def _id(request: HttpRequest) -> int:
    try:
        return decode(request.POST.get("case", ""))
    except ValueError:
        raise Absent from None
