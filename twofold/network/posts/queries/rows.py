"""What a page of cards needs of each post, in one precompiled read that asks the door itself.

A test holds it equal to `visible_to` and to the ORM's own reading of marks.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from django.db import connection

from twofold.foundation.kit.reading import read
from twofold.network.posts.door import post_rule_sql
from twofold.people.audiences.door import rule_sql
from twofold.people.personas.viewers import Viewer


class Row(NamedTuple):
    """A post as a card needs it before its words: who, counts, and how the viewer stands to it.

    `latest` and `second` are the newest two comments that the viewer may see; `tie` is what the author is to them.
    """

    id: int
    version: int
    position: int
    network: str
    repost_of: int | None
    quote_of: int | None
    root: int | None
    parent: int | None
    scope: int
    reactions: int
    comments: int
    reposts: int
    author_id: int
    author_version: int
    author_name: str
    author_handle: str
    tie: str | None
    reaction: str | None
    saved: bool
    reposted: bool
    latest: int | None
    second: int | None


_COMMENT = f"""(CASE WHEN po.comments_count > 0 AND po.root_id IS NULL THEN (
 SELECT co.id FROM posts_post co WHERE co.root_id = po.id AND {rule_sql(thing="co")}
 ORDER BY co.position DESC LIMIT 1 OFFSET {{place}}) END)"""

_ROWS = f"""SELECT po.id, po.version, po.position, po.network, po.repost_of_id, po.quote_of_id, po.root_id,
 po.parent_id, aud.scope, po.reactions_count, po.comments_count, po.reposts_count,
 pe.id, pe.version, pe.name, pe.handle, ti.kind, re.kind, sa.id IS NOT NULL,
 EXISTS (SELECT 1 FROM posts_post mi WHERE mi.repost_of_id = po.id AND mi.author_id = %(viewer)s AND mi.live),
 {{latest}}, {{second}}
FROM posts_post po
JOIN personas_persona pe ON pe.id = po.author_id
JOIN audiences_audience aud ON aud.id = po.audience_id
LEFT JOIN graph_tie ti ON ti.owner_id = %(viewer)s AND ti.other_id = po.author_id
LEFT JOIN posts_reaction re ON re.post_id = po.id AND re.persona_id = %(viewer)s
LEFT JOIN posts_save sa ON sa.post_id = po.id AND sa.persona_id = %(viewer)s
WHERE po.id IN ({{ids}}) AND {post_rule_sql(thing="po")}"""


# The same columns for a reader of feeds that has asked the door for `po` already, `ori` being what it reposts. The
# newest comments are those of the post that is shown: chosen without asking the door, read by `rows`, which asks.
_SHOWN = "COALESCE(po.repost_of_id, po.id)"
_NEWEST = f"""(CASE WHEN COALESCE(ori.comments_count, po.comments_count) > 0 THEN (
 SELECT co.id FROM posts_post co WHERE co.root_id = {_SHOWN} AND co.live AND {{rule}}
 ORDER BY co.position DESC LIMIT 1 OFFSET {{place}}) END)"""
_ALSO = """, po.version, po.network, po.quote_of_id, po.root_id, po.parent_id,
 (SELECT aud.scope FROM audiences_audience aud WHERE aud.id = po.audience_id),
 po.reactions_count, po.comments_count, po.reposts_count, po.author_id, pe.version, pe.name, pe.handle,
 (SELECT ti.kind FROM graph_tie ti WHERE ti.owner_id = %(viewer)s AND ti.other_id = po.author_id),
 (SELECT re.kind FROM posts_reaction re WHERE re.post_id = po.id AND re.persona_id = %(viewer)s),
 EXISTS (SELECT 1 FROM posts_save sa WHERE sa.post_id = po.id AND sa.persona_id = %(viewer)s),
 EXISTS (SELECT 1 FROM posts_post mi WHERE mi.repost_of_id = po.id AND mi.author_id = %(viewer)s AND mi.live),
 {latest}, {second}, ori.quote_of_id"""


_STEP = 8


@cache
def columns(*, some_are_hidden: bool) -> str:
    """What a reader of feeds reads of each post beside its place, for `row_of`. It joins the author as `pe`.

    Where `some_are_hidden` from the viewer, the door is asked already when the newest comments are chosen: so there
    are two of them all the same.
    """
    rule = rule_sql(thing="co") if some_are_hidden else "TRUE"
    latest, second = (_NEWEST.format(rule=rule, place=place) for place in (0, 1))
    return _ALSO.replace("{latest}", latest).replace("{second}", second)


def row_of(read: Sequence) -> tuple[Row, int | None]:
    """The row of what a reader of feeds read: position, post, what it reposts, `columns`; and what that quotes."""
    position, number, repost_of, version, network, *rest = read
    return Row(number, version, position, network, repost_of, *rest[:-1]), rest[-1]


@cache
def _statement(number: int, previews: bool) -> str:
    latest, second = (_COMMENT.format(place=place) if previews else "NULL" for place in (0, 1))
    ids = ", ".join(f"%(i{place})s" for place in range(number))
    return _ROWS.replace("{latest}", latest).replace("{second}", second).replace("{ids}", ids)


def rows(viewer: Viewer, ids: Iterable[int], *, previews: bool = False) -> dict[int, Row]:
    """The rows of those posts that the viewer may see; one statement. `previews`: with their newest comments."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    # Few lengths, few statements to prepare; nothing has the id 0.
    wanted += [0] * (-len(wanted) % _STEP)
    params = {f"i{place}": each for place, each in enumerate(wanted)}
    found = read(_statement(len(wanted), previews), {"viewer": viewer.id, "home": viewer.home, **params})
    return {row[0]: Row._make(row) for row in found}


_SHUT_OUT = "SELECT by_id FROM audiences_denial WHERE persona_id = %s"


def hidden_from(viewer: Viewer) -> list[int]:
    """The personas who are not there for the viewer: nothing that counts them may count them for this viewer."""
    if not viewer:
        return []
    return [row[0] for row in read(_SHUT_OUT, [viewer.id])]


_HIDDEN_COUNTS = {
    "reactions": "SELECT post_id, COUNT(*) FROM posts_reaction WHERE post_id IN ({ids}) AND persona_id IN ({who})"
    " GROUP BY post_id",
    "comments": "SELECT root_id, COUNT(*) FROM posts_post WHERE live AND root_id IN ({ids}) AND author_id IN ({who})"
    " GROUP BY root_id",
    "replies": "SELECT parent_id, COUNT(*) FROM posts_post WHERE live AND root_id IS NOT NULL"
    " AND root_id <> parent_id AND parent_id IN ({ids}) AND author_id IN ({who}) GROUP BY parent_id",
    "reposts": "SELECT repost_of_id, COUNT(*) FROM posts_post WHERE live AND repost_of_id IN ({ids})"
    " AND author_id IN ({who}) GROUP BY repost_of_id",
}


def without_the_hidden(found: dict[int, Row], hidden: Sequence[int]) -> dict[int, Row]:
    """The same rows, with the counts as they are for somebody to whom `hidden` are not there."""
    if not found or not hidden:
        return found
    less = {name: _counted(statement, list(found), hidden) for name, statement in _HIDDEN_COUNTS.items()}
    return {
        key: row._replace(
            reactions=row.reactions - less["reactions"].get(key, 0),
            comments=row.comments - less["replies" if row.root else "comments"].get(key, 0),
            reposts=row.reposts - less["reposts"].get(key, 0),
        )
        for key, row in found.items()
    }


def said_by(hidden: Sequence[int], ids: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """How many reactions, comments and reposts of each post are of these personas; three statements."""
    if not hidden or not ids:
        return {}
    less = [_counted(_HIDDEN_COUNTS[name], ids, hidden) for name in ("reactions", "comments", "reposts")]
    found = {number for each in less for number in each}
    return {
        number: (less[0].get(number, 0), less[1].get(number, 0), less[2].get(number, 0)) for number in found
    }


def _counted(statement: str, ids: Sequence[int], who: Sequence[int]) -> dict[int, int]:
    def marks(number: int) -> str:
        return ", ".join(["%s"] * number)

    with connection.cursor() as cursor:
        cursor.execute(statement.format(ids=marks(len(ids)), who=marks(len(who))), [*ids, *who])
        return dict(cursor.fetchall())
