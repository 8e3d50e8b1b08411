"""What the people posted whom a reader would not miss: how much of it was seen, and the rest by person."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db import connection

from twofold.foundation.kit import clock
from twofold.foundation.kit.sets import select
from twofold.network.posts.queries import Card, cards_of
from twofold.people.audiences.queries import by_ids
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed.queries import SEEN
from twofold.reach.ranking.scoring import CLOSE_KINDS, UNSEEN_DAYS

WEEK = timedelta(days=7)
PEOPLE, EACH, MOST = 8, 5, 400

_KINDS = ", ".join(f"'{kind.value}'" for kind in CLOSE_KINDS)
# In SQL what `scoring.is_close` says of an author.
CLOSE = f"""SELECT ti.other_id AS id FROM graph_tie ti WHERE ti.owner_id = %(viewer)s AND ti.kind IN ({_KINDS})
AND NOT EXISTS (SELECT 1 FROM ranking_leaning le WHERE le.owner_id = %(viewer)s AND le.about = 'person'
 AND le.ref = CAST(ti.other_id AS VARCHAR(20)) AND le.amount < 0)
UNION SELECT CAST(le.ref AS BIGINT) FROM ranking_leaning le
WHERE le.owner_id = %(viewer)s AND le.about = 'person' AND le.amount = 2"""

_THEIRS = f"""SELECT po.id, po.position, po.author_id, EXISTS (
 SELECT 1 FROM ranking_seen se WHERE se.owner_id = %(viewer)s AND se.post_id = po.id)
FROM ({CLOSE}) cl JOIN posts_post po ON po.author_id = cl.id
LEFT JOIN posts_post ori ON ori.id = po.repost_of_id
WHERE po.root_id IS NULL AND po.repost_of_id IS NULL AND po.position > %(since)s AND {SEEN}
ORDER BY po.position DESC LIMIT {MOST}"""

_AMONG = f"""SELECT po.id FROM posts_post po LEFT JOIN posts_post ori ON ori.id = po.repost_of_id
WHERE po.id IN {{ids}} AND po.root_id IS NULL AND po.author_id IN ({CLOSE}) AND {SEEN}"""


@dataclass(frozen=True)
class Meter:
    """How many posts of close people the last week had, and how many of them were seen."""

    seen: int
    all: int


@dataclass
class Missed:
    """Somebody close, and the newest of what the reader has not seen of them; `more` are not shown."""

    persona: Persona
    cards: list[Card] = field(default_factory=list)
    more: int = 0
    ids: list[int] = field(default_factory=list)


def meter(viewer: Viewer) -> Meter:
    """The week of the people whom the viewer would not miss; one statement."""
    rows = _theirs(viewer, WEEK)
    return Meter(sum(1 for row in rows if row[3]), len(rows))


def missed(viewer: Viewer, *, plain: bool = False) -> tuple[list[Missed], int]:
    """Up to `PEOPLE` close people with what was not seen of them, who waits longest last; and how many more there are.

    With `plain`, since nobody knows what was seen: what they posted in the last week.
    """
    rows = _theirs(viewer, WEEK if plain else timedelta(days=UNSEEN_DAYS))
    by_author: dict[int, list[int]] = {}
    for number, _position, author, seen in rows:
        if plain or not seen:
            by_author.setdefault(author, []).append(number)
    first = list(by_author)[:PEOPLE]
    personas = by_ids(viewer, first)
    lines = [(number, None) for author in first for number in by_author[author][:EACH]]
    cards = {card.id: card for card in cards_of(viewer, lines)}
    found = [
        Missed(
            personas[author],
            [cards[each] for each in by_author[author][:EACH] if each in cards],
            max(0, len(by_author[author]) - EACH),
            by_author[author],
        )
        for author in first
        if author in personas
    ]
    return found, len(by_author) - len(first)


def close_among(viewer: Viewer, post_ids: Sequence[int]) -> set[int]:
    """Which of these the viewer may see and would not miss; one statement."""
    if not post_ids:
        return set()
    return {row[0] for row in select(_AMONG, _asked(viewer), ids=set(post_ids))}


def _theirs(viewer: Viewer, period: timedelta) -> list[tuple]:
    return select(_THEIRS, _asked(viewer) | {"since": clock.position_of(clock.now() - period)})


def _asked(viewer: Viewer) -> dict[str, Any]:
    now = connection.ops.adapt_datetimefield_value(clock.now())
    return {"viewer": viewer.id, "home": viewer.home, "now": now}
