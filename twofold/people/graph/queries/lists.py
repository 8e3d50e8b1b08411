"""Lists of people: ties, requests, follows, circles, in pages."""

from datetime import UTC, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.clock import position_of
from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.models import Grant
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.graph.models import Block, Circle, Follow, Mute, Tie, TieRequest
from twofold.people.graph.queries.relations import muted_among
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def _met(rows: QuerySet, viewer: Viewer, at: str) -> QuerySet:
    """Only rows whose persona `at` the viewer may come across; the persona comes with the row."""
    return rows.filter(
        AdmitsPersona.to(viewer, at=at), **{f"{at}__state": Persona.State.ACTIVE}
    ).select_related(at)


def ties_of(
    viewer: Viewer,
    *,
    kind: str = "",
    name: str = "",
    sort: str = "recent",
    before: str | None = None,
    size: int = DEFAULT_SIZE,
) -> Page[Tie]:
    """The viewer's own ties, newest first or, with `sort` "name", by name; each with its `other`.

    `name` keeps those whose name or handle contains it, `kind` those whom the viewer holds to be of that kind.
    """
    rows = _met(Tie.objects.filter(owner=viewer.id), viewer, "other")
    if kind:
        rows = rows.filter(kind=kind)
    if name:
        rows = rows.filter(Q(other__name__icontains=name) | Q(other__handle__icontains=name))
    if sort == "name":
        if last := Persona.objects.filter(pk=read_cursor(before) or 0).first():
            rows = rows.filter(Q(other__name__gt=last.name) | Q(other__name=last.name, other__gt=last.pk))
        return cut(list(rows.order_by("other__name", "other")[: size + 1]), size, lambda row: row.other_id)
    return _newest_first(rows, "since", "other_id", before, size)


def count_ties(viewer: Viewer) -> int:
    """How many ties the viewer has with people who are there."""
    return _met(Tie.objects.filter(owner=viewer.id), viewer, "other").count()


def requests_to(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[TieRequest]:
    """Requests that await the viewer's answer, newest first, with their `sender`."""
    rows = _met(TieRequest.objects.filter(receiver=viewer.id, declined=False), viewer, "sender")
    return _newest_first(rows, "created_at", "sender_id", before, size)


def requests_by(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[TieRequest]:
    """Requests of the viewer that are pending as far as they can tell, newest first, with their `receiver`."""
    rows = _met(TieRequest.objects.filter(sender=viewer.id, withdrawn=False), viewer, "receiver")
    return _newest_first(rows, "created_at", "receiver_id", before, size)


def _newest_first(rows: QuerySet, when: str, who: str, before: str | None, size: int) -> Page:
    """A page by time and, at one moment, by persona. The cursor is both: a number of the row would count all rows."""
    if after := _read_cursor(before):
        moment, persona_id = after
        rows = rows.filter(Q(**{f"{when}__lt": moment}) | Q(**{when: moment, f"{who}__lt": persona_id}))
    found = list(rows.order_by(f"-{when}", f"-{who}")[: size + 1])
    return cut(found, size, lambda row: f"{position_of(getattr(row, when))}-{getattr(row, who)}")


def _read_cursor(text: str | None) -> tuple[datetime, int] | None:
    position, _dash, persona = (text or "").partition("-")
    numbers = read_cursor(position), read_cursor(persona)
    if numbers[0] is None or numbers[1] is None or numbers[0] > 10**16:
        return None
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=numbers[0]), numbers[1]


def followers_of(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Follow]:
    """Who follows the viewer, newest first, with their `follower`."""
    rows = _met(Follow.objects.filter(followed=viewer.id), viewer, "follower")
    return _newest_first(rows, "since", "follower_id", before, size)


def followed_by(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Follow]:
    """Whom the viewer follows, newest first, with their `followed`."""
    rows = _met(Follow.objects.filter(follower=viewer.id), viewer, "followed")
    return _newest_first(rows, "since", "followed_id", before, size)


def blocked_by(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Block]:
    """Whom the viewer blocks, with their `persona`: the one list that shows people behind the door, to undo it."""
    rows = Block.objects.filter(by=viewer.id, persona__state=Persona.State.ACTIVE).select_related("persona")
    return _newest_first(rows, "since", "persona_id", before, size)


def muted_by(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Mute]:
    """Whom the viewer mutes at this moment, with their `persona`."""
    rows = _met(
        Mute.objects.filter(Q(until=None) | Q(until__gt=clock.now()), by=viewer.id), viewer, "persona"
    )
    if (last := read_cursor(before)) is not None:
        rows = rows.filter(persona__lt=last)
    return cut(list(rows.order_by("-persona")[: size + 1]), size, lambda row: row.persona_id)


def muted_ids(viewer: Viewer) -> set[int]:
    """Ids of those whom the viewer mutes at this moment."""
    return muted_among(viewer.id)


def circles_of(viewer: Viewer) -> list[Circle]:
    """The viewer's circles by name, each with `members_count`. Nobody can ask for another's."""
    members = _met(Grant.objects.filter(part__owner=viewer.id, part__kind="circle"), viewer, "persona")
    counts = dict(members.values_list("part__ref").annotate(Count("id")).order_by())
    circles = list(Circle.objects.filter(owner=viewer.id).order_by("name"))
    for circle in circles:
        circle.members_count = counts.get(str(circle.pk), 0)
    return circles


def circle_of(viewer: Viewer, circle_id: int) -> Circle:
    """One circle of the viewer's. Absent when there is none of that id, or it is somebody else's."""
    circle = Circle.objects.filter(owner=viewer.id, pk=circle_id).first()
    if circle is None:
        raise Absent
    return circle


def members_of(viewer: Viewer, circle: Circle) -> list[Persona]:
    """Who is in a circle of the viewer's, by name."""
    inside = Grant.objects.filter(part__owner=viewer.id, part__kind="circle", part__ref=str(circle.pk))
    return list(personas_visible_to(viewer).filter(pk__in=inside.values("persona")).order_by("name", "pk"))


def blocked_one(viewer: Viewer, persona_id: int) -> Persona:
    """Somebody whom the viewer blocks, to undo it. Absent otherwise."""
    row = Block.objects.filter(by=viewer.id, persona=persona_id).select_related("persona").first()
    if row is None:
        raise Absent
    return row.persona


def find(
    viewer: Viewer, *, name: str = "", before: str | None = None, size: int = DEFAULT_SIZE
) -> Page[Persona]:
    """The directory: people and pages of the network looked at, by handle; not the viewer.

    `name` keeps those whose handle, or a word of whose name, begins with it.
    """
    rows = personas_visible_to(viewer).filter(network=viewer.network).exclude(pk=viewer.id)
    if name:
        begins = Q(name__istartswith=name) | Q(name__icontains=f" {name}") | Q(handle__istartswith=name)
        rows = rows.filter(begins)
    if last := Persona.objects.filter(pk=read_cursor(before) or 0).first():
        rows = rows.filter(handle__gt=last.handle)
    return cut(list(rows.order_by("handle")[: size + 1]), size, lambda row: row.pk)


def outside_circle(viewer: Viewer, circle: Circle, *, name: str = "", most: int = 20) -> list[Persona]:
    """Ties of the viewer's who are not in this circle of theirs yet, by name."""
    inside = Grant.objects.filter(part__owner=viewer.id, part__kind="circle", part__ref=str(circle.pk))
    ties = Tie.objects.filter(owner=viewer.id).exclude(other__in=inside.values("persona"))
    rows = personas_visible_to(viewer).filter(pk__in=ties.values("other"))
    if name:
        rows = rows.filter(Q(name__icontains=name) | Q(handle__icontains=name))
    return list(rows.order_by("name", "pk")[:most])


def count_requests_to(viewer: Viewer) -> int:
    """How many requests await the viewer's answer."""
    return _met(TieRequest.objects.filter(receiver=viewer.id, declined=False), viewer, "sender").count()


def persona_of(viewer: Viewer, persona_id: int) -> Persona:
    """Somebody whom the viewer may come across, to act on. Absent otherwise."""
    persona = personas_visible_to(viewer).filter(pk=persona_id).first()
    if persona is None:
        raise Absent
    return persona
