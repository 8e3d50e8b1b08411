"""What could stand in a reader's feed: gathered from all sides, let through the door, and only then weighed.

What ties and those followed shared, what stands in the reader's groups and under their topics, what friends of friends
and pages say to everyone, and what is lively in the community. A few precompiled statements, whatever the number.
"""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any

from django.db import connection

from twofold.foundation.kit import clock
from twofold.foundation.kit.kept import Kept
from twofold.foundation.kit.sets import select
from twofold.network.posts.models import Post
from twofold.network.posts.queries import hidden_from, said_by
from twofold.people.audiences.models import Scope
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed.queries import SEEN, snoozed
from twofold.reach.feed.words import has_word
from twofold.reach.ranking.models import Taste
from twofold.reach.ranking.queries.taste import leanings_of
from twofold.reach.ranking.scoring import Author, Candidate, Face, World

MOST = 500
DELIVERED, LOUD, GROUPS, TOPICS, AROUND, LIVELY = 440, 60, 60, 60, 60, 40
_REACH = timedelta(days=90)
_NEAR = timedelta(days=21)
_LONG = 600

_GATHERED = f"""
SELECT * FROM (SELECT en.post_id AS id FROM feed_entry en WHERE en.owner_id = %(viewer)s AND en.position > %(since)s
 ORDER BY en.position DESC LIMIT {DELIVERED}) delivered
UNION SELECT * FROM (SELECT lo.id FROM posts_post lo WHERE lo.root_id IS NULL AND lo.position > %(near)s
 AND lo.author_id IN (SELECT la.persona_id FROM feed_loudauthor la WHERE
  EXISTS (SELECT 1 FROM graph_follow fo WHERE fo.follower_id = %(viewer)s AND fo.followed_id = la.persona_id)
  OR EXISTS (SELECT 1 FROM graph_tie ti WHERE ti.owner_id = %(viewer)s AND ti.other_id = la.persona_id))
 ORDER BY lo.position DESC LIMIT {LOUD}) loud
UNION SELECT * FROM (SELECT gr.post_id FROM groups_membership me JOIN groups_entry gr ON gr.group_id = me.group_id
 WHERE me.persona_id = %(viewer)s AND me.role IN ('owner', 'admin', 'moderator', 'member')
 AND NOT gr.waits AND gr.position > %(near)s ORDER BY gr.position DESC LIMIT {GROUPS}) grouped
UNION SELECT * FROM (SELECT tg.post_id FROM ranking_leaning le
 JOIN posts_hashtag ha ON ha.network = %(home)s AND ha.name = le.ref JOIN posts_tagging tg ON tg.tag_id = ha.id
 WHERE le.owner_id = %(viewer)s AND le.about = 'topic' AND le.amount > 0 AND tg.position > %(since)s
 ORDER BY tg.position DESC LIMIT {TOPICS}) tagged
UNION SELECT * FROM (SELECT ne.id FROM ranking_bond bo JOIN posts_post ne ON ne.author_id = bo.other_id
 JOIN audiences_audience au ON au.id = ne.audience_id
 WHERE bo.owner_id = %(viewer)s AND bo.common > 0 AND ne.root_id IS NULL AND ne.repost_of_id IS NULL
 AND ne.position > %(near)s AND au.scope >= {Scope.MEMBERS.value} ORDER BY ne.position DESC LIMIT {AROUND}) around
UNION SELECT li.id FROM posts_post li WHERE li.id IN {{lively}}"""

_ADMITTED = f"""SELECT po.id, po.position, po.author_id, COALESCE(po.repost_of_id, po.id),
 COALESCE(ori.version, po.version), COALESCE(ori.reactions_count, po.reactions_count),
 COALESCE(ori.comments_count, po.comments_count), COALESCE(ori.reposts_count, po.reposts_count), ori.author_id
FROM ({_GATHERED}) ca JOIN posts_post po ON po.id = ca.id LEFT JOIN posts_post ori ON ori.id = po.repost_of_id
WHERE po.root_id IS NULL AND po.network = %(home)s AND {SEEN}
ORDER BY po.position DESC, po.id DESC LIMIT {MOST}"""

# The same for everybody who may see it, so the choice is kept for a minute; who sees what is asked of each reader.
_LIVELY = f"""SELECT id FROM (
 SELECT po.id, po.reactions_count + 2 * po.comments_count + 2 * po.reposts_count AS said FROM posts_post po
 JOIN audiences_audience au ON au.id = po.audience_id AND au.scope >= {Scope.MEMBERS.value}
 WHERE po.network = %(home)s AND po.root_id IS NULL AND po.repost_of_id IS NULL AND po.live
 AND po.position > %(near)s ORDER BY po.position DESC LIMIT 400) lately
WHERE said > 2 ORDER BY said DESC, id LIMIT {LIVELY}"""

_STANDING = """SELECT pe.id,
 (SELECT ti.kind FROM graph_tie ti WHERE ti.owner_id = %(viewer)s AND ti.other_id = pe.id),
 EXISTS (SELECT 1 FROM graph_follow fo WHERE fo.follower_id = %(viewer)s AND fo.followed_id = pe.id),
 COALESCE(bo.exchange, 0), COALESCE(bo.common, 0), COALESCE(bo.shared, 0)
FROM personas_persona pe LEFT JOIN ranking_bond bo ON bo.owner_id = %(viewer)s AND bo.other_id = pe.id
WHERE pe.id IN {authors}"""

_FACES = f"""SELECT po.id, po.version, CASE WHEN po.occasion <> '' THEN 'milestone'
 WHEN EXISTS (SELECT 1 FROM posts_poll pl WHERE pl.post_id = po.id) THEN 'poll'
 WHEN EXISTS (SELECT 1 FROM posts_postpicture pi WHERE pi.post_id = po.id) THEN 'photo'
 WHEN LENGTH(po.text) > {_LONG} THEN 'article'
 WHEN EXISTS (SELECT 1 FROM posts_linkcard li WHERE li.post_id = po.id) THEN 'link' ELSE 'words' END,
 (SELECT gr.group_id FROM groups_entry gr WHERE gr.post_id = po.id)
FROM posts_post po WHERE po.id IN {{posts}}"""
_TAGS = """SELECT tg.post_id, ha.name FROM posts_tagging tg JOIN posts_hashtag ha ON ha.id = tg.tag_id
WHERE tg.post_id IN {posts}"""

_TEXTS = "SELECT id, warning, text FROM posts_post WHERE id IN {posts}"
_MINE = """SELECT group_id FROM groups_membership
WHERE persona_id = %(viewer)s AND role IN ('owner', 'admin', 'moderator', 'member')"""
_LOOKED = "SELECT post_id FROM ranking_seen WHERE owner_id = %(viewer)s AND position > %(since)s"

_faces: Kept[Face] = Kept(30_000)
_lively: Kept[tuple[int, list[int]]] = Kept(8)
_MINUTE = 60 * 1_000_000


def candidates(viewer: Viewer) -> list[Candidate]:
    """Up to `MOST` lines that the viewer may see now, the newest first."""
    now = clock.now()
    values = {
        "viewer": viewer.id,
        "home": viewer.home,
        "since": clock.position_of(now - _REACH),
        "near": clock.position_of(now - _NEAR),
        "now": connection.ops.adapt_datetimefield_value(now),
    }
    found = [
        Candidate._make(row) for row in select(_ADMITTED, values, lively=_lively_in(viewer.home, values))
    ]
    found = _as_counted_for(viewer, found)
    words = snoozed(viewer)
    return _without(words, found) if words else found


def _as_counted_for(viewer: Viewer, found: Sequence[Candidate]) -> list[Candidate]:
    """The same, where nothing counts of whoever is not there for the viewer."""
    less = said_by(hidden_from(viewer), list({each.shown for each in found}))
    return [
        each
        if each.shown not in less
        else each._replace(
            reactions=each.reactions - less[each.shown][0],
            comments=each.comments - less[each.shown][1],
            reposts=each.reposts - less[each.shown][2],
        )
        for each in found
    ]


def _without(words: Sequence[str], found: Sequence[Candidate]) -> list[Candidate]:
    """Those in whose words none of these stands; one statement, for those who snooze some."""
    texts = select(_TEXTS, {}, posts={each.shown for each in found})
    kept = {number for number, warning, text in texts if not has_word(f"{warning} {text}", words)}
    return [each for each in found if each.shown in kept]


def world_of(viewer: Viewer, taste: Taste, found: Sequence[Candidate], now: int) -> World:
    """All that the scores of these depend on, as it is now; at most six statements."""
    leanings = leanings_of(viewer.id)
    ask = {"viewer": viewer.id, "since": clock.position_of(clock.now() - _REACH)}
    return World(
        network=viewer.home,
        reader=viewer.id,
        now=now,
        authors=standing_of(viewer, {each.author_id for each in found}),
        faces=faces_of(found),
        people=leanings["person"],
        topics=leanings["topic"],
        kinds=leanings["kind"],
        groups={row[0] for row in select(_MINE, ask)},
        seen=set() if taste.plain else {row[0] for row in select(_LOOKED, ask)},
        plain=taste.plain,
    )


def standing_of(viewer: Viewer, authors: Collection[int]) -> dict[int, Author]:
    """How these stand to the viewer; one statement."""
    rows = select(_STANDING, {"viewer": viewer.id}, authors=authors)
    return {number: Author(kind, bool(follows), *bond) for number, kind, follows, *bond in rows}


def faces_of(found: Sequence[Candidate]) -> dict[int, Face]:
    """The face of what each shows, kept by its version; two statements for all that are not kept."""
    known = {each.shown: _faces.get((each.shown, each.version)) for each in found}
    missing = [number for number, face in known.items() if face is None]
    if missing:
        tags: dict[int, set[str]] = {}
        for number, name in select(_TAGS, {}, posts=missing):
            tags.setdefault(number, set()).add(name)
        for number, version, kind, group in select(_FACES, {}, posts=missing):
            face = Face(kind, frozenset(tags.get(number, ())), group)
            known[number] = _faces.put((number, version), face)
    return {number: face for number, face in known.items() if face is not None}


def face_of(post: Post) -> Face:
    """The face of one post, or of what it reposts."""
    shown = post.repost_of_id or post.pk
    line = Candidate(post.pk, post.position, post.author_id, shown, post.version, 0, 0, 0)
    return faces_of([line]).get(shown, Face("words"))


def _lively_in(network: str, values: dict[str, Any]) -> list[int]:
    """What is said most of in a network lately; counted once a minute."""
    now = clock.position_of(clock.now())
    found = _lively.get(network)
    if found is None or not 0 <= now - found[0] < _MINUTE:
        ids = [row[0] for row in select(_LIVELY, {key: values[key] for key in ("home", "near")})]
        found = _lively.put(network, (now, ids))
    return found[1]
