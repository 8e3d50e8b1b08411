"""Who comes to an event, who was asked and who hosts it: each list for those to whom it is shown."""

import hashlib
from collections.abc import Iterable, Iterator

from django.db.models import Q, QuerySet

from twofold.foundation.kit.paging import Page, cut, read_cursor
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent, LinkGone
from twofold.network.events.models import Answer, Event, Guest, Host, Link, Question, Reply
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

SIZE = 60
FACES = 6
_CHUNK = 400


def own(viewer: Viewer, event: Event) -> Guest | None:
    """What the viewer answered, or that they were asked."""
    found = _own(me=viewer.id, event=event.pk) if viewer else []
    return found[0] if found else None


@prepared
def _own(me: int, event: int) -> QuerySet[Guest]:
    return Guest.objects.filter(event=event, persona=me).select_related("asked_by")


def _met(viewer: Viewer) -> Q:
    """Guests whom the viewer may come across, and those without a persona."""
    return Q(persona=None) | (
        Q(AdmitsPersona.to(viewer, at="persona")) & Q(persona__state=Persona.State.ACTIVE)
    )


def faces(viewer: Viewer, event: Event) -> list[Persona]:
    """A few of those who come, for the page of the event; nobody for whom the list is not. `event` is from `get`."""
    if not event.listed:  # type: ignore[attr-defined]
        return []
    rows = _faces(me=viewer.id, home=viewer.home, event=event.pk)
    return [each.persona for each in rows if each.persona]


@prepared
def _faces(me: int, home: str, event: int) -> QuerySet[Guest]:
    rows = Guest.objects.filter(_met(Viewer(me, home, "")), event=event, answer=Answer.GOING, seated=True)
    return rows.exclude(persona=None).select_related("persona").order_by("line", "pk")[:FACES]


def page(
    viewer: Viewer, event: Event, tab: str, after: str | None = None, size: int = SIZE, *, host: bool = False
) -> Page[Guest]:
    """Guests by what they answered: going, maybe; for hosts also waiting, cannot and asked. `event` is from `get`."""
    wanted = {
        "going": Q(answer=Answer.GOING, seated=True),
        "maybe": Q(answer=Answer.MAYBE),
        "waiting": Q(answer=Answer.GOING, seated=False),
        "cannot": Q(answer=Answer.CANNOT),
        "asked": Q(answer=""),
    }
    if not event.listed or tab not in wanted or (tab not in ("going", "maybe") and not host):  # type: ignore[attr-defined]
        raise Absent
    rows = Guest.objects.filter(_met(viewer), wanted[tab], event=event).select_related("persona")
    if place := _place(after):
        rows = rows.filter(Q(line__gt=place[0]) | Q(line=place[0], pk__gt=place[1]))
    return cut(list(rows.order_by("line", "pk")[: size + 1]), size, lambda row: f"{row.line}-{row.pk}")


def all_guests(viewer: Viewer, event: Event) -> list[Guest]:
    """Everybody who was asked or answered, whom `viewer`, a host, may come across: those who come first."""
    rows = Guest.objects.filter(_met(viewer), event=event).select_related("persona")
    order = {Answer.GOING: 0, Answer.MAYBE: 1, Answer.CANNOT: 2}
    found = list(rows.order_by("line", "pk"))
    return sorted(
        found, key=lambda each: (order.get(Answer(each.answer), 3) if each.answer else 3, each.waits)
    )


def _place(text: str | None) -> tuple[int, int] | None:
    line, _dash, pk = (text or "").partition("-")
    numbers = read_cursor(line), read_cursor(pk)
    return None if numbers[0] is None or numbers[1] is None else (numbers[0], numbers[1])


def hosts(viewer: Viewer, event: Event) -> list[Host]:
    """Who hosts it besides its author, as far as they are there for the viewer; the author sees who was asked too,
    and who is asked sees that."""
    rows = _hosts(me=viewer.id, home=viewer.home, event=event.pk)
    return [
        each for each in rows if each.accepted or event.author_id == viewer.id or _waits_for(viewer, each)
    ]


def _waits_for(viewer: Viewer, asked: Host) -> bool:
    return asked.persona_id == viewer.id and not asked.declined


@prepared
def _hosts(me: int, home: str, event: int) -> QuerySet[Host]:
    rows = Host.objects.filter(AdmitsPersona.to(Viewer(me, home, ""), at="persona"), event=event)
    return rows.select_related("persona").order_by("asked_at", "pk")


def host_question(viewer: Viewer, event_id: int) -> Host:
    """The question whether the viewer hosts an event, or their yes. Absent where there is none."""
    found = (
        Host.objects.filter(AdmitsPersona.to(viewer, at="event__author"), event=event_id, persona=viewer.id)
        .filter(event__live=True, event__author__network=viewer.network)
        .select_related("event__author", "event__audience")
        .first()
    )
    if found is None:
        raise Absent
    return found


def asked_to_host(viewer: Viewer) -> list[Host]:
    """The questions whether the viewer hosts something that wait for an answer."""
    rows = Host.objects.filter(
        AdmitsPersona.to(viewer, at="event__author"), persona=viewer.id, accepted=False, declined=False
    )
    rows = rows.filter(event__live=True, event__cancelled_at=None, event__author__network=viewer.network)
    return list(rows.select_related("event__author").order_by("-asked_at")[:20])


def questions(event: Event) -> list[Question]:
    return list(Question.objects.filter(event=event).order_by("place")) if event.asks else []


def replies_of(guest: Guest | None) -> dict[int, str]:
    """What a guest replied, by question."""
    if guest is None:
        return {}
    return dict(Reply.objects.filter(guest=guest).values_list("question", "text"))


def replies(guests: Iterable[Guest]) -> dict[int, list[Reply]]:
    """What each of these guests replied: for hosts."""
    found: dict[int, list[Reply]] = {}
    rows = Reply.objects.filter(guest__in=[each.pk for each in guests]).select_related("question")
    for each in rows.order_by("question__place"):
        found.setdefault(each.guest_id, []).append(each)
    return found


def link(viewer: Viewer, secret: str) -> Link:
    """Where a secret address leads, for whoever may come across the host. Absent where it leads nowhere."""
    rows = Link.objects.filter(AdmitsPersona.to(viewer, at="event__author"), digest=digest(secret))
    rows = rows.filter(
        event__live=True, event__author__state=Persona.State.ACTIVE, event__author__network=viewer.network
    )
    found = rows.select_related("event__author", "event__audience", "event__picture").first()
    if found is None:
        raise LinkGone
    return found


def links(event: Event) -> list[Link]:
    return list(Link.objects.filter(event=event).select_related("made_by").order_by("-made_at"))


def digest(secret: str) -> str:
    """What is kept of a secret that stands in an address."""
    return hashlib.sha256(secret.encode()).hexdigest()


def ahead_of(guest: Guest | None) -> int | None:
    """How many wait before a guest who waits; None for anybody else."""
    if guest is None or not guest.waits:
        return None
    line = Guest.objects.filter(event=guest.event_id, answer=Answer.GOING, seated=False)
    return line.filter(Q(line__lt=guest.line) | Q(line=guest.line, pk__lt=guest.pk)).count()


def askable(viewer: Viewer, event: Event, name: str = "", most: int = 120) -> list[Persona]:
    """Ties of the viewer who were not asked yet and did not answer, by name."""
    there = Guest.objects.filter(event=event).exclude(persona=None).values("persona")
    hosting = Host.objects.filter(event=event).values("persona")
    ties = Tie.objects.filter(AdmitsPersona.to(viewer, at="other"), owner=viewer.id)
    ties = ties.filter(other__state=Persona.State.ACTIVE, other__name__icontains=name)
    ties = ties.exclude(other__in=there).exclude(other__in=hosting).exclude(other=event.author_id)
    return [each.other for each in ties.select_related("other").order_by("other__name", "pk")[:most]]


def author_of(event_id: int) -> int:
    """Who made an event; 0 where it is gone."""
    return Event.objects.filter(pk=event_id).values_list("author", flat=True).first() or 0


def host_ids(event_id: int) -> list[int]:
    """All who host it, its author among them."""
    hosting = Host.objects.filter(event=event_id, accepted=True).values_list("persona", flat=True)
    return [*hosting, *Event.objects.filter(pk=event_id).values_list("author", flat=True)]


def to_tell(event_id: int, *answers: str) -> Iterator[list[int]]:
    """The personas with these answers, a few hundred at a time; hosts come first."""
    yield host_ids(event_id)
    rows = Guest.objects.filter(event=event_id, answer__in=answers).exclude(persona=None)
    last = 0
    while found := list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", "persona_id")[:_CHUNK]):
        last = found[-1][0]
        yield [persona for _pk, persona in found]
