"""Reads of profiles: what a page shows of a persona to a viewer, in a fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import connection

from twofold.people.audiences.door import persona_rule_sql
from twofold.people.graph.models import Hop
from twofold.people.graph.queries import (
    Memory,
    Relation,
    asked_of,
    memories,
    mutual,
    nearness,
    relations,
)
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

# Counting stops here: beyond it a page says "500+", whatever the number.
MOST = 500
NAMED = 3

_MET = persona_rule_sql(persona="pe")
_COUNTED = f"""
SELECT (SELECT count(*) FROM (SELECT 1 FROM graph_tie tie JOIN personas_persona pe ON pe.id = tie.other_id
  WHERE tie.owner_id = %(persona)s AND {_MET} LIMIT {MOST + 1}) ties),
 (SELECT count(*) FROM (SELECT 1 FROM graph_follow fo JOIN personas_persona pe ON pe.id = fo.follower_id
  WHERE fo.followed_id = %(persona)s AND {_MET} LIMIT {MOST + 1}) followers)"""


@dataclass(frozen=True)
class Standing:
    """A persona among others, as the viewer may know it.

    `ties` and `followers` count only whom the viewer may come across, up to `MOST` + 1. `degree` is 1 to 3 or None.
    `common` are a few of the `common_count` people whom both are tied to. `memory` is what the viewer noted, `asked`
    the introduction they asked for.
    """

    ties: int
    followers: int
    relation: Relation = field(default_factory=Relation)
    degree: int | None = None
    common: Sequence[Persona] = ()
    common_count: int = 0
    memory: Memory = field(default_factory=Memory)
    asked: Hop | None = None


def standing(viewer: Viewer, persona: Persona) -> Standing:
    """How `persona` stands among others, seen by `viewer`."""
    ties, followers = counted(viewer, persona)
    if not viewer or viewer.home != persona.network or viewer.id == persona.pk:
        return Standing(ties, followers)
    relation = relations(viewer, [persona.pk])[persona.pk]
    if persona.is_page:
        return Standing(ties, followers, relation)
    near = nearness(viewer, [persona.pk])[persona.pk]
    return Standing(
        ties,
        followers,
        relation,
        near.degree,
        mutual(viewer, persona, size=NAMED).rows if near.mutual else (),
        near.mutual,
        memories(viewer, [persona.pk])[persona.pk],
        asked_of(viewer, persona) if near.degree in (2, 3) else None,
    )


def counted(viewer: Viewer, persona: Persona) -> tuple[int, int]:
    """How many ties and followers `persona` has among those whom `viewer` may come across; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, {"persona": persona.pk, "viewer": viewer.id, "home": viewer.home})
        return cursor.fetchone()
