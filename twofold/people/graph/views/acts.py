"""What one can do with somebody, one address for each act."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.refusals import Absent
from twofold.people.graph import actions, queries
from twofold.people.graph.views.answering import actor, back, see_other
from twofold.people.personas.models import Network, Persona

Act = Callable[[Persona, Persona, HttpRequest], None]
_ACTS: dict[str, Act] = {
    "request": lambda me, them, request: actions.request_tie(
        me, receiver=them, kind=request.POST.get("kind"), note=request.POST.get("note", "")
    ),
    "accept": lambda me, them, request: actions.accept_tie(me, sender=them, kind=request.POST.get("kind")),
    "decline": lambda me, them, _request: actions.decline_tie(me, sender=them),
    "withdraw": lambda me, them, _request: actions.withdraw_tie(me, receiver=them),
    "end": lambda me, them, _request: actions.end_tie(me, other=them),
    "kind": lambda me, them, request: actions.set_tie_kind(me, other=them, kind=request.POST.get("kind", "")),
    "follow": lambda me, them, _request: actions.follow(me, followed=them),
    "unfollow": lambda me, them, _request: actions.unfollow(me, followed=them),
    "mute": lambda me, them, _request: actions.mute(me, persona=them),
    "unmute": lambda me, them, _request: actions.unmute(me, persona=them),
    "block": lambda me, them, _request: actions.block(me, persona=them),
    "unblock": lambda me, them, _request: actions.unblock(me, persona=them),
}
_ASKED_FIRST = ("block", "end")


@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, network: Network, persona_id: int, act: str) -> HttpResponse:
    """Do it; or ask first, for what one would not want to have done by a slip."""
    me = actor(request)
    if act not in _ACTS or (request.method == "GET" and act not in _ASKED_FIRST):
        raise Absent
    find_one = queries.blocked_one if act == "unblock" else queries.persona_of
    persona = find_one(request.viewer, persona_id)
    if request.method == "GET":
        return render(request, "graph/ask.html", {"persona": persona, "act": act})
    _ACTS[act](me, persona, request)
    if act in ("block", "end", "unblock"):
        messages.success(request, _said(act, persona))
    if request.htmx:
        relation = queries.relations(request.viewer, [persona.pk])[persona.pk]
        context = {"persona": persona, "relation": relation}
        return render(request, "graph/_relation.html", {**context, "brief": "brief" in request.POST})
    gone = act == "block"
    otherwise = reverse("graph:home", args=[network])
    return see_other(otherwise) if gone else back(request, otherwise)


def _said(act: str, persona: Persona) -> str:
    words = {
        "block": _("%(name)s is blocked. Neither of you sees the other."),
        "unblock": _("%(name)s is no longer blocked. What ended stays ended."),
        "end": _("You and %(name)s are no longer tied. They are not told."),
    }
    return words[act] % {"name": persona.name}
