"""Reads of pictures: all ask the door."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.paging import Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.network.media.models import Picture
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

# What stands in a profile's photos: not what was said under other people's posts.
SHOWN = ("post", "album")


def get(viewer: Viewer, picture_id: int) -> Picture:
    """One picture. Absent where there is none, or none for this viewer."""
    seen = Picture.objects.visible_to(viewer).filter(pk=picture_id)
    found = seen.select_related("audience", "author", "preparation").first()
    if found is None:
        raise Absent
    return found


def own(viewer: Viewer, ids: Iterable[int]) -> list[Picture]:
    """Those of the viewer's own pictures that `ids` name, in that order; what is not theirs is left out."""
    wanted = list(dict.fromkeys(ids))
    found = Picture.objects.filter(author=viewer.id, live=True).in_bulk(wanted)
    return [found[each] for each in wanted if each in found]


def by_author(viewer: Viewer, persona: Persona, before: str | None = None, size: int = 60) -> Page[Picture]:
    """The pictures in posts and albums of `persona`, as far as `viewer` may see them, the newest first."""
    return newest(Picture.objects.visible_to(viewer).filter(author=persona, place__in=SHOWN), before, size)


def newest(rows: QuerySet[Picture], before: str | None, size: int) -> Page[Picture]:
    """A page of pictures by the time at which they came in."""
    if after := _read(before):
        moment, pk = after
        rows = rows.filter(Q(created_at__lt=moment) | Q(created_at=moment, pk__lt=pk))
    found = list(rows.order_by("-created_at", "-pk")[: size + 1])
    return cut(found, size, lambda row: f"{clock.position_of(row.created_at)}-{row.pk}")


def _read(text: str | None) -> tuple[datetime, int] | None:
    position, _dash, pk = (text or "").partition("-")
    numbers = read_cursor(position), read_cursor(pk)
    if numbers[0] is None or numbers[1] is None or numbers[0] > 10**16:
        return None
    return clock.moment_at(numbers[0]), numbers[1]


def is_picture(name: str) -> bool:
    """Whether a file of this name belongs to a picture that still is."""
    try:
        return Picture.objects.filter(pk=decode(name)).exists()
    except ValueError:
        return False


def is_portrait(name: str) -> bool:
    """Whether a persona still shows itself with this file."""
    return Persona.objects.filter(Q(picture=name) | Q(banner=name)).exists()
