"""Photos: one's own albums and those of friends, the photos of a profile, and those on which one is."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from markupsafe import Markup

from twofold.foundation.kit.refusals import Absent
from twofold.network.albums import drawing
from twofold.network.albums import queries as albums
from twofold.network.media import queries as media
from twofold.network.media.models import Picture
from twofold.people.audiences.queries import by_handle
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.web.pages.profile import shown


@require_safe
def photos(request: HttpRequest, network: str) -> HttpResponse:
    """Albums of one's own, those one adds to, what waits for an answer, and what friends keep."""
    me(request, Network.SOCIAL)
    viewer = request.viewer
    assert viewer.persona is not None
    page = albums.albums_of(viewer, viewer.persona, request.GET.get("before"))
    first = "before" not in request.GET
    context = {
        "page": page,
        "first": first,
        "invitations": albums.invitations(viewer) if first else [],
        "proposals": len(media.proposals(viewer)) if first else 0,
        "added_to": albums.added_to(viewer) if first else [],
        "friends": albums.from_ties(viewer).rows if first else [],
    }
    return render(request, "web/photos.html", context)


@require_safe
def of_me(request: HttpRequest, network: str) -> HttpResponse:
    """The pictures on which one is: those that ask, and those on which one agreed. Nobody else can see this page."""
    me(request, Network.SOCIAL)
    viewer = request.viewer
    before = request.GET.get("before")
    page = media.of_me(viewer, before)
    context = {
        "page": page,
        "tiles": tiles_of(viewer, page),
        "proposals": [] if before else media.proposals(viewer),
    }
    return render(request, "web/photos_of_me.html", context)


@require_safe
def profile_photos(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """The albums and photos of somebody, as far as they are for whoever asks."""
    if network != Network.SOCIAL:
        raise Absent
    viewer, persona = request.viewer, by_handle(request.viewer, network, handle)
    before = request.GET.get("before")
    page = media.by_author(viewer, persona, before)
    context = {
        **shown(request, persona, "photos"),
        "shelf_page": None if before else albums.albums_of(viewer, persona, request.GET.get("albums")),
        "page": page,
        "tiles": tiles_of(viewer, page),
    }
    return render(request, "web/profile_photos.html", context)


def tiles_of(viewer: Viewer, pictures: Iterable[Picture]) -> Markup:
    """A grid's pictures as HTML, with the names of those on them."""
    found = list(pictures)
    people = media.people_on(viewer, [each.pk for each in found])
    names = {pk: tuple(each.name for each in some) for pk, some in people.items()}
    return drawing.tiles(viewer.network, [drawing.row_of(each) for each in found], names)
