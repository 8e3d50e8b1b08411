"""Somebody's skills as a viewer sees them: two statements, whatever the number, and one more for whoever may endorse.

Precompiled, since a profile shows them: `tests/test_section.py` holds them equal to the ORM form.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from twofold.people.audiences.door import persona_rule_sql, rule_sql
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

# So many stand on a profile; the others a page further.
FEW = 8
NOTHING = (0, 0, False)

# The skills of one person have a few audiences between them: the door is asked for each of those, once.
_LISTED = f"""SELECT sk.id, sk.name, sk.pinned FROM endorsements_skill sk
WHERE sk.author_id = %(owner)s AND sk.live AND sk.audience_id IN (
 SELECT thing.audience_id FROM (
  SELECT DISTINCT author_id, audience_id, TRUE AS live FROM endorsements_skill
  WHERE author_id = %(owner)s AND live) thing
 WHERE {rule_sql(thing="thing")})
ORDER BY sk.pinned DESC, sk.place, sk.id"""

_SAID = f"""SELECT en.skill_id, COUNT(*),
 SUM(CASE WHEN st.id IS NOT NULL AND {rule_sql(thing="ev")} AND {rule_sql(thing="st")} THEN 1 ELSE 0 END),
 MAX(CASE WHEN en.endorser_id = %(viewer)s THEN 1 ELSE 0 END)
FROM endorsements_endorsement en
JOIN personas_persona pe ON pe.id = en.endorser_id
LEFT JOIN endorsements_evidence ev ON ev.endorsement_id = en.id AND ev.live
LEFT JOIN endorsements_statement st ON st.evidence_id = ev.id
WHERE en.skill_id IN {{ids}} AND (NOT en.hidden OR en.endorser_id = %(viewer)s) AND {persona_rule_sql(persona="pe")}
GROUP BY en.skill_id"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A skill as the viewer sees it: how many endorse it, how many on a ground, and whether the viewer does."""

    id: int
    name: str
    pinned: bool
    count: int = 0
    grounded: int = 0
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Skills in their owner's order. `total` counts those that are there for the viewer, shown or not."""

    skills: tuple[Shown, ...]
    total: int
    may_endorse: bool = False


def section(viewer: Viewer, persona: Persona, few: int | None = FEW, *, tied: bool | None = None) -> Section:
    """The first `few` skills of `persona` that are there for the viewer, or all of them.

    `tied` is whether the two are connected, where the caller knows it.
    """
    found = _rows(_LISTED, viewer, owner=persona.pk)
    shown = found[:few]
    said = _said(viewer, [row[0] for row in shown])
    skills = tuple(Shown(pk, name, bool(pinned), *said.get(pk, NOTHING)) for pk, name, pinned in shown)
    return Section(
        skills, len(found), bool(skills) and (may_endorse(viewer, persona) if tied is None else tied)
    )


def shown_one(viewer: Viewer, skill: Any) -> Shown:
    """One skill that the door let through, with what is said of it."""
    return Shown(skill.pk, skill.name, skill.pinned, *_said(viewer, [skill.pk]).get(skill.pk, NOTHING))


def may_endorse(viewer: Viewer, persona: Persona) -> bool:
    """Whether the viewer is somebody whom `persona` is connected to."""
    if not viewer or viewer.home != persona.network or viewer.id == persona.pk:
        return False
    return Tie.objects.filter(owner=viewer.id, other=persona.pk).exists()


def _said(viewer: Viewer, ids: Iterable[int]) -> dict[int, tuple[int, int, bool]]:
    listed = ", ".join(f"{each:d}" for each in ids)
    rows = _rows(_SAID.replace("{ids}", f"({listed})"), viewer) if listed else []
    return {skill: (count, grounded, bool(mine)) for skill, count, grounded, mine in rows}


def _rows(statement: str, viewer: Viewer, **values: int) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"viewer": viewer.id, "home": viewer.home, **values})
        return cursor.fetchall()
