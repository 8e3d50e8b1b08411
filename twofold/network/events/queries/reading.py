"""Reads of events: one, and lists of them. Each asks the door."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import Page, cut, read_cursor
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.events.calendars import Written
from twofold.network.events.models import Answer, Event, Guest, Host, Occurrence
from twofold.people.audiences.door import Admits
from twofold.people.graph.models import Tie
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

SIZE = 20
_MOST_OF_TWO = 12
_MOST_SHARED = 300
_HERE = (Answer.GOING, Answer.MAYBE, "")


@dataclass(slots=True)
class Card:
    """One time of an event in a list. `mine` is what the viewer answered: an `Answer`, "waiting", "asked", "host"."""

    event: Event
    begins_at: datetime
    ends_at: datetime
    off: bool
    mine: str


def get(viewer: Viewer, event_id: int) -> Event:
    """One event of the network that the viewer looks at. Absent where there is none, or none for this viewer.

    With it come `where`, whether the viewer learns the place, and `listed`, whether they see who comes. One query.
    """
    found = _get(me=viewer.id, home=viewer.home, event=event_id)
    if not found or (viewer.network and found[0].author.network != viewer.network):
        raise Absent
    return found[0]


@prepared
def _get(me: int, home: str, event: int) -> QuerySet[Event]:
    viewer = Viewer(me, home, "")
    known = {"where": Admits.thing(viewer, at="whereabouts"), "listed": Admits.thing(viewer, at="guest_list")}
    return seen(viewer).filter(pk=event).annotate(**known).select_related("whereabouts")


def seen(viewer: Viewer) -> QuerySet[Event]:
    events = Event.objects.visible_to(viewer).select_related("author", "audience", "picture")
    return events.filter(author__network=viewer.network) if viewer.network else events


def titles(viewer: Viewer, ids: Iterable[int]) -> dict[int, str]:
    """What those of these events are called that the viewer may see."""
    return dict(Event.objects.visible_to(viewer).filter(pk__in=list(ids)).values_list("pk", "title"))


def next_time(event: Event) -> Occurrence | None:
    """When it is next, or is now; of one that is over, when it was last."""
    ahead = _ahead_of(event=event.pk, now=clock.now())
    return ahead[0] if ahead else event.occurrences.filter(off=False).order_by("-begins_at").first()


@prepared
def _ahead_of(event: int, now: datetime) -> QuerySet[Occurrence]:
    return Occurrence.objects.filter(event=event, off=False, ends_at__gt=now).order_by("begins_at")[:1]


def has_ended(time: Occurrence | None) -> bool:
    """Whether the time that `next_time` found is over."""
    return time is None or time.ends_at <= clock.now()


def times_of(event: Event, most: int = 60) -> list[Occurrence]:
    """Its times from now on, those included that do not take place."""
    ahead = Occurrence.objects.filter(event=event, ends_at__gt=clock.now())
    return list(ahead.order_by("begins_at")[:most])


def mine(viewer: Viewer, at: str = "") -> Q:
    """What the viewer hosts, goes to, may go to or is asked to; `at` leads to the event."""
    hosted = Host.objects.filter(persona=viewer.id, accepted=True).values("event")
    answered = Guest.objects.filter(persona=viewer.id, answer__in=_HERE).values("event")
    key, author = (f"{at}__in", f"{at}__author") if at else ("pk__in", "author")
    return Q(**{author: viewer.id}) | Q(**{key: hosted}) | Q(**{key: answered})


def times(viewer: Viewer) -> QuerySet[Occurrence]:
    """Times of what the viewer may see, with the events."""
    shown = Occurrence.objects.filter(Admits.thing(viewer, at="event"), event__live=True)
    return shown.filter(event__author__network=viewer.network).select_related(
        "event__author", "event__picture", "event__audience"
    )


def _ahead(rows: QuerySet[Occurrence], after: str | None, size: int, viewer: Viewer) -> Page[Card]:
    """Of each event the next time, the soonest first."""
    now = clock.now()
    earlier = Occurrence.objects.filter(
        event=OuterRef("event"), off=False, ends_at__gt=now, begins_at__lt=OuterRef("begins_at")
    )
    rows = rows.filter(~Exists(earlier), off=False, ends_at__gt=now)
    if place := _place(after):
        moment, pk = place
        rows = rows.filter(Q(begins_at__gt=moment) | Q(begins_at=moment, pk__gt=pk))
    return _page(viewer, list(rows.order_by("begins_at", "pk")[: size + 1]), size)


def coming(viewer: Viewer, after: str | None = None, size: int = SIZE) -> Page[Card]:
    """What the viewer hosts, goes to, may go to or is asked to."""
    return _ahead(times(viewer).filter(mine(viewer, "event")), after, size, viewer)


def found(viewer: Viewer, after: str | None = None, size: int = SIZE, *, ties: bool = False) -> Page[Card]:
    """What the viewer could go to; with `ties` only what their ties host."""
    rows = times(viewer).filter(event__cancelled_at=None)
    if ties:
        rows = rows.filter(event__author__in=Tie.objects.filter(owner=viewer.id).values("other"))
    return _ahead(rows, after, size, viewer)


def next_or_last(viewer: Viewer, ids: Sequence[int], size: int = SIZE) -> list[Card]:
    """These events, each once: the next time of what comes, the soonest first; then what was, the latest first."""
    rows = times(viewer).filter(event__in=ids)
    ahead = _ahead(rows, None, size, viewer).rows
    left = size - len(ahead)
    later = Occurrence.objects.filter(event=OuterRef("event"), begins_at__gt=OuterRef("begins_at"))
    over = rows.filter(~Exists(later), ends_at__lte=clock.now()).order_by("-begins_at", "pk")
    return [*ahead, *(cards(viewer, list(over[:left])) if left else ())]


def past(viewer: Viewer, after: str | None = None, size: int = SIZE) -> Page[Card]:
    """What the viewer hosted or went to, the latest first."""
    rows = times(viewer).filter(mine(viewer, "event"), off=False, ends_at__lte=clock.now())
    if place := _place(after):
        moment, pk = place
        rows = rows.filter(Q(begins_at__lt=moment) | Q(begins_at=moment, pk__lt=pk))
    return _page(viewer, list(rows.order_by("-begins_at", "-pk")[: size + 1]), size)


def between(viewer: Viewer, begin: datetime, end: datetime, most: int = 4_000) -> list[Card]:
    """The viewer's own calendar: all times that touch this span, in order. Four queries.

    The door is asked once for each event, not for each of its times.
    """
    longest = timedelta(days=101)
    rows = Occurrence.objects.filter(
        mine(viewer, "event"), begins_at__lt=end, begins_at__gt=begin - longest, ends_at__gt=begin
    )
    spelt: QuerySet[Any, Any] = rows.order_by("begins_at", "pk").annotate(
        begins=Cast("begins_at", CharField()), ends=Cast("ends_at", CharField())
    )
    spans = _spans(spelt.values_list("event", "begins", "ends", "off")[:most])
    shown = Event.objects.visible_to(viewer).filter(author__network=viewer.network)
    shown = shown.only("title", "zone", "all_day", "cancelled_at", "author")
    events = shown.in_bulk({event for event, *_span in spans})
    answers = _answers(viewer, set(events))
    known = {
        pk: (each, each.cancelled_at is not None, _told(viewer, each, answers)) for pk, each in events.items()
    }
    return [
        Card(event, begins_at, ends_at, off or gone, told)
        for number, begins_at, ends_at, off in spans
        if number in known
        for event, gone, told in [known[number]]
    ]


def _spans(rows: QuerySet[Any, tuple[Any, ...]]) -> list[tuple[int, datetime, datetime, bool]]:
    """Event, beginning, end, and whether it is off. Of thousands of times a few hundred moments differ: each of those
    comes as text and is read once, which is most of the work of a month full of events."""
    kept: dict[str, datetime] = {}

    def moment(text: str) -> datetime:
        found = kept.get(text)
        if found is None:
            read = datetime.fromisoformat(text)
            found = kept[text] = read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)
        return found

    with connection.cursor() as cursor:
        cursor.execute(*rows.query.sql_with_params())
        return [
            (number, moment(begins), moment(ends), bool(off))
            for number, begins, ends, off in cursor.fetchall()
        ]


def by_host(viewer: Viewer, persona: Persona, after: str | None = None, size: int = SIZE) -> Page[Card]:
    """What `persona` made and the viewer could go to."""
    return _ahead(times(viewer).filter(event__author=persona), after, size, viewer)


def _page(viewer: Viewer, rows: list[Occurrence], size: int) -> Page[Card]:
    page = cut(rows, size, lambda row: f"{clock.position_of(row.begins_at)}-{row.pk}")
    return Page(cards(viewer, list(page.rows)), page.after)


def cards(viewer: Viewer, rows: list[Occurrence]) -> list[Card]:
    """The rows with what the viewer answered. Two queries."""
    answers = _answers(viewer, {row.event_id for row in rows})
    return [_card(viewer, row.event, row.begins_at, row.ends_at, row.off, answers) for row in rows]


def _answers(viewer: Viewer, ids: set[int]) -> dict[int, str]:
    """What the viewer has to do with these events, as in `Card`."""
    if not (viewer and ids):
        return {}
    guests = Guest.objects.filter(persona=viewer.id, event__in=ids)
    found = {each.event_id: ("waiting" if each.waits else each.answer or "asked") for each in guests}
    hosted = Host.objects.filter(persona=viewer.id, event__in=ids, accepted=True)
    return found | dict.fromkeys(hosted.values_list("event", flat=True), "host")


def _card(
    viewer: Viewer, event: Event, begins_at: datetime, ends_at: datetime, off: bool, answers: dict[int, str]
) -> Card:
    return Card(
        event, begins_at, ends_at, off or event.cancelled_at is not None, _told(viewer, event, answers)
    )


def _told(viewer: Viewer, event: Event, answers: dict[int, str]) -> str:
    return "host" if event.author_id == viewer.id else answers.get(event.pk, "")


def _place(text: str | None) -> tuple[datetime, int] | None:
    position, _dash, pk = (text or "").partition("-")
    numbers = read_cursor(position), read_cursor(pk)
    if numbers[0] is None or numbers[1] is None or numbers[0] > 7 * 10**15:
        return None
    return clock.moment_at(numbers[0]), numbers[1]


def written(viewer: Viewer, events: Sequence[Event]) -> list[Written]:
    """These events, each as `get` finds it, as a calendar writes them for the viewer. One or two queries."""
    ids = [each.pk for each in events if each.rule]
    odd: dict[int, list[Occurrence]] = {}
    rows = Occurrence.objects.filter(Q(moved=True) | Q(off=True), event__in=ids) if ids else []
    for each in rows:
        odd.setdefault(each.event_id, []).append(each)
    return [_written(each, tuple(odd.get(each.pk, ()))) for each in events]


def _written(event: Event, times: tuple[Occurrence, ...]) -> Written:
    if not event.where:  # type: ignore[attr-defined]
        return Written(event, times=times)
    return Written(event, event.whereabouts.place, event.whereabouts.link, "CONFIRMED", times)


def of_two(viewer: Viewer, persona: Persona, size: int = _MOST_OF_TWO) -> list[Card]:
    """What both host or go to, as far as the viewer may read that: what comes, then what was, the latest first."""
    known = {"me": viewer.id, "home": viewer.home, "who": persona.pk, "now": clock.now()}
    return cards(viewer, [*_both_ahead(**known)[:size], *_both_behind(**known)[:size]])


@prepared
def _both_ahead(me: int, home: str, who: int, now: datetime) -> QuerySet[Occurrence]:
    rows = _of_both(Viewer(me, home, home), who).filter(ends_at__gt=now)
    return rows.filter(_only("begins_at__lt", ends_at__gt=now)).order_by("begins_at", "pk")[:_MOST_OF_TWO]


@prepared
def _both_behind(me: int, home: str, who: int, now: datetime) -> QuerySet[Occurrence]:
    rows = _of_both(Viewer(me, home, home), who).filter(ends_at__lte=now)
    return rows.filter(_only("begins_at__gt", ends_at__lte=now)).order_by("-begins_at", "-pk")[:_MOST_OF_TWO]


def been_to(viewer: Viewer, persona: Persona) -> list[Occurrence]:
    """What both were at, as far as the viewer may read that: of each event the first time, the latest first."""
    now = clock.now()
    rows = _of_both(viewer, persona.pk).filter(_only("begins_at__lt", ends_at__lte=now), ends_at__lte=now)
    return list(rows.select_related("event__guest_list").order_by("-begins_at", "-pk")[:_MOST_SHARED])


def _of_both(viewer: Viewer, who: int) -> QuerySet[Occurrence]:
    """Times of what takes place and both host or go to. Of the other one only what the list of guests lets one read."""
    hosted = Host.objects.filter(persona=who, accepted=True).values("event")
    goes = Guest.objects.filter(persona=who, answer=Answer.GOING, seated=True).values("event")
    listed = Q(Admits.thing(viewer, at="event__guest_list")) & Q(event__guest_list__live=True)
    theirs = Q(event__author=who) | Q(event__in=hosted) | Q(event__in=goes) & listed
    own = Guest.objects.filter(persona=viewer.id, answer=Answer.GOING).values("event")
    hosting = Host.objects.filter(persona=viewer.id, accepted=True).values("event")
    mine = Q(event__author=viewer.id) | Q(event__in=hosting) | Q(event__in=own)
    return times(viewer).filter(theirs, mine, off=False, event__cancelled_at=None)


def _only(other: str, **span: datetime) -> Q:
    """Of each event the one time in this span that no other is nearer than."""
    rows = Occurrence.objects.filter(
        event=OuterRef("event"), off=False, **span, **{other: OuterRef("begins_at")}
    )
    return ~Q(Exists(rows))
