"""Writing a recommendation, and asking for one. What was typed comes back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.recommendations import actions, queries
from twofold.network.recommendations.models import MAX_TEXT
from twofold.network.recommendations.policies import why_not_between
from twofold.network.recommendations.views.answers import worker, worker_and
from twofold.people.graph.queries import persona_of
from twofold.people.personas.models import Persona


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """Write about somebody: send it, or keep it as a draft."""
    me, receiver = worker_and(request, network, handle)
    if reason := why_not_between(me, receiver):
        raise Refused(reason)
    if request.method == "GET":
        return _form(request, receiver, _begun(request, me, receiver))
    made, act = _typed(request), actions.send if request.POST.get("intent") == "send" else actions.keep_draft
    try:
        row = act(me, receiver=receiver, **made)
    except Refused as refusal:
        return _form(request, receiver, made, refusal)
    if request.htmx and act is actions.keep_draft:
        return render(request, "recommendations/_kept.html", {"row": row})
    sent = _("Sent. %(name)s decides whether it is shown.") % {"name": receiver.name}
    messages.success(request, sent if act is actions.send else _("Your draft is kept."))
    return see(reverse("recommendations:desk", args=[network]) + "?tab=given")


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """Ask somebody to write about oneself."""
    me, writer = worker_and(request, network, handle)
    if reason := why_not_between(me, writer):
        raise Refused(reason)
    made = {name: request.POST.get(name, "")[:2000] for name in ("relation", "position", "note")}
    problem: Refused | None = None
    if request.method == "POST":
        try:
            actions.ask(me, writer=writer, **made)
            messages.success(request, _("%(name)s is asked.") % {"name": writer.name})
            return see(reverse("recommendations:desk", args=[network]) + "?tab=requests")
        except Refused as refusal:
            problem = refusal
    context = {"persona": writer, "made": made, "problem": problem, "relations": queries.relations(me.name)}
    context["waiting_ask"] = queries.ask_between(me, writer, request.viewer)
    return render(request, "recommendations/ask.html", context, status=422 if problem else 200)


@require_POST
def answer_ask(request: HttpRequest, network: str, persona_id: int, act: str) -> HttpResponse:
    """Decline what somebody asked for, or take one's own request back."""
    me, other = worker(request, network), persona_of(request.viewer, persona_id)
    if act == "decline":
        actions.decline(me, asker=other)
        messages.success(request, _("Declined. Nobody is told."))
    elif act == "withdraw":
        actions.withdraw_ask(me, writer=other)
        messages.success(request, _("Your request is taken back."))
    else:
        raise Absent
    return see(reverse("recommendations:desk", args=[network]) + "?tab=requests")


def _typed(request: HttpRequest) -> dict[str, str]:
    return {name: request.POST.get(name, "")[: 10 * MAX_TEXT] for name in ("text", "relation", "position")}


def _begun(request: HttpRequest, me: Persona, receiver: Persona) -> dict[str, Any]:
    """What lies there already: a draft, the words that were sent, or what was asked for."""
    row = queries.between(request.viewer, receiver)
    if row:
        return {"text": row.draft or row.text, "relation": row.relation, "position": row.position}
    asked = queries.ask_between(receiver, me, request.viewer)
    return {
        "text": "",
        "relation": asked.relation if asked else "",
        "position": asked.position if asked else "",
    }


def _form(
    request: HttpRequest, receiver: Persona, made: dict[str, Any], problem: Refused | None = None
) -> HttpResponse:
    context = {
        "persona": receiver,
        "made": made,
        "problem": problem,
        "row": queries.between(request.viewer, receiver),
        "asked": queries.ask_between(receiver, request.viewer.persona, request.viewer),
        "relations": queries.relations(receiver.name),
        "limit": MAX_TEXT,
    }
    return render(request, "recommendations/write.html", context, status=422 if problem else 200)
