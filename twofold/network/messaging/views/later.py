"""What waits to be sent: the list of it, and one of it to change."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.messaging import actions, queries
from twofold.network.messaging.models import MAX_TEXT
from twofold.network.messaging.views.answers import later_at, talk_at
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona


def due_in(actor: Persona, typed: str) -> datetime | None:
    """A time as it was typed, by the clock of whoever typed it; None where that is no time."""
    try:
        return datetime.fromisoformat(typed).replace(tzinfo=ZoneInfo(actor.time_zone))
    except ValueError:
        return None


@require_safe
def laters(request: HttpRequest, network: Network) -> HttpResponse:
    me(request)
    return render(request, "messaging/laters.html", {"laters": queries.laters(request.viewer)})


@require_http_methods(["GET", "POST"])
def later(request: HttpRequest, network: Network, later_id: int) -> HttpResponse:
    """Other words or another time; drop it; or send it now."""
    actor, found = me(request), queries.later(request.viewer, later_id)  # type: ignore[attr-defined]
    zone = ZoneInfo(actor.time_zone)
    due = f"{found.due_at.astimezone(zone):%Y-%m-%dT%H:%M}" if found.due_at else ""
    context = {"later": found, "typed": found.text, "due": due, "zone": actor.time_zone, "limit": MAX_TEXT}
    if request.method == "GET":
        return render(request, "messaging/later.html", context)
    try:
        return see(_done(request, actor, later_id))
    except Refused as refusal:
        kept = {"typed": request.POST.get("text", ""), "due": request.POST.get("due", "")}
        error = {"error": str(refusal.reason), "wrong": refusal.field}
        return render(request, "messaging/later.html", {**context, **kept, **error}, status=422)


def _done(request: HttpRequest, actor: Persona, later_id: int) -> str:
    what, given = request.POST.get("what", ""), request.POST
    if what == "drop":
        dropped = actions.drop_later(actor, later_id=later_id)
        messages.success(request, _("It is not sent. Its words are a draft in the conversation."))
        return talk_at(actor.network, dropped.conversation_id)
    if what == "now":
        return talk_at(actor.network, actions.send_now(actor, later_id=later_id).conversation_id)
    due = due_in(actor, given.get("due", ""))
    actions.change_later(actor, later_id=later_id, text=given.get("text", ""), due=due)
    messages.success(request, _("Changed. It is sent by itself."))
    return later_at(actor.network)
