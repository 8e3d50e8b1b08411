"""Reads of albums: one, and lists. Each asks the door."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import connection
from django.db.models import QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.network.albums.models import Album, Contributor
from twofold.network.media.models import Picture
from twofold.people.audiences.door import AdmitsPersona, rule_sql
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

SHELF = 24


@dataclass(frozen=True, slots=True)
class Cover:
    """An album in a list: what lies on top of it, and how much of it there is for this viewer."""

    album: Album
    picture: Picture | None
    count: int


def get(viewer: Viewer, album_id: int) -> Album:
    """One album, in the network that the viewer looks at. Absent where there is none, or none for this viewer."""
    found = _seen(viewer).filter(pk=album_id).first()
    if found is None:
        raise Absent
    return found


def _seen(viewer: Viewer) -> QuerySet[Album]:
    albums = Album.objects.visible_to(viewer).select_related("author", "audience")
    return albums.filter(author__network=viewer.network) if viewer.network else albums


def albums_of(viewer: Viewer, persona: Persona, before: str | None = None, size: int = SHELF) -> Page[Cover]:
    """The albums of `persona` that `viewer` may see, the ones changed last first. Four queries."""
    return _shelf(viewer, _seen(viewer).filter(author=persona), before, size)


def added_to(viewer: Viewer, size: int = SHELF) -> list[Cover]:
    """The albums of others that the viewer adds to."""
    mine = Contributor.objects.filter(persona=viewer.id, accepted=True).values("album")
    return list(_shelf(viewer, _seen(viewer).filter(pk__in=mine), None, size).rows)


def from_ties(viewer: Viewer, before: str | None = None, size: int = 12) -> Page[Cover]:
    """What those the viewer is tied to keep in albums, the ones changed last first."""
    ties = Tie.objects.filter(owner=viewer.id).values("other")
    people = personas_visible_to(viewer).filter(pk__in=ties)
    filled = _seen(viewer).filter(author__in=people).exclude(cover=None)
    return _shelf(viewer, filled, before, size)


def deleted(author: Persona, album_id: int) -> Album:
    """An album that its author took away and may bring back. Absent for anyone else."""
    mine = Album.objects.filter(pk=album_id, author=author).exclude(deleted_at=None)
    found = mine.select_related("author", "audience").first()
    if found is None:
        raise Absent
    return found


def contributors(viewer: Viewer, album: Album) -> list[Contributor]:
    """Who adds to an album, as far as they are there for the viewer; its owner also sees who has not answered."""
    if not album.shared:
        return []
    rows = Contributor.objects.filter(
        AdmitsPersona.to(viewer, at="persona"), album=album, persona__state=Persona.State.ACTIVE
    )
    if album.author_id != viewer.id:
        rows = rows.filter(accepted=True)
    return list(rows.select_related("persona").order_by("-accepted", "invited_at"))


def invitations(viewer: Viewer) -> list[Contributor]:
    """The albums that the viewer is asked to add to and has not answered, with their owners."""
    rows = Contributor.objects.filter(
        AdmitsPersona.to(viewer, at="album__author"),
        persona=viewer.id,
        accepted=False,
        declined=False,
        album__live=True,
        album__author__state=Persona.State.ACTIVE,
    )
    return list(rows.select_related("album__author").order_by("-invited_at")[:50])


def asks_to_add(by_id: int, persona_id: int) -> bool:
    """Whether somebody waits for another's answer, for any album."""
    waiting = Contributor.objects.filter(
        album__author=by_id, persona=persona_id, accepted=False, declined=False
    )
    return waiting.exists()


def invitation(viewer: Viewer, album_id: int) -> Contributor:
    """What the viewer was asked or agreed to. Absent otherwise."""
    rows = Contributor.objects.filter(
        AdmitsPersona.to(viewer, at="album__author"), persona=viewer.id, album=album_id, declined=False
    )
    found = rows.filter(album__live=True).select_related("album__author").first()
    if found is None:
        raise Absent
    return found


def targets(viewer: Viewer, besides: int = 0) -> list[Album]:
    """Where the viewer can move pictures: their own albums and those they add to."""
    mine = Contributor.objects.filter(persona=viewer.id, accepted=True).values("album")
    albums = _seen(viewer).exclude(pk=besides)
    own = list(albums.filter(author=viewer.id).order_by("-changed_at")[:100])
    return own + list(albums.filter(pk__in=mine).order_by("-changed_at")[:50])


def _shelf(viewer: Viewer, albums: QuerySet[Album], before: str | None, size: int) -> Page[Cover]:
    if after := read_cursor(before):
        albums = albums.filter(
            changed_at__lt=datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=after)
        )
    page = cut(
        list(albums.order_by("-changed_at", "-pk")[: size + 1]),
        size,
        lambda row: clock.position_of(row.changed_at),
    )
    counts = counted(viewer, [each.pk for each in page])
    wanted = [each.cover_id for each in page if each.cover_id]
    pictures = Picture.objects.visible_to(viewer).in_bulk(wanted)
    covers = [Cover(each, pictures.get(each.cover_id), counts.get(each.pk, 0)) for each in page]
    return Page(covers, page.after)


# The door is asked once for each author and audience: all pictures of one album share their audience.
_COUNTED = f"""WITH pairs AS (
 SELECT it.album_id, pi.author_id, pi.audience_id, pi.live, COUNT(*) AS number
 FROM albums_item it JOIN media_picture pi ON pi.id = it.picture_id
 WHERE it.album_id IN ({{ids}}) AND it.removed_at IS NULL
 GROUP BY it.album_id, pi.author_id, pi.audience_id, pi.live)
SELECT pairs.album_id, SUM(pairs.number) FROM pairs WHERE {rule_sql(thing="pairs")} GROUP BY pairs.album_id"""


def counted(viewer: Viewer, ids: Sequence[int]) -> dict[int, int]:
    """How many pictures of these albums there are for the viewer; one query."""
    if not ids:
        return {}
    marks = ", ".join(f"%(a{place})s" for place in range(len(ids)))
    params = {f"a{place}": each for place, each in enumerate(ids)}
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED.replace("{ids}", marks), {"viewer": viewer.id, "home": viewer.home, **params})
        return {album: int(number) for album, number in cursor.fetchall()}
