"""The viewer's own ties: searched, ordered, of one kind, with one tag."""

from collections.abc import Callable

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import folded
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.graph.models import KINDS, Tag, Tie
from twofold.people.graph.queries.ordering import newest_first, oldest_first, page_by
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

Rows = QuerySet[Tie]


def met(rows: QuerySet, viewer: Viewer, at: str) -> QuerySet:
    """Only rows whose persona `at` the viewer may come across; the persona comes with the row."""
    return rows.filter(
        AdmitsPersona.to(viewer, at=at), **{f"{at}__state": Persona.State.ACTIVE}
    ).select_related(at)


def ties_of(
    viewer: Viewer,
    *,
    kind: str = "",
    tag: str = "",
    name: str = "",
    sort: str = "",
    before: str | None = None,
    size: int = DEFAULT_SIZE,
) -> Page[Tie]:
    """The viewer's own ties, each with its `other`: newest first, or as `sort` says (oldest, name, kind).

    `name` keeps those whose name or handle contains it, `kind` those whom the viewer holds to be of that kind, `tag`
    those whom the viewer gave that word.
    """
    if not (kind or tag or name or sort or before) and size == DEFAULT_SIZE:
        return page_by(_first(viewer=viewer.id, home=viewer.home), "since", "other_id", size)
    rows = met(Tie.objects.filter(owner=viewer.id), viewer, "other")
    if kind:
        rows = rows.filter(kind=kind)
    if tag:
        rows = rows.filter(other__in=Tag.objects.filter(by=viewer.id, folded=folded(tag)).values("persona"))
    if name:
        rows = rows.filter(Q(other__name__icontains=name) | Q(other__handle__icontains=name))
    return _SORTS.get(sort, _newest)(viewer, rows, before, size)


@prepared
def _first(viewer: int, home: str) -> QuerySet[Tie]:
    """What everybody opens: all ties, the newest first."""
    rows = met(Tie.objects.filter(owner=viewer), Viewer(viewer, home, home), "other")
    return rows.order_by("-since", "-other_id")[: DEFAULT_SIZE + 1]


def count_ties(viewer: Viewer) -> int:
    """How many ties the viewer has with people who are there."""
    return met(Tie.objects.filter(owner=viewer.id), viewer, "other").count()


def _newest(viewer: Viewer, rows: Rows, before: str | None, size: int) -> Page[Tie]:
    return newest_first(rows, "since", "other_id", before, size)


def _oldest(viewer: Viewer, rows: Rows, before: str | None, size: int) -> Page[Tie]:
    return oldest_first(rows, "since", "other_id", before, size)


def _by_name(viewer: Viewer, rows: Rows, before: str | None, size: int) -> Page[Tie]:
    if last := Persona.objects.filter(pk=read_cursor(before) or 0).first():
        rows = rows.filter(_behind(last))
    return cut(list(rows.order_by("other__name", "other")[: size + 1]), size, lambda row: row.other_id)


def _by_kind(viewer: Viewer, rows: Rows, before: str | None, size: int) -> Page[Tie]:
    """Kinds in the order in which they are offered; within one by name."""
    places = [When(kind=kind, then=Value(place)) for place, kind in enumerate(KINDS[Network(viewer.home)])]
    rows = rows.annotate(place=Case(*places, default=Value(len(places)), output_field=IntegerField()))
    if last := rows.filter(other=read_cursor(before) or 0).first():
        rows = rows.filter(Q(place__gt=last.place) | Q(place=last.place) & _behind(last.other))
    found = list(rows.order_by("place", "other__name", "other")[: size + 1])
    return cut(found, size, lambda row: row.other_id)


def _behind(last: Persona) -> Q:
    return Q(other__name__gt=last.name) | Q(other__name=last.name, other__gt=last.pk)


def tie_with(viewer: Viewer, persona: Persona) -> Tie:
    """The viewer's own side of the tie with `persona`. Absent without one."""
    found = Tie.objects.filter(owner=viewer.id, other=persona).first()
    if found is None:
        raise Absent
    return found


_SORTS: dict[str, Callable[[Viewer, Rows, str | None, int], Page[Tie]]] = {
    "oldest": _oldest,
    "name": _by_name,
    "kind": _by_kind,
}
