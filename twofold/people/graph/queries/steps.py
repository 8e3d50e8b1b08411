"""One step along ties, as SQL: what degrees and ways are made of. Sets go in as one value, so each text is one plan."""

from collections.abc import Iterable

from twofold.foundation.kit.sets import select
from twofold.people.audiences.door import persona_rule_sql
from twofold.people.personas.viewers import Viewer

_MET = persona_rule_sql(persona="pe", viewer="%(viewer)s", home="%(home)s")
_TIES = "SELECT tie.owner_id, tie.other_id FROM graph_tie tie"
_OWNER_MET = f"JOIN personas_persona pe ON pe.id = tie.owner_id AND {_MET}"
_OTHER_MET = f"JOIN personas_persona pe ON pe.id = tie.other_id AND {_MET}"
# For many ties at once. The offset of nothing keeps PostgreSQL from a join, and that from a walk through everybody.
_OTHER_MET_EACH = f"""EXISTS (
 SELECT 1 FROM personas_persona pe WHERE pe.id = tie.other_id AND {_MET} LIMIT 1 OFFSET 0)"""
_BOTH_MET = f"{_OTHER_MET} JOIN personas_persona pf ON pf.id = tie.owner_id AND {_MET.replace('pe.', 'pf.')}"

# From each of `ids` to whom they are tied: only those whom the viewer may come across.
NEXT = f"{_TIES} WHERE tie.owner_id IN {{ids}} AND {_OTHER_MET_EACH}"
# The same without any look.
STEP = f"{_TIES} WHERE tie.owner_id IN {{ids}}"
# Ties from `ids` to `others`. The plus keeps the second list out of the index: one walk along the ties of the first.
BRIDGES = f"{_TIES} {_OWNER_MET} WHERE tie.owner_id IN {{ids}} AND +tie.other_id IN {{others}}"
# The same with a look at both ends; at most so many.
MEETING = f"""{_TIES} {_BOTH_MET}
WHERE tie.owner_id IN {{ids}} AND +tie.other_id IN {{others}} LIMIT %(most)s + 0"""
# Which of `ids` are three ties away: somebody of theirs is tied to one of `others`. Made for few others, and for many:
# then what each of `ids` has is looked through until one is found.
THIRD = f"""SELECT DISTINCT tie.owner_id FROM graph_tie tie {_BOTH_MET} WHERE tie.owner_id IN {{ids}}
AND +tie.other_id IN (SELECT nearer.other_id FROM graph_tie nearer WHERE nearer.owner_id IN {{others}})"""
THIRD_OF_MANY = f"""SELECT pe.id FROM personas_persona pe WHERE pe.id IN {{ids}} AND {_MET} AND EXISTS (
 SELECT 1 FROM graph_tie tie JOIN graph_tie nearer ON nearer.owner_id = tie.other_id
 WHERE tie.owner_id = pe.id AND +nearer.other_id IN {{others}} AND {_OTHER_MET_EACH})"""
MET = f"SELECT pe.id FROM personas_persona pe WHERE pe.id IN {{ids}} AND {_MET}"


def walk(
    sql: str, viewer: Viewer, *, ids: Iterable[int] = (), others: Iterable[int] = (), **values: int
) -> list[tuple]:
    """Run one of these for a viewer."""
    return select(sql, {"viewer": viewer.id, "home": viewer.home, **values}, ids=ids, others=others)
