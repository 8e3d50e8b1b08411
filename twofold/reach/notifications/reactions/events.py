"""Telling of events. A bundle is one kind of news of one event."""

from twofold.foundation.courier.registry import on
from twofold.network.events.facts import (
    EventCancelled,
    EventChanged,
    EventDeleted,
    EventRevived,
    EventSoon,
    GuestAnswered,
    GuestAsked,
    HostAnswered,
    HostAsked,
    MeetingTold,
    SeatGained,
)
from twofold.network.events.queries import author_of, host_ids, to_tell
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind

_COMERS = ("going", "maybe")


def _tell(recipients: set[int], actor_id: int, kind: Kind, event_id: int) -> None:
    """Of what can happen again: the last time counts."""
    take_back(kind=kind, about=event_id, actor=actor_id, recipient__in=recipients)
    notify(recipients, actor_id=actor_id, kind=kind, bundle=f"{kind.value}:{event_id}", about=event_id)


def _tell_all(actor_id: int, kind: Kind, event_id: int, *answers: str) -> None:
    for some in to_tell(event_id, *answers):
        _tell(set(some), actor_id, kind, event_id)


@on(GuestAsked)
def tell_of_an_event(fact: GuestAsked) -> None:
    _tell({fact.persona_id}, fact.by_id, Kind.EVENT_ASKED, fact.event_id)


@on(GuestAnswered)
def tell_of_an_answer(fact: GuestAnswered) -> None:
    """Hosts learn who comes; who is a guest no more is told of nothing more."""
    take_back(kind=Kind.EVENT_ASKED, about=fact.event_id, recipient=fact.persona_id)
    take_back(kind=Kind.EVENT_ANSWER, about=fact.event_id, actor=fact.persona_id)
    if fact.answer in ("", "cannot"):
        news = (Kind.EVENT_SEAT, Kind.EVENT_SOON, Kind.EVENT_CHANGED)
        take_back(kind__in=news, about=fact.event_id, recipient=fact.persona_id)
    if fact.answer:
        hosts = set(host_ids(fact.event_id))
        _tell(hosts, fact.persona_id, Kind.EVENT_ANSWER, fact.event_id)


@on(SeatGained)
def tell_of_a_seat(fact: SeatGained) -> None:
    _tell({fact.persona_id}, author_of(fact.event_id), Kind.EVENT_SEAT, fact.event_id)


@on(EventChanged, atomic=False)
def tell_of_a_change(fact: EventChanged) -> None:
    if fact.tell:
        _tell_all(fact.by_id, Kind.EVENT_CHANGED, fact.event_id, *_COMERS)


@on(EventCancelled, atomic=False)
def tell_that_it_is_off(fact: EventCancelled) -> None:
    take_back(kind__in=(Kind.EVENT_ON, Kind.EVENT_SOON), about=fact.event_id)
    _tell_all(fact.by_id, Kind.EVENT_OFF, fact.event_id, *_COMERS, "")


@on(EventRevived, atomic=False)
def tell_that_it_is_on(fact: EventRevived) -> None:
    take_back(kind=Kind.EVENT_OFF, about=fact.event_id)
    _tell_all(fact.by_id, Kind.EVENT_ON, fact.event_id, *_COMERS, "")


@on(EventDeleted)
def forget_an_event(fact: EventDeleted) -> None:
    take_back(about=fact.event_id)


@on(EventSoon, atomic=False)
def remind_of_an_event(fact: EventSoon) -> None:
    if author := author_of(fact.event_id):
        _tell_all(author, Kind.EVENT_SOON, fact.event_id, *_COMERS)


_MEETINGS = {"asked": Kind.EVENT_MEET, "agreed": Kind.EVENT_MET, "off": Kind.EVENT_UNMET}


@on(MeetingTold)
def tell_of_a_meeting(fact: MeetingTold) -> None:
    """The last word between two counts; a no is none."""
    kinds = tuple(_MEETINGS.values())
    take_back(kind__in=kinds, about=fact.event_id, actor=fact.by_id, recipient=fact.to_id)
    take_back(kind__in=kinds, about=fact.event_id, actor=fact.to_id, recipient=fact.by_id)
    if kind := _MEETINGS.get(fact.what):
        _tell({fact.to_id}, fact.by_id, kind, fact.event_id)


@on(HostAsked)
def tell_of_hosting(fact: HostAsked) -> None:
    _tell({fact.persona_id}, fact.by_id, Kind.EVENT_HOST, fact.event_id)


@on(HostAnswered)
def forget_hosting(fact: HostAnswered) -> None:
    take_back(kind=Kind.EVENT_HOST, about=fact.event_id, recipient=fact.persona_id)
