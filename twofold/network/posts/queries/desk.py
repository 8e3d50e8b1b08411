"""What the composer looks up: pictures of one's own, and people by name."""

from collections.abc import Iterable

from twofold.network.media.models import Picture
from twofold.network.media.queries import own
from twofold.network.posts.models import Post
from twofold.network.posts.queries.reading import seen_by
from twofold.people.graph.queries.naming import somebody, ties_by_name
from twofold.people.personas.viewers import Viewer

__all__ = ["own_pictures", "pictures_of", "post_with", "somebody", "ties_by_name"]


def own_pictures(viewer: Viewer, ids: Iterable[int]) -> list[Picture]:
    """Those of the viewer's own pictures that `ids` name, in that order."""
    wanted = list(ids)
    return own(viewer, wanted) if wanted else []


def post_with(viewer: Viewer, picture_id: int) -> Post | None:
    """The post or comment that a picture stands in, if there is one for this viewer."""
    return seen_by(viewer).filter(pictures__picture=picture_id).first()


def pictures_of(post: Post) -> list[Picture]:
    """The pictures of a post that the door let through, in their order."""
    return [each.picture for each in post.pictures.select_related("picture")]
