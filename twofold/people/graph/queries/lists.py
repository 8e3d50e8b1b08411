"""Lists of people: requests, follows, circles, in pages."""

from collections.abc import Iterable

from django.db.models import Count, Q

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.people.audiences.models import Grant
from twofold.people.audiences.queries import personas_visible_to
from twofold.people.graph.models import Block, Circle, Follow, Mute, Tie, TieRequest
from twofold.people.graph.queries.ordering import newest_first
from twofold.people.graph.queries.relations import muted_among
from twofold.people.graph.queries.ties import met
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def requests_to(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[TieRequest]:
    """Requests that await the viewer's answer, newest first, with their `sender`."""
    rows = met(TieRequest.objects.filter(receiver=viewer.id, declined=False), viewer, "sender")
    return newest_first(rows, "created_at", "sender_id", before, size)


def requests_by(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[TieRequest]:
    """Requests of the viewer that are pending as far as they can tell, newest first, with their `receiver`."""
    rows = met(TieRequest.objects.filter(sender=viewer.id, withdrawn=False), viewer, "receiver")
    return newest_first(rows, "created_at", "receiver_id", before, size)


def followers_of(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Follow]:
    """Who follows the viewer, newest first, with their `follower`."""
    rows = met(Follow.objects.filter(followed=viewer.id), viewer, "follower")
    return newest_first(rows, "since", "follower_id", before, size)


def followed_by(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Follow]:
    """Whom the viewer follows, newest first, with their `followed`."""
    rows = met(Follow.objects.filter(follower=viewer.id), viewer, "followed")
    return newest_first(rows, "since", "followed_id", before, size)


def blocked_by(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Block]:
    """Whom the viewer blocks, with their `persona`: the one list that shows people behind the door, to undo it."""
    rows = Block.objects.filter(by=viewer.id, persona__state=Persona.State.ACTIVE).select_related("persona")
    return newest_first(rows, "since", "persona_id", before, size)


def muted_by(viewer: Viewer, *, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Mute]:
    """Whom the viewer mutes at this moment, with their `persona`."""
    rows = met(Mute.objects.filter(Q(until=None) | Q(until__gt=clock.now()), by=viewer.id), viewer, "persona")
    if (last := read_cursor(before)) is not None:
        rows = rows.filter(persona__lt=last)
    return cut(list(rows.order_by("-persona")[: size + 1]), size, lambda row: row.persona_id)


def muted_ids(viewer: Viewer) -> set[int]:
    """Ids of those whom the viewer mutes at this moment."""
    return muted_among(viewer.id)


def circles_of(viewer: Viewer) -> list[Circle]:
    """The viewer's circles by name, each with `members_count`. Nobody can ask for another's."""
    members = met(Grant.objects.filter(part__owner=viewer.id, part__kind="circle"), viewer, "persona")
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


def blocked_among(viewer: Viewer, ids: Iterable[int]) -> dict[int, Persona]:
    """Those of `ids` whom the viewer blocks: the viewer knows their names."""
    rows = Block.objects.filter(by=viewer.id, persona__in=list(ids)).select_related("persona")
    return {each.persona_id: each.persona for each in rows}


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
    return met(TieRequest.objects.filter(receiver=viewer.id, declined=False), viewer, "sender").count()


def persona_of(viewer: Viewer, persona_id: int) -> Persona:
    """Somebody whom the viewer may come across, to act on. Absent otherwise."""
    persona = personas_visible_to(viewer).filter(pk=persona_id).first()
    if persona is None:
        raise Absent
    return persona
