"""Writing very many rows at once, for demo networks and loads. Nothing that people do comes this way."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Model

BATCH = 20_000


def insert_rows(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Insert `rows`, whose values stand in the order of `columns` (names of attributes such as `author_id`).

    Columns that are not named get the default of their field. No action runs and no fact is announced: whoever
    calls this answers for tables that agree with each other. Returns how many rows were written.
    """
    fields = {field.attname: field for field in model._meta.concrete_fields}
    rest = [field for name, field in fields.items() if name not in columns and not _numbers_itself(field)]
    constants = tuple(field.get_db_prep_save(field.get_default(), connection) for field in rest)
    prepare = [fields[name].get_db_prep_save for name in columns]
    dated = [n for n, name in enumerate(columns) if fields[name].get_internal_type() == "DateTimeField"]
    quote = connection.ops.quote_name
    names = ", ".join(quote(str(field.column)) for field in [*(fields[name] for name in columns), *rest])
    table = quote(model._meta.db_table)
    source, written = iter(rows), 0
    while batch := list(islice(source, BATCH)):
        for place in dated:
            batch = [_replaced(row, place, prepare[place](row[place], connection)) for row in batch]
        _write(table, names, len(columns) + len(constants), [(*row, *constants) for row in batch])
        written += len(batch)
    return written


def _numbers_itself(field: Any) -> bool:
    return field.get_internal_type() in {"AutoField", "BigAutoField"}


def _replaced(row: Sequence[Any], place: int, value: Any) -> tuple[Any, ...]:
    return (*row[:place], value, *row[place + 1 :])


def _write(table: str, names: str, width: int, rows: list[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * width)
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
