"""Who answers whom, as far as the viewer may read it: what makes one way between people livelier than another."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from twofold.foundation.kit.clock import position_of
from twofold.foundation.kit.sets import select
from twofold.network.posts.door import post_rule_sql
from twofold.people.personas.viewers import Viewer

# An answer to a post weighs as much as two to comments.
_ANSWERS = f"""
SELECT co.author_id, pa.author_id, SUM(CASE WHEN pa.root_id IS NULL THEN 1.0 ELSE 0.5 END)
FROM posts_post co JOIN posts_post pa ON pa.id = co.parent_id
WHERE co.author_id IN {{people}} AND co.position >= %(since)s AND +pa.author_id IN {{people}}
AND co.author_id <> pa.author_id AND {post_rule_sql(thing="co")}
GROUP BY co.author_id, pa.author_id"""

Pair = tuple[int, int]


def exchanges(
    viewer: Viewer, persona_ids: Iterable[int], *, since: datetime | None = None
) -> dict[Pair, float]:
    """How much each two of these answer one another, `since` a time: 1 for a post, a half for a comment; one query.

    Pairs stand both ways round. Those who never answered one another are left out.
    """
    values = {"viewer": viewer.id, "home": viewer.home, "since": position_of(since) if since else 0}
    found: defaultdict[Pair, float] = defaultdict(float)
    for one, other, weight in select(_ANSWERS, values, people=persona_ids):
        found[one, other] += float(weight)
        found[other, one] += float(weight)
    return dict(found)
