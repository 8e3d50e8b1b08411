"""Counting how a reader stands to others: who answers whom, ties in common, what they share. Once a day, not a page."""

from collections import defaultdict
from datetime import timedelta
from math import log2

from django.db import connection, transaction

from twofold.foundation.kit import clock
from twofold.foundation.kit.sets import select
from twofold.people.audiences.door import rule_sql
from twofold.people.graph.queries.meeting import ties_in_common
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.ranking.models import Bond, Ranked, Taste
from twofold.reach.ranking.queries.taste import taste_of

COUNTED = timedelta(days=120)
AGAIN = timedelta(days=1)
NEAR, MOST = 80, 600
_BATCH = 200

# What the reader gave each other one, and got of them: a reaction is 1, an answer 3.
_EXCHANGED = f"""SELECT other, SUM(given), SUM(got) FROM (
 SELECT po.author_id AS other, 1 AS given, 0 AS got FROM posts_reaction re JOIN posts_post po ON po.id = re.post_id
 WHERE re.persona_id = %(viewer)s AND re.created_at > %(from)s AND po.live
 UNION ALL SELECT re.persona_id, 0, 1 FROM posts_post po JOIN posts_reaction re ON re.post_id = po.id
 WHERE po.author_id = %(viewer)s AND po.position > %(since)s AND po.live
 UNION ALL SELECT pa.author_id, 3, 0 FROM posts_post co JOIN posts_post pa ON pa.id = co.parent_id
 WHERE co.author_id = %(viewer)s AND co.position > %(since)s AND co.live
 UNION ALL SELECT co.author_id, 0, 3 FROM posts_post pa JOIN posts_post co ON co.parent_id = pa.id
 WHERE pa.author_id = %(viewer)s AND pa.position > %(since)s AND {rule_sql(thing="co")}) acts
WHERE other <> %(viewer)s GROUP BY other"""

_KNOWN = """SELECT other_id FROM graph_tie WHERE owner_id = %(viewer)s
UNION SELECT followed_id FROM graph_follow WHERE follower_id = %(viewer)s LIMIT %(most)s + 0"""

# Skills by the term or the word that they are; interests and hobbies by their words.
_SHARED = f"""SELECT author, COUNT(*) FROM (
 SELECT th.author_id AS author, th.folded AS word FROM endorsements_skill mi
 JOIN endorsements_skill th ON th.folded = mi.folded OR th.term_id = mi.term_id
 WHERE mi.author_id = %(viewer)s AND mi.live AND +th.author_id IN {{people}} AND {rule_sql(thing="th")}
 UNION SELECT th.author_id, LOWER(th.title) FROM profiles_entry mi
 JOIN profiles_entry th ON th.kind = mi.kind AND LOWER(th.title) = LOWER(mi.title)
 WHERE mi.author_id = %(viewer)s AND mi.live AND mi.kind IN ('interest', 'hobby') AND th.author_id IN {{people}}
 AND {rule_sql(thing="th")}) common GROUP BY author"""


def count_bonds(viewer: Viewer) -> Taste:
    """Count the viewer's bonds anew and write them; without what they did, for those who wish no profiling."""
    taste = taste_of(viewer.id)
    bonds: defaultdict[int, dict[str, int]] = defaultdict(dict)
    if not taste.plain:
        for other, mutual in _exchanges(viewer).items():
            bonds[other]["exchange"] = mutual
    near = ties_in_common(viewer, NEAR)
    for other, common in near.items():
        bonds[other]["common"] = min(common, 999)
    people = {row[0] for row in select(_KNOWN, {"viewer": viewer.id, "most": MOST})} | set(near)
    ask = {"viewer": viewer.id, "home": viewer.home}
    for other, shared in select(_SHARED, ask, people=people):
        bonds[other]["shared"] = min(shared, 999)
    taste.bonded = clock.position_of(clock.now())
    with transaction.atomic():
        Bond.objects.filter(owner=viewer.id).delete()
        Bond.objects.bulk_create(
            Bond(owner_id=viewer.id, other_id=each, **held) for each, held in bonds.items()
        )
        taste.save()
    return taste


def _exchanges(viewer: Viewer) -> dict[int, int]:
    """How much the viewer and others answer one another, 0 to 1000; one-sided zeal is no exchange."""
    since = clock.now() - COUNTED
    ask = {
        "viewer": viewer.id,
        "home": viewer.home,
        "since": clock.position_of(since),
        "from": connection.ops.adapt_datetimefield_value(since),
    }
    rows = select(_EXCHANGED, ask)
    found = {other: min(1_000, int(log2(1 + min(given, got)) * 200)) for other, given, got in rows}
    return {other: mutual for other, mutual in found.items() if mutual}


def count_old_bonds() -> int:
    """Count again for those who read by a ranking and were counted a day ago; how many."""
    old = clock.position_of(clock.now() - AGAIN)
    readers = Ranked.objects.filter(position__gt=old).values("owner")
    rows = Persona.objects.filter(pk__in=Taste.objects.filter(pk__in=readers, bonded__lt=old).values("pk"))
    due = list(rows[:_BATCH])
    for persona in due:
        count_bonds(Viewer.of(persona))
    return len(due)
