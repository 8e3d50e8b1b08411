"""What one can do with somebody, one address for each act."""

from collections.abc import Callable
from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.ways import back, say_with_undo, see
from twofold.people.graph import actions, queries
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona

Act = Callable[[Persona, Persona, HttpRequest], None]
_ACTS: dict[str, Act] = {
    "request": lambda actor, them, request: actions.request_tie(
        actor, receiver=them, kind=request.POST.get("kind"), note=request.POST.get("note", "")
    ),
    "accept": lambda actor, them, request: actions.accept_tie(
        actor, sender=them, kind=request.POST.get("kind")
    ),
    "decline": lambda actor, them, _request: actions.decline_tie(actor, sender=them),
    "withdraw": lambda actor, them, _request: actions.withdraw_tie(actor, receiver=them),
    "end": lambda actor, them, _request: actions.end_tie(actor, other=them),
    "kind": lambda actor, them, request: actions.set_tie_kind(
        actor, other=them, kind=request.POST.get("kind", "")
    ),
    "follow": lambda actor, them, _request: actions.follow(actor, followed=them),
    "unfollow": lambda actor, them, _request: actions.unfollow(actor, followed=them),
    "mute": lambda actor, them, _request: actions.mute(actor, persona=them),
    "mute-month": lambda actor, them, _request: actions.mute(
        actor, persona=them, until=clock.now() + timedelta(days=30)
    ),
    "unmute": lambda actor, them, _request: actions.unmute(actor, persona=them),
    "block": lambda actor, them, _request: actions.block(actor, persona=them),
    "unblock": lambda actor, them, _request: actions.unblock(actor, persona=them),
}
_ASKED_FIRST = ("block", "end")
_MUTED = ("mute", "mute-month")


@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, network: Network, persona_id: int, act: str) -> HttpResponse:
    """Do it; or ask first, for what one would not want to have done by a slip."""
    actor = me(request)
    if act not in _ACTS or (request.method == "GET" and act not in _ASKED_FIRST):
        raise Absent
    find_one = queries.blocked_one if act == "unblock" else queries.persona_of
    persona = find_one(request.viewer, persona_id)
    if request.method == "GET":
        return render(request, "graph/ask.html", {"persona": persona, "act": act})
    _ACTS[act](actor, persona, request)
    if said := _said(act, persona, shown=bool(request.htmx)):
        if act in _MUTED:
            say_with_undo(request, said, reverse("graph:act", args=[network, persona.pk, "unmute"]))
        else:
            messages.success(request, said)
    if request.htmx:
        relation = queries.relations(request.viewer, [persona.pk])[persona.pk]
        context = {"persona": persona, "relation": relation}
        return render(request, "graph/_relation.html", {**context, "brief": "brief" in request.POST})
    gone = act == "block"
    otherwise = reverse("graph:home", args=[network])
    return see(otherwise) if gone else back(request, otherwise)


def _said(act: str, persona: Persona, *, shown: bool) -> str:
    """What was done, in words; empty where the button that did it shows it, as it does where only it is exchanged."""
    if shown and act not in ("block", "end", "mute-month", "unblock"):
        return ""
    words = {
        "block": _("%(name)s is blocked. Neither of you sees the other."),
        "unblock": _("%(name)s is no longer blocked. What ended stays ended."),
        "mute": _("You see nothing of %(name)s any more. They are not told."),
        "unmute": _("You see what %(name)s shares again."),
        "mute-month": _("You see nothing of %(name)s for 30 days. They are not told."),
        "end": _("You and %(name)s are no longer tied. They are not told."),
    }
    return words[act] % {"name": persona.name} if act in words else ""
