"""What one does with a picture by a single press: describe it, give it captions, say who is on it, answer to that."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Absent, Refused, SignInNeeded
from twofold.network.media import actions, queries
from twofold.network.media.models import Picture
from twofold.people.graph.queries.naming import somebody
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

    def act(me: Persona, picture: Picture) -> str:
        actions.describe(me, picture=picture, alt=request.POST.get("alt", ""))
        return _("Your description is kept.")

    return _acted(request, picture_id, act)


@require_POST
def captions(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    """Add captions to one's own video, or take them away."""

    def act(me: Persona, picture: Picture) -> str:
        if "remove" in request.POST:
            actions.drop_captions(me, picture=picture)
            return _("The captions are gone.")
        file = request.FILES.get("captions")
        if file is None:
            raise Refused(_("Choose a .vtt or .srt file first."), field="captions")
        actions.add_captions(me, picture=picture, file=file, language=request.POST.get("language", ""))
        return _("The captions are there.")

    return _acted(request, picture_id, act)


@require_POST
def tag(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    """Say who is on one's own picture."""

    def act(me: Persona, picture: Picture) -> str:
        name = request.POST.get("name", "")[:80].strip()
        if not name:
            raise Refused(_("Write a name or a handle."), field="name")
        persona = somebody(request.viewer, name)
        actions.propose_tag(me, picture=picture, persona=persona)
        if persona.pk == me.pk:
            return _("You are on it.")
        return _("%(name)s is asked. The name shows when they agree.") % {"name": persona.name}

    return _acted(request, picture_id, act)


@require_POST
def untag(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    def act(me: Persona, picture: Picture) -> str:
        try:
            persona_id = decode(request.POST.get("persona", ""))
        except ValueError:
            raise Absent from None
        actions.withdraw_tag(me, picture=picture, persona_id=persona_id)
        return _("The name is gone.")

    return _acted(request, picture_id, act)


@require_POST
def agree(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    def act(me: Persona, picture: Picture) -> str:
        actions.confirm_tag(me, picture_id=picture.pk)
        return _("Your name is on it now.")

    return _acted(request, picture_id, act)


@require_POST
def decline(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    def act(me: Persona, picture: Picture) -> str:
        actions.decline_tag(me, picture_id=picture.pk)
        return _("You are not named on it. Nobody is told.")

    return _acted(request, picture_id, act)


def _acted(request: HttpRequest, picture_id: int, act: Callable[[Persona, Picture], str]) -> HttpResponse:
    viewer = request.viewer
    if viewer.persona is None or viewer.home != viewer.network:
        raise SignInNeeded
    words = act(viewer.persona, queries.get(viewer, picture_id))
    messages.success(request, words)
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith("/")
    return HttpResponseRedirect(
        wanted if ours else reverse("web:photo", args=[viewer.network, picture_id]), status=303
    )
