"""Reads of posts: one, and lists. Each asks the door."""

from collections.abc import Callable, Iterable
from functools import cache

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.door import post_rule_sql
from twofold.network.posts.markup import tag_name
from twofold.network.posts.models import Hashtag, Post, Tagging, Version
from twofold.people.audiences.door import Admits
from twofold.people.audiences.models import Scope
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

# A position after all others.
_NEVER = 2**62
_ANYWHERE = f"SELECT po.id FROM posts_post po WHERE po.id = %(post)s AND {post_rule_sql(thing='po')}"
_ADMITTED = f"{_ANYWHERE} AND po.network = %(network)s"


def seen_by(viewer: Viewer) -> QuerySet[Post]:
    """The posts that `viewer` may see, with their authors and audiences."""
    posts = Post.objects.visible_to(viewer).select_related("author", "audience")
    return posts.filter(network=viewer.network) if viewer.network else posts


def get(viewer: Viewer, post_id: int) -> Post:
    """One post, in the network that the viewer looks at. Absent where there is none, or none for this viewer."""
    if not _admitted(viewer, post_id):
        raise Absent
    found = _one(post=post_id)
    if not found:  # it went between the two reads
        raise Absent
    return found[0]


@prepared
def _one(post: int) -> QuerySet[Post]:
    return Post.objects.filter(pk=post).select_related("author", "audience")


def _admitted(viewer: Viewer, post_id: int) -> bool:
    """The door for one post, precompiled: whoever acts on something asks it, often several times."""
    ask: dict[str, int | str] = {
        "viewer": viewer.id,
        "home": viewer.home,
        "post": post_id,
        "network": viewer.network,
    }
    with connection.cursor() as cursor:
        cursor.execute(_ADMITTED if viewer.network else _ANYWHERE, ask)
        return cursor.fetchone() is not None


def original(viewer: Viewer, post_id: int) -> Post:
    """As `get`; for a repost, what was reposted: that is what people mean when they answer or react."""
    found = get(viewer, post_id)
    return get(viewer, found.repost_of_id) if found.repost_of_id else found


def by_author(
    viewer: Viewer, persona: Persona, before: int | None = None, size: int = DEFAULT_SIZE
) -> Page[Post]:
    """What `persona` posted and reposted, the newest first, as far as `viewer` may see it."""
    where = {"home": viewer.home, "network": viewer.network or persona.network}
    end = _NEVER if before is None else min(before, _NEVER)
    found = _by(size + 1)(me=viewer.id, **where, author=persona.pk, end=end)
    return cut(found, size, lambda post: post.position)


@cache
def _by(most: int) -> Callable[..., list[Post]]:
    @prepared
    def read(me: int, home: str, network: str, author: int, end: int) -> QuerySet[Post]:
        rows = seen_by(Viewer(me, home, network)).filter(author=author, root=None, position__lt=end)
        return rows.order_by("-position")[:most]

    return read


def public(viewer: Viewer, network: str, before: int | None = None, size: int = DEFAULT_SIZE) -> Page[Post]:
    """What was posted for everyone in `network`, reposts left out."""
    rows = seen_by(viewer).filter(network=network, root=None, repost_of=None, audience__scope=Scope.EVERYONE)
    return newest(rows, before, size)


def tagged(
    viewer: Viewer, network: str, tag: str, before: int | None = None, size: int = DEFAULT_SIZE
) -> Page[Post]:
    """The posts that carry a hashtag, the newest first."""
    rows = seen_by(viewer).filter(
        network=network, root=None, taggings__tag__network=network, taggings__tag__name=tag_name(tag)
    )
    return newest(rows, before, size)


def tags_of(viewer: Viewer, ids: Iterable[int], *, since: int, most: int = 400) -> list[tuple[str, int]]:
    """Hashtags as they are written, each with one of `ids` who used it after the position `since`; the latest first."""
    rows = Tagging.objects.filter(
        Admits.thing(viewer, at="post"), post__live=True, post__author__in=list(ids), position__gt=since
    )
    return list(rows.order_by("-position").values_list("tag__written", "post__author")[:most])


def hashtag(viewer: Viewer, network: str, tag: str) -> str:
    """A hashtag as it is written, where the viewer may see anything that carries it; or as it was asked for."""
    seen = Tagging.objects.filter(Admits.thing(viewer, at="post"), post__live=True, tag=OuterRef("pk"))
    known = Hashtag.objects.filter(Exists(seen), network=network, name=tag_name(tag))
    return known.values_list("written", flat=True).first() or tag


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


def newest(rows: QuerySet[Post], before: int | None, size: int) -> Page[Post]:
    if before is not None:
        rows = rows.filter(position__lt=before)
    return cut(list(rows.order_by("-position")[: size + 1]), size, lambda post: post.position)
