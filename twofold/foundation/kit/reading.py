"""Reads in SQL without what Django wraps around each: a short statement runs in less time than its wrappings take."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections


class _Named(dict):
    """What stands for each parameter in SQLite: its name."""

    def __missing__(self, name: str) -> str:
        return f":{name}"


@lru_cache(maxsize=4_000)
def _as_sqlite_has_it(statement: str, number: int) -> str:
    """A statement with its parameters by name (`number` -1), or so many by place, in the way of SQLite."""
    return statement % (_Named() if number < 0 else ("?",) * number)


def read(statement: str, params: Mapping[str, Any] | Sequence[Any]) -> list[tuple]:
    """The rows of one statement, as a cursor of Django's would find them; parameters `%(by_name)s` or all `%s`.

    Where somebody counts or watches statements, and on PostgreSQL, it is a cursor of Django's.
    """
    here: Any = connections[DEFAULT_DB_ALIAS]
    if here.vendor != "sqlite" or here.force_debug_cursor or here.execute_wrappers or here.needs_rollback:
        return _in_djangos_way(here, statement, params)
    if here.connection is None:
        here.ensure_connection()
    number = -1 if isinstance(params, Mapping) else len(params)
    try:
        return here.connection.execute(_as_sqlite_has_it(statement, number), params).fetchall()
    except here.Database.Error:
        # Only its cursor waits, and says in the words of Django what is wrong.
        return _in_djangos_way(here, statement, params)


def _in_djangos_way(here: Any, statement: str, params: Mapping[str, Any] | Sequence[Any]) -> list[tuple]:
    with here.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()
