"""The page of one picture or video: what it is part of, who is on it, and what its owner can do with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.foundation.kit.refusals import Absent
from twofold.network.albums import queries as albums
from twofold.network.albums.models import Item
from twofold.network.media import queries as media
from twofold.network.media.models import PersonTag, Picture
from twofold.network.posts import queries as posts
from twofold.people.graph.queries.naming import ties_by_name
from twofold.people.personas.viewers import Viewer


@require_safe
def photo(request: HttpRequest, network: str, picture_id: int) -> HttpResponse:
    viewer = request.viewer
    picture = media.get(viewer, picture_id)
    if picture.author.network != network:
        raise Absent
    own = picture.author_id == viewer.id
    item = albums.item_of(viewer, picture.pk)
    context = {
        "picture": picture,
        "own": own,
        "people": media.people_on(viewer, [picture.pk])[picture.pk],
        "tags": media.tags_of(viewer, picture),
        "acquaintances": ties_by_name(viewer) if own else [],
        "asked": _asked(viewer, picture),
        "post": posts.post_with(viewer, picture.pk),
        "item": item,
        "reaches": posts.reach_word(picture.audience),
        "near": albums.beside(viewer, item) if item else (None, None),
        "may_manage": bool(viewer) and item is not None and viewer.id in _hands(item),
        "height": _height(picture, request.GET.get("size", "")),
    }
    return render(request, "web/photo.html", context)


def _hands(item: Item) -> tuple[int, int]:
    """Who can say something below a picture of an album, and take it out."""
    return item.picture.author_id, item.album.author_id


def _asked(viewer: Viewer, picture: Picture) -> PersonTag | None:
    """The tag that names the viewer on this picture, if there is one and they have not said no."""
    if not viewer:
        return None
    try:
        return media.own_tag(viewer, picture.pk)
    except Absent:
        return None


def _height(picture: Picture, asked: str) -> int:
    """The size of a video that was asked for; 0 lets the browser choose."""
    return int(asked) if asked in picture.heights.split() else 0
