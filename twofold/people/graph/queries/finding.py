"""The directory, and people by name: the nearest first."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.graph.queries.near import around, degrees
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

# With more people of a name than this, they come as in the directory: whoever looks for one types on.
RANKED = 1_000
# Without a name, so many are looked through for one page of the third degree.
_AT_ONCE, _BATCHES = 200, 5
_FURTHEST = 4


def find(
    viewer: Viewer, *, name: str = "", degree: int = 0, before: str | None = None, size: int = DEFAULT_SIZE
) -> Page[Persona]:
    """People and pages of the network looked at, not the viewer. By name the nearest first, else by handle.

    `name` keeps those whose handle, or a word of whose name, begins with it; `degree` those so many ties away.
    """
    rows = _named(viewer, name)
    if degree == 3 and not name:
        return _walked(viewer, rows, before, size)
    if degree in (1, 2) and not name:
        near = [each for each, steps in around(viewer, within=degree).items() if steps == degree]
        return _by_handle(rows.filter(pk__in=near), before, size)
    handles = dict(rows.order_by("handle").values_list("pk", "handle")[: RANKED + 1]) if name else {}
    if not handles or (len(handles) > RANKED and not degree):
        return _by_handle(rows, before, size)
    return _ranked(viewer, rows, handles, degree, before, size)


def _named(viewer: Viewer, name: str) -> QuerySet[Persona]:
    rows = personas_visible_to(viewer).filter(network=viewer.network).exclude(pk=viewer.id)
    if name:
        begins = Q(name__istartswith=name) | Q(name__icontains=f" {name}") | Q(handle__istartswith=name)
        rows = rows.filter(begins)
    return rows


def _by_handle(rows: QuerySet[Persona], before: str | None, size: int) -> Page[Persona]:
    if last := Persona.objects.filter(pk=read_cursor(before) or 0).first():
        rows = rows.filter(handle__gt=last.handle)
    return cut(list(rows.order_by("handle")[: size + 1]), size, lambda row: row.pk)


def _ranked(
    viewer: Viewer,
    rows: QuerySet[Persona],
    handles: dict[int, str],
    degree: int,
    before: str | None,
    size: int,
) -> Page[Persona]:
    near = degrees(viewer, handles)
    ids = [each for each in handles if degree in (0, near[each])]
    ids.sort(key=lambda each: (near[each] or _FURTHEST, handles[each]))
    page = cut(_after(ids, read_cursor(before))[: size + 1], size, lambda each: each)
    known = rows.in_bulk(list(page.rows))
    return Page([known[each] for each in page.rows], page.after)


def _after(ids: Sequence[int], last: int | None) -> Sequence[int]:
    return ids[ids.index(last) + 1 :] if last in ids else ids


def _walked(viewer: Viewer, rows: QuerySet[Persona], before: str | None, size: int) -> Page[Persona]:
    """Those of the third degree among the next of the directory; the cursor is the last that was looked at."""
    found: list[Persona] = []
    for _batch in range(_BATCHES):
        batch = _by_handle(rows, before, _AT_ONCE)
        near = degrees(viewer, [each.pk for each in batch])
        found += [each for each in batch if near[each.pk] == 3]
        before = batch.after
        if len(found) > size:
            return cut(found[: size + 1], size, lambda each: each.pk)
        if before is None:
            break
    return Page(found, before)
