"""How many jobs a search leads to, and how many it would lead to with each filter."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from twofold.network.jobs.codes import NAMES, parts_of
from twofold.network.jobs.models import Face
from twofold.network.jobs.queries.searching import AGES, Search, age_limit


class Cell(NamedTuple):
    """How many `jobs` have the same code (see codes.py), came in the last `days` (of `AGES`, 0 for before), and are
    `known`: at a page where somebody works whom one knows."""

    code: int
    days: int
    known: int
    jobs: int


@dataclass(frozen=True)
class Counts:
    """`total` is what the search finds. The others say what it would find with this value for a filter, the other
    filters as they are: `age` by days, `known` where somebody one knows works."""

    total: int
    workplace: Mapping[str, int]
    type: Mapping[str, int]
    level: Mapping[str, int]
    age: Mapping[int, int]
    known: int


def wide(asked: Search) -> Search:
    """A search without those of its filters that are counted."""
    return replace(asked, workplace=(), type=(), level=(), age=0, known=0)


def cells_of(rows: QuerySet[Face], known: Sequence[int]) -> list[Cell]:
    """What the database counts of a wide search; `known` are shelves of pages at which those work whom one knows."""
    limits = [When(position__gte=age_limit(each), then=Value(each)) for each in AGES]
    found = rows.values_list(
        "code",
        Case(*limits, default=Value(0), output_field=IntegerField()),
        _whether(known),
    )
    return [Cell(*each) for each in found.order_by().annotate(jobs=Count("pk"))]


def _whether(shelves: Sequence[int]) -> Any:
    if not shelves:
        return Value(0)
    return Case(When(shelf__in=shelves, then=Value(1)), default=Value(0), output_field=IntegerField())


def summed(cells: Iterable[Cell], asked: Search) -> Counts:
    """The counts of a search, out of the cells of the wide one."""
    held = list(cells)
    return Counts(
        total=sum(each.jobs for each in met(held, asked)),
        **{name: _by(name, met(held, asked, but=name)) for name in NAMES},
        age=_by_age(met(held, asked, but="age")),
        known=sum(each.jobs for each in met(held, asked, but="known") if each.known),
    )


def met(cells: Iterable[Cell], asked: Search, but: str = "") -> list[Cell]:
    """Those that the chosen filters leave, all but one of them."""
    chosen = [(name, getattr(asked, name)) for name in NAMES if name != but and getattr(asked, name)]
    age = asked.age if but != "age" else 0
    known = asked.known and but != "known"
    return [
        each
        for each in cells
        if all(parts_of(each.code)[name] in wanted for name, wanted in chosen)
        and (not age or 0 < each.days <= age)
        and (not known or each.known)
    ]


def _by(name: str, cells: Iterable[Cell]) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in cells:
        found[parts_of(each.code)[name]] += each.jobs
    return found


def _by_age(cells: list[Cell]) -> dict[int, int]:
    return {age: sum(each.jobs for each in cells if 0 < each.days <= age) for age in AGES}
