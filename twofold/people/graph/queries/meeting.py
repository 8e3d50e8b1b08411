"""Whom the viewer might like to meet, each with its reason: ties in common, by name. Nothing else is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from twofold.people.audiences.door import persona_rule_sql
from twofold.people.audiences.queries import by_ids
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

NAMED = 2
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
GROUP BY step.other_id ORDER BY 2 DESC, 1 LIMIT %(limit)s"""

# Ids are random: to begin at a random one and go on is to pick at random, without order or date.
_ANYBODY = f"""SELECT pe.id, 0 FROM personas_persona pe
WHERE pe.id > %(begin)s AND {_APART} AND {_MET} ORDER BY pe.id LIMIT %(limit)s"""

_COMMON = f"""SELECT theirs.owner_id, mine.other_id FROM graph_tie mine
JOIN graph_tie theirs ON theirs.other_id = mine.other_id AND theirs.owner_id IN ({{ids}})
JOIN personas_persona pe ON pe.id = mine.other_id
WHERE mine.owner_id = %(viewer)s AND {_MET} ORDER BY mine.id DESC"""


@dataclass(frozen=True)
class Meeting:
    """Somebody, how many ties the viewer has in common with them, and a few of those by name."""

    persona: Persona
    common: int
    named: Sequence[Persona]


def people_to_meet(viewer: Viewer, limit: int = 4, *, begin: int = 0) -> list[Meeting]:
    """Those with most ties in common; where there are too few, others, picked from the random id `begin` on.

    At most four statements.
    """
    if not viewer:
        return []
    found = dict(_rows(_NEAR, viewer, limit=limit))
    if len(found) < limit:
        for persona_id, _none in _rows(_ANYBODY, viewer, limit=limit, begin=begin):
            if len(found) < limit:
                found.setdefault(persona_id, 0)
    named: dict[int, list[int]] = {each: [] for each in found}
    with_common = [each for each, count in found.items() if count]
    if with_common:
        statement = _COMMON.replace("{ids}", ", ".join(f"{each:d}" for each in with_common))
        for persona_id, other_id in _rows(statement, viewer):
            named[persona_id].append(other_id)
    known = by_ids(viewer, [*found, *(each for few in named.values() for each in few[:NAMED])])
    return [
        Meeting(
            persona=known[each],
            common=len(named[each]),
            named=[known[other] for other in named[each][:NAMED] if other in known],
        )
        for each in found
        if each in known
    ]


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
