"""Sets of ids in hand-written SQL: each goes in as one value, so that the text, and with it the plan, stays one."""

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL


def select(sql: str, values: dict[str, Any], **sets: Iterable[int]) -> list[tuple]:
    """Run `sql`, where `IN {name}` stands for membership in the set of that name, and `%(name)s` for a value.

    A column with a plus before it (`+tie.other_id IN {name}`) is read by other means and then looked up in the set; any
    other is read from its index, once for each of the set.
    """
    given = {name: packed(ids) for name, ids in sets.items()}
    with connection.cursor() as cursor:
        cursor.execute(_with_sets(sql, tuple(sets), connection.vendor), {**values, **given})
        return cursor.fetchall()


@lru_cache(maxsize=256)
def _with_sets(sql: str, names: tuple[str, ...], vendor: str) -> str:
    for name in names:
        if vendor == "postgresql":
            # Hashed; an array that is not known beforehand would be searched through for every row.
            sql = re.sub(rf"(\+[\w.]+) IN \{{{name}\}}", rf"\1 IN (SELECT unnest(%({name})s::bigint[]))", sql)
            sql = sql.replace(f"IN {{{name}}}", f"= ANY(%({name})s::bigint[])")
        else:
            sql = sql.replace(f"IN {{{name}}}", f"IN (SELECT value FROM json_each(%({name})s))")
    return sql


def among(packed: Any) -> RawSQL:
    """What `pk__in=` of the ORM takes for a set that goes in as one value; see kit.prepared."""
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", [packed])
    return RawSQL("SELECT value FROM json_each(%s)", [packed])


def packed(ids: Iterable[int]) -> str | list[int]:
    found = sorted(ids)
    return found if connection.vendor == "postgresql" else json.dumps(found)
