"""What is in an album: one precompiled read that asks the door itself, next to a test that holds it to the ORM."""

from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q

from twofold.foundation.kit.paging import Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.network.albums.models import Album, Item
from twofold.network.media.models import Picture
from twofold.people.audiences.door import rule_sql
from twofold.people.personas.viewers import Viewer

PAGE = 200


class Row(NamedTuple):
    """A picture in an album, as its tile needs it."""

    place: int
    picture: int
    author: int
    width: int
    height: int
    kind: str
    state: int
    seconds: float
    blurhash: str
    alt: str
    caption: str


# The door is asked once for each author and audience, not for each of two hundred pictures that share them.
_ROWS = f"""WITH inside AS MATERIALIZED (
 SELECT it.place, pi.id, pi.author_id, pi.width, pi.height, pi.kind, pi.state, pi.seconds, pi.blurhash, pi.alt,
  it.caption, pi.audience_id, pi.live
 FROM albums_item it JOIN media_picture pi ON pi.id = it.picture_id
 WHERE it.album_id = %(album)s AND it.removed_at IS NULL AND it.place > %(after)s
 ORDER BY it.place LIMIT %(limit)s + 0),
pairs AS MATERIALIZED (SELECT DISTINCT author_id, audience_id, live FROM inside),
seen AS MATERIALIZED (SELECT author_id, audience_id FROM pairs WHERE {rule_sql(thing="pairs")})
SELECT inside.place, inside.id, inside.author_id, inside.width, inside.height, inside.kind, inside.state,
 inside.seconds, inside.blurhash, inside.alt, inside.caption
FROM inside JOIN seen ON seen.author_id = inside.author_id AND seen.audience_id = inside.audience_id
WHERE inside.live ORDER BY inside.place"""


def items(viewer: Viewer, album: Album, after: str | None = None, size: int = PAGE) -> Page[Row]:
    """A page of an album in its order; pictures of those whom the viewer does not meet are left out. One query."""
    params: dict[str, Any] = {
        "viewer": viewer.id,
        "home": viewer.home,
        "album": album.pk,
        "after": read_cursor(after) or -1,
        "limit": size + 1,
    }
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, params)
        rows = [Row._make(row) for row in cursor.fetchall()]
    return cut(rows, size, lambda row: row.place)


def item_of(viewer: Viewer, picture_id: int) -> Item | None:
    """The place of a picture in an album, if it is in one that the viewer may see."""
    found = _seen(viewer).filter(picture=picture_id)
    return found.select_related("album__author", "album__audience", "picture").first()


def item(viewer: Viewer, picture_id: int) -> Item:
    """As `item_of`. Absent where there is none."""
    found = item_of(viewer, picture_id)
    if found is None:
        raise Absent
    return found


def beside(viewer: Viewer, item: Item) -> tuple[int | None, int | None]:
    """The pictures before and after one in its album, as the viewer sees it. Two queries."""
    inside = _seen(viewer).filter(album=item.album)
    before = Q(place__lt=item.place) | Q(place=item.place, pk__lt=item.pk)
    after = Q(place__gt=item.place) | Q(place=item.place, pk__gt=item.pk)
    ids = inside.values_list("picture", flat=True)
    return ids.filter(before).order_by("-place", "-pk").first(), ids.filter(after).order_by(
        "place", "pk"
    ).first()


def _seen(viewer: Viewer):
    return Item.objects.filter(
        removed_at=None,
        picture__in=Picture.objects.visible_to(viewer),
        album__in=Album.objects.visible_to(viewer),
    )
