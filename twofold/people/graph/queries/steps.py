"""One step along ties, as SQL: what degrees and ways are made of. Sets go in as one value, so each text is one plan."""

from collections.abc import Iterable

from twofold.foundation.kit.sets import select
from twofold.people.audiences.door import persona_rule_sql
from twofold.people.personas.viewers import Viewer

_MET = persona_rule_sql(persona="pe", viewer="%(viewer)s", home="%(home)s")
_TIES = "SELECT tie.owner_id, tie.other_id FROM graph_tie tie"
_OTHER_MET = f"JOIN personas_persona pe ON pe.id = tie.other_id AND {_MET}"
_OWNER_MET = f"JOIN personas_persona pe ON pe.id = tie.owner_id AND {_MET}"

# From each of `ids` to whom they are tied: only those whom the viewer may come across.
NEXT = f"{_TIES} {_OTHER_MET} WHERE tie.owner_id IN {{ids}}"
# The same without any look.
STEP = f"{_TIES} WHERE tie.owner_id IN {{ids}}"
# The same with a look at themselves, not at those they are tied to.
FROM = f"{_TIES} {_OWNER_MET} WHERE tie.owner_id IN {{ids}}"
# Ties from `ids` to `others`. The plus keeps the second list out of the index: one walk along the ties of the first.
BRIDGES = f"{_TIES} {_OWNER_MET} WHERE tie.owner_id IN {{ids}} AND +tie.other_id IN {{others}}"
# The same from the other side: the look is at where the tie leads.
TOUCHING = f"{_TIES} {_OTHER_MET} WHERE tie.owner_id IN {{ids}} AND +tie.other_id IN {{others}}"
# Which of `ids` are three ties away: somebody of theirs is tied to one of `others`.
WITHIN_THREE = f"""SELECT far.id FROM personas_persona far WHERE far.id IN {{ids}} AND EXISTS (
 SELECT 1 FROM graph_tie tie JOIN graph_tie nearer ON nearer.owner_id = tie.other_id
 {_OTHER_MET} WHERE tie.owner_id = far.id AND +nearer.other_id IN {{others}})"""
# Ties between two sets, both ends of which the viewer may come across; at most so many.
MEETING = f"""{_TIES} {_OTHER_MET} JOIN personas_persona pf ON pf.id = tie.owner_id AND {_MET.replace("pe.", "pf.")}
WHERE tie.owner_id IN {{ids}} AND +tie.other_id IN {{others}} LIMIT %(most)s"""
MET = f"SELECT pe.id FROM personas_persona pe WHERE pe.id IN {{ids}} AND {_MET}"


def walk(
    sql: str, viewer: Viewer, *, ids: Iterable[int] = (), others: Iterable[int] = (), **values: int
) -> list[tuple]:
    """Run one of these for a viewer."""
    return select(sql, {"viewer": viewer.id, "home": viewer.home, **values}, ids=ids, others=others)
