"""The whole of a PostgreSQL database as COPY text, without PostgreSQL's own programs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from psycopg import sql

# Our tables, in the schema where Django keeps them; parts of extensions are not ours.
_TABLES = """
    SELECT c.relname FROM pg_class c
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname
"""
_COLUMNS = """
    SELECT attname FROM pg_attribute
    WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum
"""
_SEQUENCES = (
    "SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = current_schema()::regnamespace"
)


def dump(folder: Path) -> dict[str, Any]:
    """Write every table to `folder`/NAME.copy as of one instant; their columns and the sequences' states."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        tables = {}
        for name in _column(cursor, _TABLES):
            columns = _column(cursor, _COLUMNS, _quoted(name))
            statement = _copying("COPY {}({}) TO STDOUT", name, columns)
            with (folder / f"{name}.copy").open("wb") as file, cursor.copy(statement) as copy:
                for part in copy:
                    file.write(part)
            tables[name] = columns
        sequences = {}
        for name in _column(cursor, _SEQUENCES):
            cursor.execute(sql.SQL("SELECT last_value, is_called FROM {}").format(sql.Identifier(name)))
            sequences[name] = list(cursor.fetchone())
        return {"tables": tables, "sequences": sequences}


def drop_all() -> None:
    """Take every table away, with all that hangs on it."""
    with transaction.atomic(), connection.cursor() as cursor:
        for name in _column(cursor, _TABLES):
            cursor.execute(sql.SQL("DROP TABLE {} CASCADE").format(sql.Identifier(name)))


def load(folder: Path, about: dict[str, Any]) -> None:
    """Put what `dump` wrote in the place of everything there is, in one transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        for name in about["tables"]:
            _switch_triggers(cursor, name, "DISABLE")
        names = sql.SQL(", ").join(map(sql.Identifier, _column(cursor, _TABLES)))
        cursor.execute(sql.SQL("TRUNCATE {}").format(names))
        for name, columns in about["tables"].items():
            with cursor.copy(_copying("COPY {}({}) FROM STDIN", name, columns)) as copy:
                for part in _parts(folder / f"{name}.copy"):
                    copy.write(part)
        for name, (last, called) in about["sequences"].items():
            cursor.execute(
                "SELECT setval(%s::text::regclass, %s::bigint, %s::boolean)", [_quoted(name), last, called]
            )
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # tables that wait for a check cannot be altered
        for name in about["tables"]:
            _switch_triggers(cursor, name, "ENABLE")


def _column(cursor, question: str, *given) -> list[str]:
    cursor.execute(question, given or None)
    return [row[0] for row in cursor.fetchall()]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _copying(words: str, name: str, columns: list[str]) -> sql.Composed:
    listed = sql.SQL(", ").join(map(sql.Identifier, columns))
    return sql.SQL(words).format(sql.Identifier(name), listed)  # type: ignore[arg-type]


def _switch_triggers(cursor, name: str, how: str) -> None:
    """What our own triggers derived is in the dump already."""
    statement = sql.SQL("ALTER TABLE {} " + how + " TRIGGER USER")  # type: ignore[operator]
    cursor.execute(statement.format(sql.Identifier(name)))


def _parts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while data := file.read(1 << 16):
            yield data
