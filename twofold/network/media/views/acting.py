"""What one does with a picture by a single press: describe it, give it captions, say who is on it, answer to that."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import named_way, see
from twofold.network.media import actions, queries
from twofold.network.media.models import Picture
from twofold.people.graph.queries.naming import somebody
from twofold.people.personas.acting import me
from twofold.people.personas.models import Persona


@require_safe
def state(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    """The player of a video as it stands, for script that waits for it: how far it is, or the video itself."""
    picture = queries.get(request.viewer, picture_id)
    waiting = getattr(picture, "preparation", None)
    words = {"picture": picture, "percent": waiting.percent if waiting else 0}
    answer = render(request, "media/_state.html", words)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@require_POST
def describe(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    """Say what is on one's own picture."""

    def act(actor: Persona, picture: Picture) -> str:
        actions.describe(actor, picture=picture, alt=request.POST.get("alt", ""))
        return _("Your description is kept.")

    return _acted(request, picture_id, act)


@require_POST
def captions(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    """Add captions to one's own video, or take them away."""

    def act(actor: Persona, picture: Picture) -> str:
        if "remove" in request.POST:
            actions.drop_captions(actor, picture=picture)
            return _("The subtitles are gone.")
        file = request.FILES.get("captions")
        if file is None:
            raise Refused(_("Choose a .vtt or .srt file first."), field="captions")
        actions.add_captions(actor, picture=picture, file=file, language=request.POST.get("language", ""))
        return _("The subtitles are there.")

    return _acted(request, picture_id, act)


@require_POST
def tag(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    """Say who is on one's own picture."""

    def act(actor: Persona, picture: Picture) -> str:
        name = request.POST.get("name", "")[:80].strip()
        if not name:
            raise Refused(_("Write a name or a handle."), field="name")
        persona = somebody(request.viewer, name)
        actions.propose_tag(actor, picture=picture, persona=persona)
        if persona.pk == actor.pk:
            return _("You are on it.")
        return _("%(name)s is asked. The name shows when they agree.") % {"name": persona.name}

    return _acted(request, picture_id, act)


@require_POST
def untag(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    def act(actor: Persona, picture: Picture) -> str:
        try:
            persona_id = decode(request.POST.get("persona", ""))
        except ValueError:
            raise Absent from None
        actions.withdraw_tag(actor, picture=picture, persona_id=persona_id)
        return _("The name is gone.")

    return _acted(request, picture_id, act)


@require_POST
def agree(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    def act(actor: Persona, picture: Picture) -> str:
        actions.confirm_tag(actor, picture_id=picture.pk)
        return _("Your name is on it now.")

    return _acted(request, picture_id, act)


@require_POST
def decline(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    def act(actor: Persona, picture: Picture) -> str:
        actions.decline_tag(actor, picture_id=picture.pk)
        return _("You are not named on it. Nobody is told.")

    return _acted(request, picture_id, act)


def _acted(request: HttpRequest, picture_id: int, act: Callable[[Persona, Picture], str]) -> HttpResponse:
    viewer = request.viewer
    messages.success(request, act(me(request), queries.get(viewer, picture_id)))
    return see(named_way(request, reverse("web:photo", args=[viewer.network, picture_id])))
