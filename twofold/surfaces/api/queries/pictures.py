"""Pictures for clients."""

from django.db.models import Q

from twofold.foundation.kit.refusals import Absent
from twofold.network.media.models import Picture
from twofold.network.posts.models import Post, PostPicture
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def usable(author: Persona, ids: list[int], post: Post | None = None) -> dict[int, Picture]:
    """Those of `ids` that are the author's and part of nothing, or of `post`."""
    free = Q(place="")
    if post is not None:
        free |= Q(pk__in=PostPicture.objects.filter(post=post).values("picture"))
    return Picture.objects.filter(free, author=author, pk__in=ids).in_bulk()


def own_unused(author: Persona, picture_id: int) -> Picture:
    """A picture that its author has taken in and not posted yet. Absent otherwise."""
    found = usable(author, [picture_id]).get(picture_id)
    if found is None:
        raise Absent
    return found


def visible(viewer: Viewer, picture_id: int) -> Picture:
    """A picture that the viewer may see. Absent otherwise."""
    found = Picture.objects.visible_to(viewer).filter(pk=picture_id).first()
    if found is None:
        raise Absent
    return found
