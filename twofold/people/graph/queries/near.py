"""How near people are to the viewer: degrees, mutual ties.

Nobody is counted, named or stepped over who is behind the door: a viewer who was blocked by the only common friend of
two people sees those two as strangers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.people.audiences.door import persona_rule_sql
from twofold.people.audiences.queries import by_ids
from twofold.people.graph.queries import steps
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

# With more ties than this it is quicker to look from the others' side, and to stop at the first that leads here.
_WELL_KNOWN = 200

_MUTUAL_IDS = f"""
SELECT mine.other_id FROM graph_tie mine
JOIN graph_tie theirs ON theirs.owner_id = %(persona)s AND theirs.other_id = mine.other_id
JOIN personas_persona pe ON pe.id = mine.other_id
WHERE mine.owner_id = %(viewer)s AND mine.other_id < %(before)s AND {persona_rule_sql(persona="pe")}
ORDER BY mine.other_id DESC LIMIT %(size)s + 0"""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near somebody is: `degree` 1, 2, 3 or None (further, or not at all), `mutual` ties in common."""

    degree: int | None = None
    mutual: int = 0


FAR = Nearness()


def nearness(viewer: Viewer, persona_ids: Iterable[int]) -> dict[int, Nearness]:
    """How near each of these is to the viewer, in three statements, whatever their number. For oneself: `FAR`."""
    ids = set(persona_ids)
    found = dict.fromkeys(ids, FAR)
    if not viewer or not ids:
        return found
    near, common = _common(viewer, ids - {viewer.id})
    for each in common:
        found[each] = Nearness(2, len(common[each]))
    for each in ids & near:
        found[each] = Nearness(1, found[each].mutual)
    third = _within_three(viewer, ids - near - set(common) - {viewer.id}, near)
    return found | dict.fromkeys(third, Nearness(3))


def degrees(viewer: Viewer, persona_ids: Iterable[int]) -> dict[int, int | None]:
    """The degree of each of these: 1, 2, 3 or None."""
    return {each: near.degree for each, near in nearness(viewer, persona_ids).items()}


def mutual_counts(viewer: Viewer, persona_ids: Iterable[int]) -> dict[int, int]:
    """How many the viewer and each of these have in common; two statements. Those with none are left out."""
    ids = set(persona_ids) - {viewer.id}
    if not viewer or not ids:
        return {}
    return {each: len(between) for each, between in _common(viewer, ids)[1].items()}


def in_common(viewer: Viewer, persona_ids: Iterable[int]) -> dict[int, list[int]]:
    """Ids of those whom the viewer and each of these are both tied to; two statements. Those with none are left out."""
    ids = set(persona_ids) - {viewer.id}
    return (
        {each: sorted(between) for each, between in _common(viewer, ids)[1].items()} if viewer and ids else {}
    )


def mutual(
    viewer: Viewer, persona: Persona, *, before: str | None = None, size: int = DEFAULT_SIZE
) -> Page[Persona]:
    """Those whom both the viewer and `persona` are tied to, in an order that tells nothing."""
    position = read_cursor(before) or 2**63 - 1
    rows = steps.walk(_MUTUAL_IDS, viewer, persona=persona.pk, before=position, size=size + 1)
    page = cut(rows, size, lambda row: row[0])
    known = by_ids(viewer, [row[0] for row in page])
    return Page([known[row[0]] for row in page], page.after)


def around(viewer: Viewer, *, within: int = 2) -> dict[int, int]:
    """Ids of those whom 1 to `within` ties lead to, each with how many; the viewer not among them. It grows fast."""
    reached: dict[int, int] = {}
    rim = {viewer.id} if viewer else set()
    for step in range(1, within + 1):
        met = {other for _owner, other in steps.walk(steps.NEXT, viewer, ids=rim)}
        rim = met - reached.keys() - {viewer.id}
        reached |= dict.fromkeys(rim, step)
    return reached


def _common(viewer: Viewer, ids: set[int]) -> tuple[set[int], dict[int, list[int]]]:
    """Whom the viewer is tied to; and for each of `ids` that has some, those in common."""
    near = {other for _owner, other in steps.walk(steps.NEXT, viewer, ids=[viewer.id])}
    common: dict[int, list[int]] = {}
    for owner, other in steps.walk(steps.BRIDGES, viewer, ids=ids, others=near) if near else ():
        common.setdefault(owner, []).append(other)
    return near, common


def _within_three(viewer: Viewer, ids: set[int], near: set[int]) -> set[int]:
    """Which of `ids`, none of whom is nearer, are tied to somebody who is tied to one of `near`."""
    if not ids or not near:
        return set()
    sql = steps.THIRD_OF_MANY if len(near) > _WELL_KNOWN else steps.THIRD
    return {each for (each,) in steps.walk(sql, viewer, ids=ids, others=near)}
