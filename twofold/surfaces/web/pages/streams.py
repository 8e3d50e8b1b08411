"""One page of a home feed, in the order that its reader chose."""

from dataclasses import dataclass
from itertools import takewhile

from twofold.foundation.kit.paging import DEFAULT_SIZE, Page
from twofold.network.posts.queries import Card, cards_read, columns, hidden_from
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed.queries import home_rows
from twofold.reach.ranking import queries as ranking
from twofold.reach.ranking.actions import ranking_of
from twofold.reach.ranking.models import Order
from twofold.reach.ranking.scoring import CLOSE_KINDS

# The signs of what stands at the head of a feed: what was not seen yet, and what one has just posted.
_HEAD = ("eye", "send")


@dataclass
class Stream:
    """`page` of rows and their `cards`; `since` is the position after which something is new to who reads this page."""

    order: str
    page: Page[tuple]
    cards: list[Card]
    since: int
    # How many unseen posts of close people head the whole feed; the card of this page before which they are all seen.
    waiting: int = 0
    caught_up: int = -1
    # Without profiling nobody knows what was seen: then the head is what close people posted within a day.
    plain: bool = False


def stream(viewer: Viewer, before: str | None) -> Stream:
    """A page of the viewer's home feed from a cursor on."""
    order, plain = ranking.order_of(viewer)
    hidden = hidden_from(viewer)
    also = columns(some_are_hidden=bool(hidden))
    if order == Order.FOR_YOU:
        return _for_you(viewer, before or "", also, hidden, plain)
    page = home_rows(viewer, before, also=also)
    return Stream(order, page, cards_read(viewer, page.rows, hidden), page.rows[0][0] if page.rows else 0)


def _for_you(viewer: Viewer, before: str, also: str, hidden: list[int], plain: bool) -> Stream:
    ranked, start = ranking.kept(viewer, before) if before else (None, 0)
    if ranked is None:
        ranked, start = ranking_of(viewer), 0
    page = ranking.read_rows(viewer, ranked, start, also=also)
    reasons = ranking.reasons(ranked, start, plain=plain)
    places = {row[2] or row[1]: row[1] for row in page.rows}
    cards = cards_read(viewer, page.rows, hidden)
    for card in cards:
        card.reason = reasons.get(places.get(card.id, 0))
    waiting, ends = ranking.waiting(ranked)
    caught_up = _caught_up(cards, waiting, start) if start <= ends < start + DEFAULT_SIZE else -1
    return Stream(Order.FOR_YOU, page, cards, ranked.newest, waiting, caught_up, plain)


def _caught_up(cards: list[Card], waiting: int, start: int) -> int:
    """The place on a page where what was unseen ends; -1 where there is nobody to miss."""
    head = sum(1 for _card in takewhile(lambda card: card.reason and card.reason[0] in _HEAD, cards))
    close = any(card.row.tie in CLOSE_KINDS for card in cards)
    return head if waiting or (close and not start) else -1
