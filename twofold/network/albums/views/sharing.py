"""Who adds to an album besides its owner."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.albums import actions, policies, queries
from twofold.network.albums.forms import ids_in
from twofold.network.albums.models import Album
from twofold.network.albums.views.answers import album_at, me
from twofold.people.graph.queries.naming import somebody, ties_by_name


@require_http_methods(["GET", "POST"])
def people(request: HttpRequest, network: str, album_id: int) -> HttpResponse:
    """Who adds to one's album: asked by name, or let go."""
    author, album = me(request), queries.get(request.viewer, album_id)
    policies.check_owner(author, album)
    if request.method == "GET":
        return _shown(request, album)
    name = request.POST.get("name", "")[:80].strip()
    try:
        if not name:
            raise Refused(_("Write a name or a handle."), field="name")
        persona = somebody(request.viewer, name)
        actions.invite(author, album=album, persona=persona)
    except Refused as refusal:
        return _shown(request, album, problem=str(refusal.reason), name=name)
    messages.success(request, _("%(name)s is asked.") % {"name": persona.name})
    return see(request.path)


def _shown(request: HttpRequest, album: Album, problem: str = "", name: str = "") -> HttpResponse:
    context = {
        "album": album,
        "contributors": queries.contributors(request.viewer, album),
        "acquaintances": ties_by_name(request.viewer),
        "problem": problem,
        "name": name,
    }
    return render(request, "albums/people.html", context, status=422 if problem else 200)


@require_POST
def let_go(request: HttpRequest, network: str, album_id: int) -> HttpResponse:
    author, album = me(request), queries.get(request.viewer, album_id)
    for persona_id in ids_in(request.POST, "persona")[:1] or [0]:
        actions.uninvite(author, album=album, persona_id=persona_id)
    messages.success(request, _("They add no more. What they added stays."))
    return see(reverse("albums:people", args=[network, album.pk]))


@require_POST
def answer(request: HttpRequest, network: str, album_id: int) -> HttpResponse:
    """Yes or no to an invitation; or no longer, of somebody who said yes."""
    persona = me(request)
    if request.POST.get("say") == "yes":
        actions.accept(persona, album_id=album_id)
        return see(album_at(network, album_id))
    if request.POST.get("say") != "no":
        raise Absent
    actions.decline(persona, album_id=album_id)
    messages.success(request, _("You do not add to it. What you added stays until you take it out."))
    return see(reverse("web:photos", args=[network]))
