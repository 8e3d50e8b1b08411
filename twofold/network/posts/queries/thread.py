"""A post with its thread; and who reacted or reposted, by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from twofold.foundation.kit.paging import Page, cut
from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.models import Post, Reaction
from twofold.network.posts.queries.cards import Card, cards_of, comment_cards
from twofold.network.posts.queries.reading import get, original
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

PAGE = 50
DEPTH = 3


@dataclass(frozen=True)
class Thread:
    """`root` is the card of the post, `comments` a page of what answers it, as a tree, the oldest first.

    `focus` is the comment that was asked for, if it was one: then only what hangs on it is shown.
    """

    root: Card
    comments: Page[Card]
    focus: int | None = None


def thread(viewer: Viewer, post_id: int, before: int | None = None) -> Thread:
    """The thread of a post, or the part of it below a comment. Five statements when all fragments are kept.

    `before` is the cursor of an earlier page: comments after that position follow. Absent unless its post is visible.
    """
    post = original(viewer, post_id)
    root = post.root_id or post.pk
    found = cards_of(viewer, [(root, None)])
    if not found:
        raise Absent
    found[0].comments = ()
    rows = Post.objects.visible_to(viewer).filter(root=root)
    if post.root_id:
        rows = rows.filter(position__gte=post.position)
    if before is not None:
        rows = rows.filter(position__gt=before)
    page = cut(
        list(rows.order_by("position").values_list("position", "pk", "parent")[: PAGE + 1]),
        PAGE,
        lambda row: row[0],
    )
    ids = [number for _position, number, _parent in page.rows]
    if post.root_id:
        ids = _below(post.pk, page.rows)
    tree = as_tree(root, comment_cards(viewer, ids))
    return Thread(found[0], Page(tree, page.after), post.pk if post.root_id else None)


def _below(top: int, rows: Sequence[tuple[int, int, int | None]]) -> list[int]:
    kept = {top}
    for _position, number, parent in rows:
        if parent in kept:
            kept.add(number)
    return [number for _position, number, _parent in rows if number in kept]


def as_tree(root: int, comments: list[Card]) -> list[Card]:
    """Hang each comment on what it answers; at most `DEPTH` deep, then side by side, named by whom they answer.

    A comment whose parent is not on this page, or not there for the viewer, stands at the top.
    """
    by_id = {card.id: card for card in comments}
    depth: dict[int, int] = {}
    home: dict[int, Card] = {}
    top = []
    for card in comments:
        parent = by_id.get(card.row.parent or 0)
        if parent is None:
            depth[card.id] = 0
            top.append(card)
            continue
        if depth[parent.id] + 1 >= DEPTH:
            card.answers = parent.row
            parent = home[parent.id]
        depth[card.id] = depth[parent.id] + 1
        home[card.id] = parent
        parent.replies.append(card)
    return top


def reactions_to(
    viewer: Viewer, post_id: int, before: int | None = None, size: int = 40
) -> tuple[Post, Page[Reaction]]:
    """Who reacted to a post and how, as far as they are there for the viewer; the latest first."""
    post = get(viewer, post_id)
    rows = Reaction.objects.filter(
        AdmitsPersona.to(viewer, at="persona"), post=post, persona__state=Persona.State.ACTIVE
    )
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows.select_related("persona").order_by("-pk")[: size + 1])
    return post, cut(found, size, lambda row: row.pk)


def reposters_of(
    viewer: Viewer, post_id: int, before: int | None = None, size: int = 40
) -> tuple[Post, Page[Post]]:
    """Who passed a post on, as far as they are there for the viewer; the latest first."""
    return _with_authors(viewer, post_id, "repost_of", before, size)


def quotes_of(
    viewer: Viewer, post_id: int, before: int | None = None, size: int = 20
) -> tuple[Post, Page[Post]]:
    """What quotes a post, the latest first."""
    return _with_authors(viewer, post_id, "quote_of", before, size)


def _with_authors(
    viewer: Viewer, post_id: int, way: str, before: int | None, size: int
) -> tuple[Post, Page[Post]]:
    post = get(viewer, post_id)
    rows: QuerySet[Post] = Post.objects.visible_to(viewer).filter(**{way: post})
    if before is not None:
        rows = rows.filter(position__lt=before)
    found = list(rows.select_related("author", "audience").order_by("-position")[: size + 1])
    return post, cut(found, size, lambda row: row.position)
