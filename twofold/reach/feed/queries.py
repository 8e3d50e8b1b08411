"""Reading home feeds: precompiled reads that ask the door again, held equal to their ORM form by a test."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import F, Q

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import decode, encode
from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.reading import read
from twofold.network.posts.door import post_rule_sql
from twofold.network.posts.models import Post
from twofold.network.posts.queries import seen_by
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed.models import Hidden, Snooze
from twofold.reach.feed.words import has_word

_FIRST = 2**63 - 1

# `po` is the post, `ori` what it reposts, if it is a repost; muting someone hides what others repost of them too.
NOT_MUTED = """NOT EXISTS (
 SELECT 1 FROM graph_mute mu WHERE mu.by_id = {reader} AND mu.persona_id IN (po.author_id, ori.author_id)
 AND (mu.until IS NULL OR mu.until > %(now)s))"""

# Whether the persona under the alias `pe` may see the post and has not muted it.
ADMITTED = (
    f"{post_rule_sql(thing='po', viewer='pe.id', home='pe.network')} AND {NOT_MUTED.format(reader='pe.id')}"
)

_NOT_HIDDEN = """NOT EXISTS (SELECT 1 FROM feed_hidden hi
 WHERE hi.owner_id = %(viewer)s AND hi.post_id IN (po.id, po.repost_of_id))"""

# What a feed may show to the viewer: the door first, then what they want to see no more.
SEEN = f"{post_rule_sql(thing='po')} AND {NOT_MUTED.format(reader='%(viewer)s')} AND {_NOT_HIDDEN}"

# Where a reader that shows posts puts the further columns that it needs of `po` and `ori`.
ALSO = "/* also */"

_DELIVERED = f"""SELECT e.position, e.post_id, po.repost_of_id{ALSO} FROM feed_entry e
JOIN posts_post po ON po.id = e.post_id LEFT JOIN posts_post ori ON ori.id = po.repost_of_id
JOIN personas_persona pe ON pe.id = po.author_id
WHERE e.owner_id = %(viewer)s AND (e.position, e.post_id) < (%(position)s, %(post)s)
AND e.position > %(since)s AND po.author_id <> %(but)s AND {SEEN}"""

_LOUD = f"""SELECT po.position, po.id, po.repost_of_id{ALSO} FROM posts_post po
LEFT JOIN posts_post ori ON ori.id = po.repost_of_id JOIN personas_persona pe ON pe.id = po.author_id
WHERE po.author_id = {{author}} AND po.root_id IS NULL
AND (po.position, po.id) < (%(position)s, %(post)s)
AND po.position > %(since)s AND po.author_id <> %(but)s AND {SEEN}"""

# The very followed authors that the viewer reads, and the words that they snooze: asked for every page of a feed.
_BEFORE = """SELECT lo.persona_id, '' FROM feed_loudauthor lo WHERE
EXISTS (SELECT 1 FROM graph_follow fo WHERE fo.follower_id = %(viewer)s AND fo.followed_id = lo.persona_id)
OR EXISTS (SELECT 1 FROM graph_tie ti WHERE ti.owner_id = %(viewer)s AND ti.other_id = lo.persona_id)
UNION ALL SELECT 0, sn.folded FROM feed_snooze sn WHERE sn.owner_id = %(viewer)s
AND (sn.until IS NULL OR sn.until > %(now)s)"""
_TEXT = ", COALESCE(ori.warning, po.warning), COALESCE(ori.text, po.text)"
# So many more are read at once where words may take some out.
_SPARE = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a feed before anything is read of its post: where it stands, and what it shows again, if it does."""

    position: int
    post_id: int
    repost_of: int | None

    @property
    def cursor(self) -> str:
        return f"{self.position}-{encode(self.post_id)}"


def home_ids(
    viewer: Viewer, before: str | int | None = None, size: int = DEFAULT_SIZE, *, since: int = 0
) -> Page[Line]:
    """The newest lines of the home feed of `viewer` that it may see now, newest first.

    `before` is a cursor of an earlier page, or a bare position; `since` is the position after which to end. Two
    statements, whatever the size. What was shown once on a page, as itself or as a repost, is not shown on it again,
    so a page can be a little shorter.
    """
    page = cut(_lines(viewer, _place(before), size + 1, since=since), size, lambda line: line.cursor)
    return Page(_once_each(page.rows), page.after)


def home_rows(
    viewer: Viewer, before: str | int | None = None, size: int = DEFAULT_SIZE, *, also: str
) -> Page[tuple]:
    """As `home_ids`, each line a row of position, post, what it reposts, and the columns `also`.

    `also` is SQL that begins with a comma; it may name `po`, the post, `pe`, its author, and `ori`, what it reposts.
    """
    rows = _rows(viewer, _place(before), size + 1, also=also)
    page = cut(rows, size, lambda row: f"{row[0]}-{encode(row[1])}")
    # What a row shows, its own post or the one it reposts: the first row of each.
    once = {row[2] or row[1]: row for row in reversed(page.rows)}
    return Page([row for row in page.rows if once[row[2] or row[1]] is row], page.after)


def arrived_since(viewer: Viewer, since: int, limit: int = 99) -> set[int]:
    """The ids of up to `limit` posts of others that have come to the home feed after the position `since`."""
    lines = _lines(viewer, (_FIRST, _FIRST), limit, since=since, but=viewer.id)
    return {line.post_id for line in lines}


def newer_ids(viewer: Viewer, after: tuple[int, int], size: int = DEFAULT_SIZE) -> list[Line]:
    """The lines that follow upon the place `after`, (position, post), newest first: what a client reads upwards."""
    return _once_each(_lines(viewer, after, size, upwards=True)[::-1])


def _lines(viewer: Viewer, place: tuple[int, int], limit: int, **wanted: Any) -> list[Line]:
    """Up to `limit` lines from `place` on; `wanted` as in `_rows`."""
    return [Line(*row) for row in _rows(viewer, place, limit, **wanted)]


def _rows(
    viewer: Viewer,
    place: tuple[int, int],
    limit: int,
    *,
    since: int = 0,
    but: int = 0,
    upwards: bool = False,
    also: str = "",
) -> list[tuple]:
    """Up to `limit` rows from `place` on, without those of the author `but`."""
    params: dict[str, Any] = {
        "viewer": viewer.id,
        "home": viewer.home,
        "position": place[0],
        "post": place[1],
        "since": since,
        "but": but,
        "limit": limit,
        "now": connection.ops.adapt_datetimefield_value(clock.now()),
    }
    before = read(_BEFORE, params)
    loud, words = [row[0] for row in before if row[0]], [row[1] for row in before if row[1]]
    params |= {f"loud{number}": author for number, author in enumerate(loud)}
    if words:
        return _without(words, _statement(len(loud), upwards, also + _TEXT), params)
    return read(_statement(len(loud), upwards, also), params)


def _without(words: Sequence[str], statement: str, params: dict[str, Any]) -> list[tuple]:
    """As many rows without these words as are wanted: read on until there are, or until the end."""
    kept: list[tuple] = []
    limit, step = params["limit"], params["limit"] + _SPARE
    while True:
        found = read(statement, {**params, "limit": step})
        kept += [row[:-2] for row in found if not has_word(f"{row[-2]} {row[-1]}", words)]
        if len(kept) >= limit or len(found) < step:
            return kept[:limit]
        params = {**params, "position": found[-1][0], "post": found[-1][1]}


_LEFT_OUT = """SELECT 'post', hi.post_id, '' FROM feed_hidden hi WHERE hi.owner_id = %(viewer)s
UNION ALL SELECT 'author', mu.persona_id, '' FROM graph_mute mu WHERE mu.by_id = %(viewer)s
AND (mu.until IS NULL OR mu.until > %(now)s)
UNION ALL SELECT 'word', 0, sn.folded FROM feed_snooze sn WHERE sn.owner_id = %(viewer)s
AND (sn.until IS NULL OR sn.until > %(now)s)"""


def wanted(viewer: Viewer, posts: Sequence[Post]) -> list[Post]:
    """These posts without what the viewer wants to see no more: for lists that no feed delivers. One statement."""
    now = connection.ops.adapt_datetimefield_value(clock.now())
    with connection.cursor() as cursor:
        cursor.execute(_LEFT_OUT, {"viewer": viewer.id, "now": now})
        rows = cursor.fetchall()
    gone = {(kind, number) for kind, number, _word in rows}
    words = [word for _kind, _number, word in rows if word]
    return [
        post
        for post in posts
        if ("post", post.pk) not in gone
        and ("author", post.author_id) not in gone
        and not (words and has_word(f"{post.warning} {post.text}", words))
    ]


def leaves_out(viewer: Viewer) -> bool:
    """Whether the viewer mutes, hides or snoozes anything at all. One statement."""
    now = connection.ops.adapt_datetimefield_value(clock.now())
    with connection.cursor() as cursor:
        cursor.execute(_LEFT_OUT, {"viewer": viewer.id, "now": now})
        return cursor.fetchone() is not None


def snoozed(viewer: Viewer) -> list[str]:
    """The words that the viewer snoozes at this moment, as they are compared."""
    rows = Snooze.objects.filter(Q(until=None) | Q(until__gt=clock.now()), owner=viewer.id)
    return list(rows.values_list("folded", flat=True))


def snoozes_of(viewer: Viewer) -> list[Snooze]:
    """The words that the viewer snoozes at this moment, those that end first at the head."""
    rows = Snooze.objects.filter(Q(until=None) | Q(until__gt=clock.now()), owner=viewer.id)
    return list(rows.order_by(F("until").asc(nulls_last=True), "folded"))


def hidden_by(viewer: Viewer, size: int = 100) -> list[Post]:
    """The posts that the viewer hid and may still see, those hidden last at the head."""
    rows = Hidden.objects.filter(owner=viewer.id).order_by("-at", "-pk").values_list("post", flat=True)
    ids = list(rows[:size])
    posts = seen_by(viewer).in_bulk(ids)
    return [posts[each] for each in ids if each in posts]


@lru_cache(maxsize=500)
def _statement(loud: int, upwards: bool, also: str) -> str:
    """The statement that reads delivered entries and the posts of so many very followed authors as one stream.

    Each part has an index in this order, so they are merged row by row: the door is asked for few rows that the
    page does not need. What was delivered before its author was so followed is read with the others of that author.
    """
    parts = [_DELIVERED]
    if loud:
        authors = [f"%(loud{number})s" for number in range(loud)]
        parts = [f"{_DELIVERED} AND po.author_id NOT IN ({', '.join(authors)})"]
        parts += [_LOUD.format(author=author) for author in authors]
    order = " ORDER BY 1 DESC, 2 DESC LIMIT %(limit)s + 0"
    if connection.vendor == "postgresql" and loud:
        # Its planner sorts whole parts rather than merge them, unless each says that it will not be read to its end.
        parts = [f"({part}{order})" for part in parts]
    statement = " UNION ALL ".join(parts) + order
    if upwards:
        statement = statement.replace(") < (%(position)s", ") > (%(position)s").replace(" DESC", " ASC")
    return statement.replace(ALSO, also)


def _once_each(lines: Sequence[Line]) -> list[Line]:
    seen: set[int] = set()
    kept = []
    for line in lines:
        shown = line.repost_of or line.post_id
        if shown not in seen:
            seen.add(shown)
            kept.append(line)
    return kept


def _place(before: str | int | None) -> tuple[int, int]:
    """Where to begin: nonsense begins at the beginning."""
    position, _, post = str(before or "").partition("-")
    start = read_cursor(position)
    if start is None or start > _FIRST:
        return _FIRST, _FIRST
    try:
        return start, decode(post) if post else 0
    except ValueError:
        return start, 0


def home(viewer: Viewer, before: str | int | None = None, size: int = DEFAULT_SIZE) -> Page[Post]:
    """The home feed of `viewer`, newest first: posts and reposts with their authors, in three statements."""
    page = home_ids(viewer, before, size)
    posts = Post.objects.select_related("author").in_bulk([line.post_id for line in page])
    return Page([posts[line.post_id] for line in page if line.post_id in posts], page.after)


_READERS = f"""SELECT pe.id FROM posts_post po LEFT JOIN posts_post ori ON ori.id = po.repost_of_id
CROSS JOIN personas_persona pe
WHERE po.id = %(post)s AND pe.id IN ({{among}}) AND pe.id <> po.author_id AND pe.state = 0
AND (EXISTS (
  SELECT 1 FROM feed_entry e WHERE e.owner_id = pe.id AND e.position = po.position AND e.post_id = po.id)
 OR EXISTS (
  SELECT 1 FROM feed_loudauthor lo WHERE lo.persona_id = po.author_id AND (
   EXISTS (SELECT 1 FROM graph_follow fo WHERE fo.follower_id = pe.id AND fo.followed_id = po.author_id)
   OR EXISTS (SELECT 1 FROM graph_tie ti WHERE ti.owner_id = pe.id AND ti.other_id = po.author_id))))
AND {ADMITTED}"""


def readers_among(post_id: int, persona_ids: Sequence[int]) -> set[int]:
    """Which of these personas, the author aside, find this post in their home feeds now."""
    if not persona_ids:
        return set()
    statement = _READERS.replace("{among}", ", ".join(f"{each:d}" for each in persona_ids))
    now = connection.ops.adapt_datetimefield_value(clock.now())
    with connection.cursor() as cursor:
        cursor.execute(statement, {"post": post_id, "now": now})
        return {row[0] for row in cursor.fetchall()}


def has_shared(viewer: Viewer) -> bool:
    """Whether the viewer has posted anything that is still there."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM posts_post WHERE author_id = %s AND root_id IS NULL AND live LIMIT 1", [viewer.id]
        )
        return cursor.fetchone() is not None
