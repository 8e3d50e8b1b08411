"""Passing on what somebody wrote to others of the same network."""

from secrets import token_urlsafe

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.messaging import actions, queries
from twofold.network.messaging.views.answers import talk_at
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


@require_http_methods(["GET", "POST"])
def pass_on(request: HttpRequest, network: Network, message_id: int) -> HttpResponse:
    """Choose one of the latest conversations, and send it there."""
    actor, viewer = me(request), request.viewer  # type: ignore[attr-defined]
    message, error = queries.line(viewer, message_id), ""
    if request.method == "POST":
        try:
            once = request.POST.get("once", "")[:60]
            sent = actions.pass_on(actor, message_id=message_id, conversation_id=_chosen(request), once=once)
            messages.success(request, _("Passed on."))
            return see(f"{talk_at(network, sent.conversation_id)}#end")
        except Refused as refusal:
            error = str(refusal.reason)
    context = {
        "message": queries.marked(viewer, [message])[0],
        "rows": queries.inbox(viewer).rows,
        "error": error,
        "once": token_urlsafe(18),
    }
    return render(request, "messaging/pass_on.html", context, status=422 if error else 200)


def _chosen(request: HttpRequest) -> int:
    try:
        return decode(request.POST.get("to", ""))
    except ValueError:
        raise Refused(_("Choose a conversation."), field="to") from None
