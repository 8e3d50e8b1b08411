"""A search with its first page and all its counts. Few jobs are ordered and counted here, many by the database."""

from typing import Any

import numpy as np
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet, Value
from numpy.typing import NDArray

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.network.jobs.models import Job, Shelf
from twofold.network.jobs.queries.counting import Cell, Counts, cells_of, met, summed, wide
from twofold.network.jobs.queries.searching import (
    AGES,
    NOBODYS,
    Mine,
    Search,
    age_limit,
    jobs_of,
    narrowed,
    paged,
    read_place,
    scored,
    unasked,
)
from twofold.people.personas.viewers import Viewer

# So many are read at once. Reading more takes longer than to let the database look twice.
_FEW = 6_000
# Of so many shelves at most it is asked one by one whether they may be seen.
_NAMED = 300
# A job that the words, the place and the pay of a search suit, whatever else is chosen: a row of whole numbers.
Hits = NDArray[np.int64]
_JOB, _POSITION, _CODE, _SHELF, _SCORE = range(5)


def find(
    viewer: Viewer,
    asked: Search,
    before: str | None = None,
    mine: Mine = NOBODYS,
    size: int = DEFAULT_SIZE,
) -> tuple[Page[Job], Counts]:
    """The first jobs of a search (or those after `before`), and how many there are. At most five queries."""
    rows = narrowed(unasked(), wide(asked), mine)
    with_score: QuerySet[Any] = rows.annotate(score=Value(0))
    if asked.order == "relevance":
        with_score = scored(rows, asked)
    hits = _read(with_score.values("job", "position", "code", "shelf", "score")[: _FEW + 1])
    if len(hits) > _FEW:
        return _by_database(viewer, asked, before, mine, size)
    seen = _seen(viewer, set(hits[:, _SHELF].tolist()))
    hits = hits[np.isin(hits[:, _SHELF], list(seen))]
    known = [pk for pk, page in seen.items() if page in mine.pages]
    keys = _keys(hits, known)
    cells = [
        Cell(*_key(key), int(jobs)) for key, jobs in zip(*np.unique(keys, return_counts=True), strict=True)
    ]
    left = [each.code * 100 + each.days * 2 + each.known for each in met(cells, asked)]
    page = _page(hits[np.isin(keys, left)], asked, before, size)
    return jobs_of(viewer, page), summed(cells, asked)


def _read(rows: QuerySet) -> Hits:
    """Shape (jobs, 5): job, position, code, shelf, score."""
    try:
        statement, values = rows.query.sql_with_params()
    except EmptyResultSet:
        return np.empty((0, 5), dtype=np.int64)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return np.array(cursor.fetchall(), dtype=np.int64).reshape(-1, 5)


def _keys(hits: Hits, known: list[int]) -> NDArray[np.int64]:
    """What a cell is of, for each job, as one number: code, days, known."""
    days = np.zeros(len(hits), dtype=np.int64)
    for each in reversed(AGES):
        days[hits[:, _POSITION] >= age_limit(each)] = each
    return hits[:, _CODE] * 100 + days * 2 + np.isin(hits[:, _SHELF], known)


def _key(key: np.int64) -> tuple[int, int, int]:
    return int(key) // 100, int(key) % 100 // 2, int(key) % 2


def _by_database(
    viewer: Viewer, asked: Search, before: str | None, mine: Mine, size: int
) -> tuple[Page[Job], Counts]:
    seen = _seen(viewer)
    shut = [pk for pk in Shelf.objects.values_list("pk", flat=True) if pk not in seen]
    rows = unasked().exclude(shelf__in=shut) if shut else unasked()
    known = [pk for pk, page in seen.items() if page in mine.pages]
    page = paged(narrowed(rows, asked, mine), asked, before, size)
    return jobs_of(viewer, page), summed(cells_of(narrowed(rows, wide(asked), mine), known), asked)


def _seen(viewer: Viewer, among: set[int] | None = None) -> dict[int, int]:
    """The shelves that the door lets through, each with its page."""
    rows = Shelf.objects.visible_to(viewer)
    if among is not None and len(among) <= _NAMED:
        rows = rows.filter(pk__in=among)
    return dict(rows.values_list("pk", "author"))


def _page(hits: Hits, asked: Search, before: str | None, size: int) -> Page[int]:
    by_score = asked.order == "relevance"
    limit = read_place(before) if by_score else (0, read_cursor(before))
    score, position = hits[:, _SCORE], hits[:, _POSITION]
    if limit[0] is not None and limit[1] is not None:
        hits = hits[(score < limit[0]) | ((score == limit[0]) & (position < limit[1]))]
    order = np.lexsort((hits[:, _POSITION], hits[:, _SCORE]))[::-1][: size + 1]
    rows: list[list[int]] = hits[order].tolist()
    page = cut(rows, size, lambda hit: f"{hit[_SCORE]}-{hit[_POSITION]}" if by_score else hit[_POSITION])
    return Page([hit[_JOB] for hit in page.rows], page.after)
