"""What lies before one: recommendations received and given, whatever their state, and requests. For the two alone."""

from django.db.models import Q, QuerySet

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.network.recommendations.models import Ask, Recommendation
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

State = Recommendation.State
_MOST = 50


def to_read(viewer: Viewer) -> list[Recommendation]:
    """What was sent to the viewer and awaits a decision, oldest first, with its `author`."""
    rows = _met(Recommendation.objects.filter(receiver=viewer.id, state=State.SENT), viewer, "author")
    return list(rows.order_by("sent_at", "pk")[:_MOST])


def written_to(
    viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE
) -> Page[Recommendation]:
    """What the viewer received and has decided about, newest first, with its `author`."""
    decided = Recommendation.objects.filter(receiver=viewer.id).exclude(state__in=(State.DRAFT, State.SENT))
    return _page(_met(decided, viewer, "author"), "sent_at", before, size)


def written_by(
    viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE
) -> Page[Recommendation]:
    """What the viewer writes or wrote, the last changed first, with its `receiver`."""
    rows = _met(Recommendation.objects.filter(author=viewer.id), viewer, "receiver")
    return _page(rows, "changed_at", before, size)


def asked_of(viewer: Viewer) -> list[Ask]:
    """Who would like a recommendation of the viewer's, oldest first, with their `asker`."""
    rows = _met(Ask.objects.filter(writer=viewer.id, declined=False), viewer, "asker")
    return list(rows.order_by("created_at", "pk")[:_MOST])


def asked_by(viewer: Viewer) -> list[Ask]:
    """Whom the viewer asked and has not heard of, as far as they can tell, with their `writer`."""
    rows = _met(Ask.objects.filter(asker=viewer.id, withdrawn=False), viewer, "writer")
    return list(rows.order_by("-created_at", "-pk")[:_MOST])


def ask_between(asker: Persona, writer: Persona, viewer: Viewer) -> Ask | None:
    """The request of one of the two, as far as the viewer, who is the other or they, knows of it."""
    rows = Ask.objects.filter(asker=asker, writer=writer)
    mine = rows.filter(Q(asker=viewer.id, withdrawn=False) | Q(writer=viewer.id, declined=False))
    return mine.first() if viewer else None


def between(viewer: Viewer, receiver: Persona) -> Recommendation | None:
    """What the viewer writes or wrote about `receiver`."""
    return Recommendation.objects.filter(author=viewer.id, receiver=receiver).first() if viewer else None


def of_mine(viewer: Viewer, recommendation_id: int) -> Recommendation:
    """One that the viewer wrote, or that was sent to them. Absent otherwise."""
    mine = Q(author=viewer.id) | Q(receiver=viewer.id) & ~Q(state=State.DRAFT)
    rows = Recommendation.objects.filter(mine, pk=recommendation_id).select_related(
        "author", "receiver", "audience"
    )
    found = rows.first() if viewer else None
    if found is None:
        raise Absent
    return found


def _met(rows: QuerySet, viewer: Viewer, other: str) -> QuerySet:
    """Only rows whose other person the viewer may come across; they come with the row."""
    met = rows.filter(AdmitsPersona.to(viewer, at=other), **{f"{other}__state": Persona.State.ACTIVE})
    return met.select_related(other)


def _page(rows: QuerySet[Recommendation], when: str, before: str | None, size: int) -> Page[Recommendation]:
    position = read_cursor(before)
    last = rows.filter(pk=position).first() if position else None
    if last is not None:
        at = getattr(last, when)
        rows = rows.filter(Q(**{f"{when}__lt": at}) | Q(**{when: at, "pk__lt": last.pk}))
    return cut(list(rows.order_by(f"-{when}", "-pk")[: size + 1]), size, lambda row: row.pk)
