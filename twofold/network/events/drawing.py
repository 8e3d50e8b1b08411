"""Times of events as their lines in a list show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from twofold.network.events import times
from twofold.network.events.queries import Card
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Line:
    """A card with its words: `leaf` is month, day and weekday; `here` the reader's own clock where it differs."""

    card: Card
    leaf: tuple[str, str, str]
    span: str
    here: str


def lines(viewer: Viewer, cards: Iterable[Card]) -> list[Line]:
    zone = viewer.persona.time_zone if viewer.persona else "UTC"
    return [_line(each, zone) for each in cards]


def _line(card: Card, zone: str) -> Line:
    event = card.event
    return Line(
        card,
        times.leaf(card.begins_at, event.zone),
        times.span(card.begins_at, card.ends_at, event.zone, event.all_day),
        times.elsewhere(card.begins_at, card.ends_at, event.zone, zone, event.all_day),
    )
