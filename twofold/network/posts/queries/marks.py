"""How somebody stands to posts: what they felt, saved and passed on."""

from collections.abc import Iterable
from dataclasses import dataclass

from twofold.network.posts.models import Post, Reaction, Save
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True)
class Marks:
    reaction: str = ""
    saved: bool = False
    reposted: bool = False


def marks(viewer: Viewer, post_ids: Iterable[int]) -> dict[int, Marks]:
    """The viewer's own marks on these posts; three queries, whatever the number."""
    ids = list(post_ids)
    if not viewer or not ids:
        return dict.fromkeys(ids, Marks())
    felt = dict(Reaction.objects.filter(persona=viewer.id, post__in=ids).values_list("post", "kind"))
    saved = set(Save.objects.filter(persona=viewer.id, post__in=ids).values_list("post", flat=True))
    mine = Post.objects.filter(author=viewer.id, repost_of__in=ids, live=True)
    passed = set(mine.values_list("repost_of", flat=True))
    return {each: Marks(felt.get(each, ""), each in saved, each in passed) for each in ids}
