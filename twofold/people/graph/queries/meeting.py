"""Whom the viewer might like to meet by their ties: who is around them, and with whom there is nothing yet."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db import connection

from twofold.people.audiences.door import persona_rule_sql
from twofold.people.graph.queries import steps
from twofold.people.personas.viewers import Viewer

# A viewer with very many ties is served by those made last: the walk stays short.
_NEAREST = 150
_FURTHER = 20_000

_MET = persona_rule_sql(persona="pe", viewer="%(viewer)s", home="%(home)s")

_APART = """pe.kind = 'person' AND pe.network = %(home)s AND pe.id <> %(viewer)s
AND NOT EXISTS (SELECT 1 FROM graph_tie ti WHERE ti.owner_id = %(viewer)s AND ti.other_id = pe.id)
AND NOT EXISTS (SELECT 1 FROM graph_tierequest tr WHERE tr.sender_id = %(viewer)s AND tr.receiver_id = pe.id)
AND NOT EXISTS (SELECT 1 FROM graph_tierequest tr WHERE tr.sender_id = pe.id AND tr.receiver_id = %(viewer)s)
AND NOT EXISTS (SELECT 1 FROM graph_mute mu WHERE mu.by_id = %(viewer)s AND mu.persona_id = pe.id)"""

_NEAR = f"""SELECT step.other_id, COUNT(*) FROM (
 SELECT theirs.other_id FROM (
  SELECT ti.other_id FROM graph_tie ti JOIN personas_persona pe ON pe.id = ti.other_id
  WHERE ti.owner_id = %(viewer)s AND {_MET} ORDER BY ti.id DESC LIMIT {_NEAREST}) mine
 JOIN graph_tie theirs ON theirs.owner_id = mine.other_id LIMIT {_FURTHER}) step
JOIN personas_persona pe ON pe.id = step.other_id
WHERE {_APART} AND {_MET}
GROUP BY step.other_id ORDER BY 2 DESC, 1 LIMIT %(limit)s + 0"""

# Ids are random: to begin at a random one and go on is to pick at random, without order or date.
_ANYBODY = f"""SELECT pe.id, 0 FROM personas_persona pe
WHERE pe.id > %(begin)s AND {_APART} AND {_MET} ORDER BY pe.id LIMIT %(limit)s + 0"""

# Those on which one could be suggested at all: met, and nothing between the two yet.
_OPEN = f"SELECT pe.id FROM personas_persona pe WHERE pe.id IN {{ids}} AND {_APART} AND {_MET}"

_MINE = f"""SELECT ti.other_id FROM graph_tie ti JOIN personas_persona pe ON pe.id = ti.other_id
WHERE ti.owner_id = %(viewer)s AND {_MET} ORDER BY ti.id DESC LIMIT {_NEAREST}"""
_THEIRS = f"{steps.STEP} LIMIT {_FURTHER}"


def surroundings(viewer: Viewer) -> dict[int, set[int]]:
    """The ties of each of the viewer's ties, as far as the viewer may come across both ends; three statements."""
    if not viewer:
        return {}
    mine = [other for (other,) in _rows(_MINE, viewer)]
    pairs = steps.walk(_THEIRS, viewer, ids=mine)
    met = {each for (each,) in steps.walk(steps.MET, viewer, ids={other for _owner, other in pairs})}
    found: dict[int, set[int]] = {each: set() for each in mine}
    for owner, other in pairs:
        if other in met:
            found[owner].add(other)
    return found


def tied_among(viewer: Viewer, ids: Collection[int]) -> dict[int, set[int]]:
    """Which of `ids` are tied to which others of them, as far as the viewer may come across them; one statement."""
    found: dict[int, set[int]] = defaultdict(set)
    for owner, other in steps.walk(steps.BRIDGES, viewer, ids=ids, others=ids):
        found[owner].add(other)
    return found


def open_to_meet(viewer: Viewer, ids: Iterable[int]) -> set[int]:
    """Those of `ids` whom the viewer may come across and has nothing with yet: no tie, no request, no mute."""
    return {each for (each,) in steps.walk(_OPEN, viewer, ids=set(ids))} if viewer else set()


def anybody(viewer: Viewer, *, begin: int, limit: int) -> list[int]:
    """Ids of some with whom the viewer has nothing yet, picked from the random id `begin` on, and round again."""
    found = [
        each for start in (begin, 0) for each, _none in _rows(_ANYBODY, viewer, limit=limit, begin=start)
    ]
    return list(dict.fromkeys(found))[:limit]


def ties_in_common(viewer: Viewer, limit: int) -> dict[int, int]:
    """Those whom the viewer is not tied to with most ties in common, each with how many."""
    return dict(_rows(_NEAR, viewer, limit=limit)) if viewer else {}


def _rows(statement: str, viewer: Viewer, **values: int) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"viewer": viewer.id, "home": viewer.home, **values})
        return cursor.fetchall()


def knows_anybody(viewer: Viewer) -> bool:
    """Whether the viewer has any tie, or follows anyone."""
    found = _rows(
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM graph_tie WHERE owner_id = %(viewer)s)"
        " OR EXISTS (SELECT 1 FROM graph_follow WHERE follower_id = %(viewer)s)",
        viewer,
    )
    return bool(found)
