"""Reads of the ORM that are compiled once: for pages that are looked at often, where building SQL costs more than it.

    @prepared
    def _guest(viewer: int, event: int) -> QuerySet[Guest]:
        return Guest.objects.filter(persona=viewer, event=event)

    _guest(viewer=7, event=8)   # a list of guests

The function is called once, with stand-ins; each place among the parameters where one comes to lie is filled in from
then on. So it may only put its arguments into a query, never look at them. Arguments are whole numbers, texts, moments
and, for `…__in=`, sets of ids (Sequence[int]), as their annotations say. What comes is what the queryset itself would
give, related objects included.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps
from inspect import signature
from threading import Lock
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.query import get_related_populators

from twofold.foundation.kit.reading import read
from twofold.foundation.kit.sets import among, packed

Row = TypeVar("Row", bound=Model)

# Small enough for every column: one that does not fit makes an empty set of the whole read.
_NUMBER, _MOMENT = -31_000, datetime(1903, 5, 6, 7, 8, 9, tzinfo=UTC)


class _Compiled:
    """The SQL of one queryset, where its parameters come from, and how its rows become objects."""

    def __init__(self, build: Callable[..., QuerySet]):
        stand_ins = _stand_ins(build)
        self.compiler, self.sql, params = _sql(build, stand_ins)
        if params != _sql(build, stand_ins)[2]:
            raise TypeError(f"{build.__name__} looks at the clock: it would stand still; take the moment")
        seen = {_adapted(getattr(value, "params", [value])[0]): name for name, value in stand_ins.items()}
        self.places = [(seen.get(_adapted(each)), each) for each in params]
        used = {name for name, _each in self.places if name}
        if used != set(stand_ins):
            raise TypeError(f"{build.__name__} does not put {set(stand_ins) - used} into its query")
        info = self.compiler.klass_info
        select = self.compiler.select
        self.model, fields = info["model"], info["select_fields"]
        self.first, self.last = fields[0], fields[-1] + 1
        self.names = [select[place][0].target.attname for place in fields]
        self.related = get_related_populators(info, select, connection.alias)  # type: ignore[call-arg]
        self.annotations = self.compiler.annotation_col_map
        self.converters = self.compiler.get_converters([each[0] for each in select])

    def rows(self, values: dict[str, Any]) -> list[Any]:
        given = {name: _adapted(value) for name, value in values.items()}
        found = read(self.sql, [given[name] if name else each for name, each in self.places])
        return [self._object(row) for row in self.compiler.apply_converters(found, self.converters)]

    def _object(self, row: Any) -> Any:
        # As `from_db` makes it, without going through each field: what came of the database is put in as it is.
        made = self.model.__new__(self.model)
        made.__dict__.update(zip(self.names, row[self.first : self.last], strict=True))
        state = made.__dict__["_state"] = ModelState()
        state.adding, state.db = False, connection.alias
        for populator in self.related:
            populator.populate(row, made)
        for name, place in self.annotations.items():
            setattr(made, name, row[place])
        return made


def prepared(build: Callable[..., QuerySet[Row]]) -> Callable[..., list[Row]]:
    """Compile the queryset of `build` at its first use in each database; called by keyword, it gives a list."""
    compiled: dict[str, _Compiled] = {}
    lock = Lock()

    @wraps(build)
    def read(**values: Any) -> list[Row]:
        found = compiled.get(connection.vendor)
        if found is None:
            with lock:
                found = compiled[connection.vendor] = _Compiled(build)
        return found.rows(values)

    read.__dict__["queryset"] = build
    return read


def _sql(build: Callable[..., QuerySet], values: dict[str, Any]) -> tuple[Any, str, tuple[Any, ...]]:
    compiler: Any = build(**values).query.get_compiler(connection=connection)
    return compiler, *compiler.as_sql()


def _stand_ins(build: Callable[..., QuerySet]) -> dict[str, Any]:
    parameters = signature(build).parameters.items()
    return {name: _stand_in(each.annotation, number) for number, (name, each) in enumerate(parameters, 1)}


def _stand_in(annotation: Any, number: int) -> Any:
    match getattr(annotation, "__name__", str(annotation)):
        case "int":
            return _NUMBER - number
        case "str":
            return f"\x01stand-in-{number}"
        case "datetime":
            return _MOMENT + timedelta(days=number)
        case "Sequence":
            return among(f"\x01stand-in-{number}")
    raise TypeError(f"prepared reads take no {annotation}")


def _adapted(value: Any) -> Any:
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return packed(value) if isinstance(value, list | tuple | set) else value
