"""What one does with a conversation or a message by a single press."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import trigger_client_event

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import say_with_undo, see
from twofold.network.messaging import actions, queries
from twofold.network.messaging.models import MAX_TEXT, SIGNS, Message
from twofold.network.messaging.policies import check_author, late
from twofold.network.messaging.views.answers import inbox_at, talk_at
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


@require_POST
def act(request: HttpRequest, network: Network, conversation_id: int) -> HttpResponse:
    """accept, decline, leave; archived, muted, pinned, starred and unread, each on or off."""
    actor, what = me(request), request.POST.get("what", "")
    name, _colon, way = what.partition(":")
    if name == "accept":
        actions.accept(actor, conversation_id=conversation_id)
    elif name == "decline":
        actions.decline(actor, conversation_id=conversation_id)
        messages.success(request, _("Put away. They are not told."))
        return see(inbox_at(network, "requests"))
    elif name == "leave":
        actions.leave(actor, conversation_id=conversation_id)
        messages.success(request, _("You have left the group."))
        return see(inbox_at(network))
    else:
        actions.flag(actor, conversation_id=conversation_id, name=name, on=way != "off")
        _say(request, network, conversation_id, name, on=way != "off")
        if name in ("archived", "unread"):
            return see(inbox_at(network))
    return see(talk_at(network, conversation_id))


def _say(request: HttpRequest, network: Network, conversation_id: int, name: str, *, on: bool) -> None:
    """What does not show by itself where one lands is said, and taken back with one press."""
    words = {
        "archived": _("Archived.") if on else _("Back in the inbox."),
        "muted": _("Muted: it does not ring any more.") if on else _("It rings again."),
    }.get(name)
    if words:
        undo = reverse("messaging:act", args=[network, conversation_id])
        say_with_undo(request, words, undo, what=f"{name}:{'off' if on else 'on'}")


@require_POST
def sign(request: HttpRequest, network: Network, message_id: int) -> HttpResponse:
    return _done(
        request, network, actions.sign(me(request), message_id=message_id, sign=request.POST.get("sign", ""))
    )


@require_POST
def hide(request: HttpRequest, network: Network, message_id: int) -> HttpResponse:
    message = actions.hide(me(request), message_id=message_id)
    words, undo = _("Deleted for you."), reverse("messaging:unhide", args=[network, message.pk])
    if request.htmx:  # type: ignore[attr-defined]
        answer = _done(request, network, message)
        return trigger_client_event(answer, "toast", {"text": words, "undo": undo})
    say_with_undo(request, words, undo)
    return _done(request, network, message)


@require_POST
def unhide(request: HttpRequest, network: Network, message_id: int) -> HttpResponse:
    return _done(request, network, actions.unhide(me(request), message_id=message_id))


@require_safe
def line(request: HttpRequest, network: Network, message_id: int) -> HttpResponse:
    """What one can do with a message: as a page, or as the list in it that script shows where the message stands."""
    me(request)
    message = queries.line(request.viewer, message_id)
    readers = queries.read_by(request.viewer, message)  # type: ignore[attr-defined]
    context = {"message": message, "signs": SIGNS, "late": late(message), "readers": readers}
    name = "_line_menu" if request.htmx else "line"  # type: ignore[attr-defined]
    return render(request, f"messaging/{name}.html", context)


@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, network: Network, message_id: int) -> HttpResponse:
    """Ask once, then delete it for all."""
    actor, message = me(request), queries.line(request.viewer, message_id)
    check_author(message, actor.pk)
    if request.method == "GET":
        return render(request, "messaging/take_back.html", {"message": message})
    return _done(request, network, actions.take_back(actor, message_id=message_id))


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: Network, message_id: int) -> HttpResponse:
    """Say it differently, within a quarter of an hour."""
    actor, message = me(request), queries.line(request.viewer, message_id)
    check_author(message, actor.pk)
    typed, error = request.POST.get("text", message.text), ""
    if request.method == "POST":
        try:
            return _done(request, network, actions.edit(actor, message_id=message_id, text=typed))
        except Refused as refusal:
            error = str(refusal.reason)
    context = {"message": message, "typed": typed, "error": error, "limit": MAX_TEXT}
    return render(request, "messaging/edit.html", context, status=422 if error else 200)


def _done(request: HttpRequest, network: Network, message: Message) -> HttpResponse:
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(status=204)
    return see(f"{talk_at(network, message.conversation_id)}#end")
