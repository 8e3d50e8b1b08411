"""Posts for clients: what the door lets through, the little that differs by reader, and the rest to be encoded once."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet, prefetch_related_objects

from twofold.foundation.kit.ids import decode
from twofold.network.posts.door import post_rule_sql
from twofold.network.posts.markup import tag_name
from twofold.network.posts.models import Pin, Post, Reaction, Save, Version
from twofold.network.posts.queries.rows import hidden_from, without_the_hidden
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed import queries as feed


class Row(NamedTuple):
    """A post as a page of a client needs it: keys of the kept pieces, counts, and the reader's own marks."""

    id: int
    version: int
    author_id: int
    author_version: int
    reactions: int
    comments: int
    reposts: int
    repost_of: int | None
    quote_of: int | None
    root: int | None
    parent: int | None
    reaction: str | None
    saved: bool
    reposted: bool


_ROWS = """SELECT po.id, po.version, po.author_id, au.version,
 po.reactions_count, po.comments_count, po.reposts_count,
 po.repost_of_id, po.quote_of_id, po.root_id, po.parent_id, re.kind,
 sa.id IS NOT NULL, EXISTS (
  SELECT 1 FROM posts_post mi WHERE mi.repost_of_id = po.id AND mi.author_id = %s AND mi.live)
FROM posts_post po
JOIN personas_persona au ON au.id = po.author_id
LEFT JOIN posts_reaction re ON re.post_id = po.id AND re.persona_id = %s
LEFT JOIN posts_save sa ON sa.post_id = po.id AND sa.persona_id = %s
WHERE po.id IN ({marks})"""


_ALSO = """, po.version, po.author_id,
 (SELECT au.version FROM personas_persona au WHERE au.id = po.author_id),
 COALESCE(ori.reactions_count, po.reactions_count), COALESCE(ori.comments_count, po.comments_count),
 COALESCE(ori.reposts_count, po.reposts_count), po.quote_of_id, po.root_id, po.parent_id,
 (SELECT re.kind FROM posts_reaction re WHERE {shown} = re.post_id AND re.persona_id = %(viewer)s),
 EXISTS (SELECT 1 FROM posts_save sa WHERE sa.post_id = {shown} AND sa.persona_id = %(viewer)s),
 EXISTS (SELECT 1 FROM posts_post mi WHERE mi.repost_of_id = {shown} AND mi.author_id = %(viewer)s AND mi.live),
 ori.version, ori.author_id, (SELECT au.version FROM personas_persona au WHERE au.id = ori.author_id),
 ori.quote_of_id, ori.root_id, ori.parent_id,
 EXISTS (SELECT 1 FROM audiences_denial sh WHERE sh.persona_id = %(viewer)s)""".replace(
    "{shown}", "COALESCE(po.repost_of_id, po.id)"
)


class Page(NamedTuple):
    """`wanted` in order; `rows` also holds what they repost. `below` is the id of the post to go on from."""

    wanted: list[Row]
    rows: dict[int, Row]
    below: int | None


def home(viewer: Viewer, before: str | None, size: int, after: tuple[int, int] | None) -> Page:
    """A page of the home feed with everything that differs by reader: the one hot read, two statements in all.

    `after` cuts it off at a place. Somebody who is shut out by anyone costs five more: to them those are not there,
    and not counted.
    """
    page = feed.home_rows(viewer, before, size, also=_ALSO)
    lines = [line for line in page.rows if after is None or line[:2] > after]
    rows: dict[int, Row] = {}
    for _position, pk, again, *rest in lines:
        version, author, author_version, reactions, comments, reposts, quote, root, parent = rest[:9]
        marks, counts = rest[9:12], (reactions, comments, reposts)
        rows[pk] = Row(pk, version, author, author_version, *counts, again, quote, root, parent, *marks)
        if again:
            version, author, author_version, quote, root, parent = rest[12:18]
            rows[again] = Row(
                again, version, author, author_version, *counts, None, quote, root, parent, *marks
            )
    if lines and lines[0][-1]:
        rows = _less(viewer, rows)
    wanted = [rows[line[1]] for line in lines]
    more = page.after if len(lines) == len(page.rows) else None
    return Page(wanted, rows, decode(more.partition("-")[2]) if more else None)


def _less(viewer: Viewer, rows: dict[int, Row]) -> dict[int, Row]:
    """The same rows, with nobody counted who is not there for the viewer."""
    counted: Any = rows
    return without_the_hidden(counted, hidden_from(viewer))  # type: ignore[return-value]


@cache
def _rows_sql(number: int) -> str:
    return _ROWS.format(marks=", ".join(["%s"] * number))


def rows(viewer: Viewer, ids: Sequence[int]) -> dict[int, Row]:
    """The rows of posts that the door let through, and of what they repost; one statement."""
    if not ids:
        return {}
    me = viewer.id
    with connection.cursor() as cursor:
        cursor.execute(_rows_sql(len(ids)), [me, me, me, *ids])
        found = {row[0]: Row._make(row) for row in cursor.fetchall()}
    return _less(viewer, found)


def visible_ids(viewer: Viewer, ids: Iterable[int]) -> set[int]:
    """Those of `ids` that the viewer may see."""
    wanted = [each for each in ids if each]
    if not wanted:
        return set()
    return set(Post.objects.visible_to(viewer).filter(pk__in=wanted).values_list("pk", flat=True))


def in_network(viewer: Viewer, posts: QuerySet[Post]) -> QuerySet[Post]:
    return posts.filter(network=viewer.network) if viewer.network else posts


def to_encode(ids: Iterable[int]) -> list[Post]:
    """Posts with everything that their encoding shows. The door was asked before; a fixed number of queries."""
    return list(
        Post.objects.filter(pk__in=list(ids))
        .annotate(is_pinned=Exists(Pin.objects.filter(post=OuterRef("pk"))))
        .select_related("author", "audience", "card", "parent", "poll")
        .prefetch_related(
            "pictures__picture", "mentions__persona", "taggings__tag", "audience__components__part"
        )
    )


_PLACE = f"""SELECT po.position FROM posts_post po WHERE po.id = %(post)s
 AND ({post_rule_sql(thing="po")} OR EXISTS (
  SELECT 1 FROM feed_entry e WHERE e.post_id = po.id AND e.owner_id = %(viewer)s))"""


def position_of(viewer: Viewer, post_id: int) -> int | None:
    """Where a post stands in the streams; None unless the viewer may see it, or once had it in the home feed."""
    with connection.cursor() as cursor:
        cursor.execute(_PLACE, {"post": post_id, "viewer": viewer.id, "home": viewer.home})
        found = cursor.fetchone()
    return found[0] if found else None


def stream(viewer: Viewer, *, tag: str = "", author_id: int = 0, replies: bool = False) -> QuerySet[Post]:
    """Posts that the viewer may see: of one author, with a hashtag, or for everyone in the network."""
    posts = in_network(viewer, Post.objects.visible_to(viewer))
    if author_id:
        posts = posts.filter(author=author_id)
    elif tag:
        posts = posts.filter(taggings__tag__name=tag_name(tag), repost_of=None)
    else:
        posts = posts.filter(repost_of=None, audience__scope__gte=2)
    return posts if replies else posts.filter(root=None)


def ancestors(viewer: Viewer, post: Post) -> list[int]:
    """From the root down to the parent of `post`, those that the viewer may see."""
    if post.root_id is None:
        return []
    thread = dict(Post.objects.filter(Q(root=post.root_id) | Q(pk=post.root_id)).values_list("pk", "parent"))
    chain, at = [], post.parent_id
    while at is not None and at in thread and at not in chain:
        chain.append(at)
        at = thread[at]
    seen = visible_ids(viewer, chain)
    return [each for each in reversed(chain) if each in seen]


def descendants(viewer: Viewer, post: Post, limit: int = 500) -> list[int]:
    """What was said below `post`, each answer after what it answers, oldest first."""
    root = post.root_id or post.pk
    said = Post.objects.visible_to(viewer).filter(root=root).order_by("position")
    children: dict[int | None, list[int]] = {}
    for pk, parent in said.values_list("pk", "parent")[:limit]:
        children.setdefault(parent, []).append(pk)
    found: list[int] = []
    waiting = list(reversed(children.get(post.pk, [])))
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting.extend(reversed(children.get(at, [])))
    return found


def versions(post: Post) -> list[Version]:
    """What a post said before, oldest first."""
    return list(post.versions.order_by("until", "pk"))


def saved(viewer: Viewer) -> QuerySet[Post]:
    """What the viewer keeps and may still see."""
    mine = Save.objects.filter(persona=viewer.id).values("post")
    return in_network(viewer, Post.objects.visible_to(viewer)).filter(pk__in=mine)


def reacted_to(viewer: Viewer) -> QuerySet[Post]:
    """What the viewer reacted to and may still see."""
    mine = Reaction.objects.filter(persona=viewer.id).values("post")
    return in_network(viewer, Post.objects.visible_to(viewer)).filter(pk__in=mine)


def with_pictures(post: Post) -> Post:
    """The same post with its author and pictures read."""
    prefetch_related_objects([post], "author", "pictures__picture")
    return post
