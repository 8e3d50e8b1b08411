"""Not them, not for this reason, not me: each in one press, and taken back from one list."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.ways import back, say_with_undo
from twofold.people.audiences.queries import by_ids
from twofold.people.personas.acting import me
from twofold.reach.suggestions import actions
from twofold.reach.suggestions.models import Refusal


@require_POST
def person(request: HttpRequest, network: str, persona_id: int) -> HttpResponse:
    actor = me(request)
    found = by_ids(request.viewer, [persona_id]).get(persona_id)
    if found is None or found.network != network:
        raise Absent
    made = actions.refuse_person(actor, persona=found)
    return _said(
        request, network, made, _("%(name)s will not be suggested to you again.") % {"name": found.name}
    )


@require_POST
def reason(request: HttpRequest, network: str) -> HttpResponse:
    """Nobody for this reason: `reason` says what it is about, a colon, and which; its name is in the address."""
    actor = me(request)
    about, _colon, ref = request.POST.get("reason", "")[:200].partition(":")
    made = actions.refuse_reason(actor, about=about, ref=ref, words=request.GET.get("words", "")[:150])
    return _said(request, network, made, _("Nobody will be suggested to you for that reason."))


@require_POST
def undo(request: HttpRequest, network: str, refusal_id: int) -> HttpResponse:
    actions.take_back(me(request), refusal_id=refusal_id)
    messages.success(request, _("Taken back."))
    return back(request, _home(network))


@require_POST
def shown(request: HttpRequest, network: str) -> HttpResponse:
    """Whether one is suggested to others."""
    wanted = request.POST.get("shown") == "yes"
    actions.choose_to_be_suggested(me(request), shown=wanted)
    words = (
        _("You can be suggested to others again.")
        if wanted
        else _("You are suggested to nobody from now on.")
    )
    messages.success(request, words)
    return back(request, _home(network))


def _said(request: HttpRequest, network: str, made: Refusal, words: str) -> HttpResponse:
    say_with_undo(request, words, reverse("suggestions:undo", args=[network, made.pk]))
    return back(request, _home(network))


def _home(network: str) -> str:
    return reverse("suggestions:people", args=[network])
