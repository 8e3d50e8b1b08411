"""A post with its thread; and who reacted or reposted, by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from twofold.foundation.kit.paging import Page, cut
from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.door import post_rule_sql
from twofold.network.posts.models import Post, Reaction
from twofold.network.posts.queries.cards import Card, cards_of, comment_cards
from twofold.network.posts.queries.reading import get
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

PAGE = 50
DEPTH = 3

_PLACE = f"""SELECT po.id, po.repost_of_id, po.root_id, po.position FROM posts_post po
WHERE po.id = %(post)s AND {post_rule_sql(thing="po")}"""

_ANSWERS = f"""SELECT po.position, po.id, po.parent_id FROM posts_post po
WHERE po.root_id = %(root)s AND po.position > %(after)s AND {post_rule_sql(thing="po")}
ORDER BY po.position LIMIT %(limit)s + 0"""


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
    number, root, position = _place(viewer, post_id)
    found = cards_of(viewer, [(root, None)])
    if not found or (viewer.network and found[0].row.network != viewer.network):
        raise Absent
    found[0].comments = ()
    focus = number if number != root else None
    after = max(before or 0, position - 1 if focus else 0)
    page = cut(_answers_after(viewer, root, after), PAGE, lambda row: row[0])
    ids = _below(number, page.rows) if focus else [row[1] for row in page.rows]
    return Thread(found[0], Page(as_tree(root, comment_cards(viewer, ids)), page.after), focus)


def _place(viewer: Viewer, post_id: int) -> tuple[int, int, int]:
    """The post that an address means (of a repost, what it repeats), its thread, and where it stands. Or Absent."""
    row = _one(_PLACE, viewer, post_id)
    if row and row[1]:
        row = _one(_PLACE, viewer, row[1])
    if row is None:
        raise Absent
    number, _again, root, position = row
    return number, root or number, position


def _one(statement: str, viewer: Viewer, post_id: int) -> tuple | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"viewer": viewer.id, "home": viewer.home, "post": post_id})
        return cursor.fetchone()


def _answers_after(viewer: Viewer, root: int, after: int) -> list[tuple[int, int, int]]:
    """Position, id and parent of the comments that follow upon a position: one page and one more."""
    params: dict[str, Any] = {
        "viewer": viewer.id,
        "home": viewer.home,
        "root": root,
        "after": after,
        "limit": PAGE + 1,
    }
    with connection.cursor() as cursor:
        cursor.execute(_ANSWERS, params)
        return cursor.fetchall()


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
    top: list[Card] = []
    for card in comments:
        for each in reversed(_not_hung(card, by_id, depth)):
            _hang(each, by_id, depth, home, top)
    return top


def _not_hung(card: Card, by_id: dict[int, Card], depth: dict[int, int]) -> list[Card]:
    """The comment and what it answers, as far as that hangs nowhere yet: clocks can put an answer first."""
    chain: list[Card] = []
    here: Card | None = card
    while here is not None and here.id not in depth:
        chain.append(here)
        here = by_id.get(here.row.parent or 0)
    return chain


def _hang(
    card: Card, by_id: dict[int, Card], depth: dict[int, int], home: dict[int, Card], top: list[Card]
) -> None:
    parent = by_id.get(card.row.parent or 0)
    if parent is None:
        depth[card.id] = 0
        top.append(card)
        return
    if depth[parent.id] + 1 >= DEPTH:
        card.answers = parent.row
        parent = home[parent.id]
    depth[card.id] = depth[parent.id] + 1
    home[card.id] = parent
    parent.replies.append(card)


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
