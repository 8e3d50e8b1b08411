"""What another recipe would make of the present feed, before it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from twofold.network.posts.models import Post
from twofold.network.posts.queries import seen_by
from twofold.people.personas.viewers import Viewer
from twofold.reach.ranking import packing
from twofold.reach.ranking.models import Ranked
from twofold.reach.ranking.queries.why import lines_of
from twofold.reach.ranking.recipes import weights_of
from twofold.reach.ranking.scoring import summed

FEW = 10


@dataclass(frozen=True)
class Moved:
    """A post in its place by another recipe, and where it stands now; places count from 1."""

    post: Post
    place: int
    before: int


def preview(viewer: Viewer, ranked: Ranked, chosen: Mapping[str, int]) -> list[Moved]:
    """The first posts of a ranking as they would stand by another recipe; two statements."""
    rows = packing.unpack(bytes(ranked.items), len(ranked.weighed))
    weights = weights_of(viewer.home, chosen)
    before = {row.post_id: place for place, row in enumerate(rows, 1)}
    after = summed(list(ranked.weighed), list(lines_of(rows).values()), weights)[:FEW]
    posts = seen_by(viewer).select_related("repost_of__author").in_bulk([row.post_id for row in after])
    return [
        Moved(posts[row.post_id], place, before[row.post_id])
        for place, row in enumerate(after, 1)
        if row.post_id in posts
    ]
