"""Reads of pictures: all ask the door."""

from collections.abc import Iterable

from twofold.foundation.kit.refusals import Absent
from twofold.network.media.models import Picture
from twofold.people.personas.viewers import Viewer


def get(viewer: Viewer, picture_id: int) -> Picture:
    """One picture. Absent where there is none, or none for this viewer."""
    found = Picture.objects.visible_to(viewer).filter(pk=picture_id).select_related("audience").first()
    if found is None:
        raise Absent
    return found


def own(viewer: Viewer, ids: Iterable[int]) -> list[Picture]:
    """Those of the viewer's own pictures that `ids` name, in that order; what is not theirs is left out."""
    wanted = list(dict.fromkeys(ids))
    found = Picture.objects.filter(author=viewer.id, live=True).in_bulk(wanted)
    return [found[each] for each in wanted if each in found]
