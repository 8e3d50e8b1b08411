"""How far people are from each other: mutual ties, degrees, the shortest path.

A path never passes through somebody whom the viewer may not come across, and nobody else's kinds of ties matter.
Nobody is counted, named or stepped over who is behind the door: a viewer who was blocked by the only common friend of
two people sees those two as strangers.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import connection

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.people.audiences.door import persona_rule_sql
from twofold.people.audiences.queries import by_ids, personas_visible_to
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

# Beyond this many steps "how you know them" says nothing.
LONGEST = 6

_MET = persona_rule_sql(persona="pe", viewer="%(viewer)s", home="%(home)s")

_MUTUAL_IDS = f"""
SELECT mine.other_id FROM graph_tie mine
JOIN graph_tie theirs ON theirs.owner_id = %(persona)s AND theirs.other_id = mine.other_id
JOIN personas_persona pe ON pe.id = mine.other_id
WHERE mine.owner_id = %(viewer)s AND mine.other_id < %(before)s AND {_MET}
ORDER BY mine.other_id DESC LIMIT %(size)s"""

_NEXT = f"""
SELECT tie.owner_id, tie.other_id FROM graph_tie tie JOIN personas_persona pe ON pe.id = tie.other_id
WHERE tie.owner_id IN {{ids}} AND {_MET}"""

# The plus keeps the second list out of the index: what is wanted is one walk along the ties of the first list.
_BRIDGES = """
SELECT tie.owner_id, tie.other_id FROM graph_tie tie
WHERE tie.owner_id IN {ids} AND +tie.other_id IN {others}"""


def mutual(
    viewer: Viewer, persona: Persona, *, before: str | None = None, size: int = DEFAULT_SIZE
) -> Page[Persona]:
    """Those whom both the viewer and `persona` are tied to, in an order that tells nothing."""
    position = read_cursor(before) or 2**63 - 1
    rows = _rows(_MUTUAL_IDS, viewer, persona=persona.pk, before=position, size=size + 1)
    page = cut(rows, size, lambda row: row[0])
    known = by_ids(viewer, [row[0] for row in page])
    return Page([known[row[0]] for row in page], page.after)


def mutual_counts(viewer: Viewer, persona_ids: Iterable[int]) -> dict[int, int]:
    """How many the viewer and each of these have in common; two queries. Those with none are left out."""
    ids = sorted(set(persona_ids) - {viewer.id})
    if not viewer or not ids:
        return {}
    near = sorted(other for _owner, other in _rows(_NEXT, viewer, ids=[viewer.id]))
    return Counter(owner for owner, _other in _rows(_BRIDGES, viewer, ids=ids, others=near))


def degrees(viewer: Viewer, persona_ids: Iterable[int]) -> dict[int, int | None]:
    """For each of these 1 (a tie of the viewer's), 2 (a tie of a tie), 3, or None: further, or not at all.

    At most four queries, whatever the number of ids.
    """
    ids = list(persona_ids)
    found: dict[int, int | None] = dict.fromkeys(ids)
    if not viewer or not ids:
        return found
    near = {other for _owner, other in _rows(_NEXT, viewer, ids=[viewer.id])}
    found.update((each, 1) for each in ids if each in near)
    beyond = personas_visible_to(viewer).filter(pk__in=[each for each in ids if each not in near])
    wanted = set(beyond.values_list("pk", flat=True)) - {viewer.id}
    around: dict[int, set[int]] = {each: set() for each in wanted}
    for owner, other in _rows(_NEXT, viewer, ids=sorted(wanted)) if wanted else ():
        around[owner].add(other)
    far = {each for each in wanted if near.isdisjoint(around[each])}
    found.update((each, 2) for each in wanted - far)
    edge = set().union(*(around[each] for each in far))
    bridged = _touching(viewer, edge, near)
    found.update((each, 3) for each in far if not bridged.isdisjoint(around[each]))
    return found


def _touching(viewer: Viewer, edge: set[int], near: set[int]) -> set[int]:
    """Which of `edge` are tied to one of `near`."""
    if not edge or not near:
        return set()
    if len(edge) <= len(near):
        return {owner for owner, _other in _rows(_BRIDGES, viewer, ids=sorted(edge), others=sorted(near))}
    return {other for _owner, other in _rows(_BRIDGES, viewer, ids=sorted(near), others=sorted(edge))}


def around(viewer: Viewer, *, steps: int = 2) -> set[int]:
    """Ids of those whom 1 to `steps` ties lead to, the viewer not among them. For small `steps`: it grows fast."""
    if not viewer:
        return set()
    reached, rim = {viewer.id}, [viewer.id]
    for _step in range(steps):
        found = {other for _owner, other in _rows(_NEXT, viewer, ids=rim)} - reached
        reached |= found
        rim = sorted(found)
    return reached - {viewer.id}


def path(viewer: Viewer, persona: Persona, *, longest: int = LONGEST) -> list[Persona] | None:
    """A shortest chain of ties from the viewer to `persona`, both included; None when there is none so short."""
    ids = _chain(viewer, persona.pk, longest)
    known = by_ids(viewer, ids)
    return [known[each] for each in ids] if ids and len(known) == len(ids) else None


def distance(viewer: Viewer, persona: Persona, *, longest: int = LONGEST) -> int | None:
    """The number of ties on a shortest path to `persona`; 0 for oneself, None when there is none so short."""
    ids = _chain(viewer, persona.pk, longest)
    return len(ids) - 1 if ids else None


def _chain(viewer: Viewer, goal: int, longest: int) -> list[int]:
    """Ids on a shortest path, empty without one. Two searches that meet; the one with fewer on its rim goes on."""
    if goal == viewer.id or not personas_visible_to(viewer).filter(pk=goal).exists():
        return [goal] if viewer and goal == viewer.id else []
    # For each side: who was reached, and from whom; and who was reached last.
    came: list[dict[int, int]] = [{viewer.id: 0}, {goal: 0}]
    rims: list[list[int]] = [[viewer.id], [goal]]
    for _step in range(longest):
        side = 0 if len(rims[0]) <= len(rims[1]) else 1
        joint = _rows(_BRIDGES + " LIMIT 1", viewer, ids=rims[side], others=rims[1 - side])
        if joint:
            here, there = _walk(came[side], joint[0][0]), _walk(came[1 - side], joint[0][1])
            return here[::-1] + there if side == 0 else there[::-1] + here
        rim: list[int] = []
        for owner, met in _rows(_NEXT, viewer, ids=rims[side]):
            if met not in came[side]:
                came[side][met] = owner
                rim.append(met)
        if not rim:
            return []
        rims[side] = rim
    return []


def _walk(came: dict[int, int], start: int) -> list[int]:
    """The way back from `start` to where the search began."""
    way = [start]
    while came[way[-1]]:
        way.append(came[way[-1]])
    return way


def _rows(
    sql: str, viewer: Viewer, *, ids: Sequence[int] = (), others: Sequence[int] = (), **values: int
) -> list:
    """Run precompiled SQL. Ids are whole numbers of our own and stand in the text: no parameter list is so long."""
    lists = {
        name: f"({', '.join(map(str, each)) or '0'})" for name, each in (("ids", ids), ("others", others))
    }
    with connection.cursor() as cursor:
        cursor.execute(sql.format(**lists), {"viewer": viewer.id, "home": viewer.home, **values})
        return cursor.fetchall()
