"""Who came by, for the one who was visited."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.network.visits.models import Mode, Part, Visit
from twofold.network.visits.policies import hushed
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

WEEKS = 13


@dataclass(frozen=True)
class Weeks:
    """`mondays` in order, and how many came in the week of each (None: too few to tell).

    `named` and `private` are sums over all; `private` is None when it is too small to be told.
    """

    mondays: Sequence[date]
    counts: Sequence[int | None]
    named: int
    private: int | None


def mode_of(viewer: Viewer) -> str:
    """How the viewer takes part."""
    return Part.objects.filter(persona=viewer.id).values_list("mode", flat=True).first() or Mode.OFF


def visitors(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Visit]:
    """The last visit of each who came by name and still gives it, newest first, with its `visitor`.

    Empty for whoever does not give their own name.
    """
    if mode_of(viewer) != Mode.NAMED:
        return Page([], None)
    later = Visit.objects.filter(
        owner=OuterRef("owner"), visitor=OuterRef("visitor"), day__gt=OuterRef("day")
    )
    rows = _named(viewer).filter(~Exists(later))
    position = read_cursor(before)
    last = rows.filter(pk=position).first() if position else None
    if last is not None:
        rows = rows.filter(Q(day__lt=last.day) | Q(day=last.day, pk__lt=last.pk))
    found = list(rows.select_related("visitor").order_by("-day", "-pk")[: size + 1])
    return cut(found, size, lambda row: row.pk)


def weeks(viewer: Viewer) -> Weeks:
    """The last quarter by weeks. By name for whoever takes part by name; else all together, small numbers hushed."""
    today = clock.now().date()
    monday = today - timedelta(days=today.weekday())
    mondays = [monday - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    own = Visit.objects.filter(owner=viewer.id, day__gte=mondays[0])
    private = list(own.filter(visitor=None).values_list("day", flat=True))
    named = list(_named(viewer).filter(day__gte=mondays[0]).values_list("day", flat=True))
    by_name = mode_of(viewer) == Mode.NAMED
    counted = Counter(day - timedelta(days=day.weekday()) for day in (named if by_name else named + private))
    counts = [counted[each] for each in mondays]
    return Weeks(
        mondays=mondays,
        counts=counts if by_name else [hushed(each) for each in counts],
        named=len(named),
        private=hushed(len(private)),
    )


def _named(viewer: Viewer) -> QuerySet[Visit]:
    """Visits by name of people whom the viewer may come across."""
    giving = Part.objects.filter(persona=OuterRef("visitor"), mode=Mode.NAMED)
    return Visit.objects.filter(
        AdmitsPersona.to(viewer, at="visitor"),
        Exists(giving),
        owner=viewer.id,
        visitor__state=Persona.State.ACTIVE,
    )
