"""Reads of posts: one, and lists. Each asks the door."""

from django.db.models import QuerySet

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut
from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.markup import tag_name
from twofold.network.posts.models import Hashtag, Post, Save, Version
from twofold.people.audiences.models import Scope
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_POSITION = "position"


def seen_by(viewer: Viewer) -> QuerySet[Post]:
    """The posts that `viewer` may see, with their authors and audiences."""
    posts = Post.objects.visible_to(viewer).select_related("author", "audience")
    return posts.filter(network=viewer.network) if viewer.network else posts


def get(viewer: Viewer, post_id: int) -> Post:
    """One post, in the network that the viewer looks at. Absent where there is none, or none for this viewer."""
    found = seen_by(viewer).filter(pk=post_id).first()
    if found is None:
        raise Absent
    return found


def original(viewer: Viewer, post_id: int) -> Post:
    """As `get`; for a repost, what was reposted: that is what people mean when they answer or react."""
    found = get(viewer, post_id)
    return get(viewer, found.repost_of_id) if found.repost_of_id else found


def by_author(
    viewer: Viewer, persona: Persona, before: int | None = None, size: int = DEFAULT_SIZE
) -> Page[Post]:
    """What `persona` posted and reposted, the newest first, as far as `viewer` may see it."""
    return _newest(seen_by(viewer).filter(author=persona, root=None), before, size)


def public(viewer: Viewer, network: str, before: int | None = None, size: int = DEFAULT_SIZE) -> Page[Post]:
    """What was posted for everyone in `network`, reposts left out."""
    rows = seen_by(viewer).filter(network=network, root=None, repost_of=None, audience__scope=Scope.EVERYONE)
    return _newest(rows, before, size)


def tagged(
    viewer: Viewer, network: str, tag: str, before: int | None = None, size: int = DEFAULT_SIZE
) -> Page[Post]:
    """The posts that carry a hashtag, the newest first."""
    rows = seen_by(viewer).filter(
        network=network, root=None, taggings__tag__network=network, taggings__tag__name=tag_name(tag)
    )
    return _newest(rows, before, size)


def hashtag(network: str, tag: str) -> str:
    """A hashtag as it was first written, or as it was asked for."""
    found = Hashtag.objects.filter(network=network, name=tag_name(tag)).values_list("written", flat=True)
    return found.first() or tag


def saved(viewer: Viewer, before: int | None = None, size: int = DEFAULT_SIZE) -> Page[Post]:
    """What the viewer saved, the latest saved first. What has since been withdrawn from them is left out."""
    kept = Save.objects.filter(persona=viewer.id, post__in=Post.objects.visible_to(viewer))
    if before is not None:
        kept = kept.filter(position__lt=before)
    rows = list(kept.select_related("post__author", "post__audience").order_by("-position")[: size + 1])
    page = cut(rows, size, lambda row: row.position)
    return Page([row.post for row in page.rows], page.after)


def versions(viewer: Viewer, post_id: int) -> tuple[Post, list[Version]]:
    """A post and what it said before, the latest first. Whoever may see the post may see how it changed."""
    post = get(viewer, post_id)
    return post, list(Version.objects.filter(post=post).order_by("-until")[:50])


def deleted(author: Persona, post_id: int) -> Post:
    """Something that its author took away and may bring back. Absent for anyone else."""
    found = (
        Post.objects.filter(pk=post_id, author=author)
        .exclude(deleted_at=None)
        .select_related("author", "audience")
        .first()
    )
    if found is None:
        raise Absent
    return found


def submitted(author: Persona, once: str) -> Post | None:
    """What an earlier submission with this key made, whatever became of it."""
    rows = Post.objects.filter(author=author, submission=once) if once else Post.objects.none()
    return rows.select_related("author", "audience").first()


def _newest(rows: QuerySet[Post], before: int | None, size: int) -> Page[Post]:
    if before is not None:
        rows = rows.filter(position__lt=before)
    return cut(list(rows.order_by("-position")[: size + 1]), size, lambda post: post.position)
