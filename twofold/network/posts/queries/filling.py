"""Filling in: what a card says to one viewer, put into the fragment that is the same for all."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from django.template.loader import get_template
from django.utils.html import escape
from markupsafe import Markup

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.kept import Kept
from twofold.network.posts.models import REACTIONS, ReactionKind
from twofold.network.posts.queries.rows import Row
from twofold.people.audiences.models import Scope
from twofold.people.graph.models import TieKind
from twofold.people.personas.models import Network

if TYPE_CHECKING:
    from twofold.network.posts.queries.cards import Card

# Where the names of those who reacted go: put in last, for they differ for each viewer of one and the same card.
_NAMES = "\x00"
_slots: Kept[str] = Kept(10_000)
# What stands before and after the names, as it is sent: a sign beyond the Latin ones makes a text four times as large.
_ready: Kept[list[bytes]] = Kept(4_000)


def filled(card: "Card") -> Markup:
    """A card as its viewer sees it: its fragment with the holes filled."""
    return Markup(packed(card).decode())


def packed(card: "Card") -> bytes:
    """As `filled`, encoded: what a page of many is put together from.

    Those for whom a card is the same to the letter get it ready made; what makes it differ stands in the key.
    """
    if card.replies or card.answers:
        return _words(card).join(_encoded(card))
    key = (
        card.language,
        _look(card),
        card.again
        and (card.again.author_id, card.again.author_version, card.again.author_id == card.viewer.id),
        card.quoted and (card.quoted.row.id, card.quoted.row.version, card.quoted.row.author_version),
        tuple(_look(each) for each in card.comments),
        card.poll,
        card.pinned,
        card.reason,
        card.felt.signs,
    )
    return _words(card).join(_ready.get(key) or _ready.put(key, _encoded(card)))


def _encoded(card: "Card") -> list[bytes]:
    return "".join(_pieces(card)).encode().split(_NAMES.encode(), 1)


def _words(card: "Card") -> bytes:
    """The words for who reacted. Beside oneself there is room for one name."""
    row, mine = card.row, bool(card.row.reaction)
    if row.root is not None or not row.reactions:
        return b""
    names = card.felt.names[:1] if mine else card.felt.names
    key = ("felt", card.language, names, mine, row.reactions)
    return (_slots.get(key) or _slots.put(key, _words_for(names, mine, row.reactions))).encode()


def _words_for(names: tuple[str, ...], mine: bool, reactions: int) -> str:
    others = max(0, reactions - len(names) - mine)
    words = _drawn("felt", number=len(names), mine=mine, others=others)
    for place in reversed(range(len(names))):
        words = words.replace(f"~{place}~", f"<bdi>{escape(names[place])}</bdi>")
    return words


def _look(card: "Card") -> tuple:
    return card.row, card.is_own, card.may_act


def acts_of(card: "Card") -> Markup:
    """What one can do with a post, and how many did: without the rest of it."""
    drawn = _under(card) if card.row.root else _counts(card) + _acts(card)
    return Markup(drawn.replace(_NAMES, _words(card).decode(), 1))


def _pieces(card: "Card") -> Iterable[str]:
    for place, piece in enumerate(card.pieces):
        yield piece if place % 2 == 0 else _FILLERS[piece](card)


def _slot(card: "Card", name: str, key: tuple, **context: Any) -> str:
    """A small template, kept by all that it depends on. What stands between ~ and ~ is put in afterwards."""
    kept_by = (name, card.language, *key)
    return _slots.get(kept_by) or _slots.put(kept_by, _drawn(name, **context))


def _drawn(name: str, **context: Any) -> str:
    # A blank stands for nothing, since nothing could not be told from what is not kept.
    return get_template(f"posts/slots/{name}.html").render(context).strip() or " "


def kinds_of(row: Row) -> tuple[ReactionKind, ...]:
    return REACTIONS[Network(row.network)]


def _acts(card: "Card") -> str:
    row, able = card.row, card.may_act
    wide = row.scope >= Scope.MEMBERS
    key = (row.network, able, row.reaction, row.saved, row.reposted, wide)
    return _slot(card, "acts", key, row=row, able=able, wide=wide, kinds=kinds_of(row)).replace(
        "~ID~", card.key
    )


def _under(card: "Card") -> str:
    row, able = card.row, card.may_act
    key = (row.network, able, row.reaction, row.reactions)
    return _slot(card, "under", key, row=row, able=able, kinds=kinds_of(row)).replace("~ID~", card.key)


def _menu(card: "Card") -> str:
    row, able = card.row, card.may_act
    key = (row.network, able, card.is_own, row.root is None, card.pinned)
    drawn = _slot(
        card,
        "menu",
        key,
        row=row,
        able=able,
        own=card.is_own,
        comment=row.root is not None,
        pinned=card.pinned,
    )
    return drawn.replace("~ID~", card.key).replace("~WHO~", encode(row.author_id))


def _counts(card: "Card") -> str:
    row = card.row
    key = (row.network, bool(row.reactions), card.felt.signs, row.comments, row.reposts)
    return _slot(card, "counts", key, row=row, signs=card.felt.signs, names=_NAMES).replace("~ID~", card.key)


def _relation(card: "Card") -> str:
    if not card.row.tie:
        return ""
    return _slot(card, "relation", (card.row.tie,), words=TieKind(card.row.tie).label)


def _why(card: "Card") -> str:
    again = card.again
    if again is None and card.reason:
        drawn = _slot(card, "reason", (card.row.network, card.reason), row=card.row, reason=card.reason)
        return drawn.replace("~ID~", card.key)
    if again is None:
        return _slot(card, "pinned", ()) if card.pinned else ""
    key = (again.author_id, again.author_version, again.author_id == card.viewer.id)
    return _slot(card, "why", key, again=again, own=again.author_id == card.viewer.id)


def _comments(card: "Card") -> str:
    if not card.comments:
        return ""
    row, all_shown = card.row, card.row.comments <= len(card.comments)
    more = _slot(card, "comments", (row.network, row.comments, all_shown), row=row, more=not all_shown)
    return f'<div class="comments">{more.replace("~ID~", card.key)}{_joined(card.comments)}</div>'


def _replies(card: "Card") -> str:
    return f'<div class="replies">{_joined(card.replies)}</div>' if card.replies else ""


def _joined(cards: "Iterable[Card]") -> str:
    return "".join(each.html for each in cards)


def _answers(card: "Card") -> str:
    return _drawn("answers", answers=card.answers) if card.answers else ""


def _quote(card: "Card") -> str:
    if card.quoted:
        return str(card.quoted.quote_html)
    return _slot(card, "gone", (card.row.network,)) if card.row.quote_of else ""


def _poll(card: "Card") -> str:
    poll, able = card.poll, card.may_act
    if poll is None:
        return ""
    key = (card.row.network, able, poll)
    return _slot(card, "poll", key, row=card.row, able=able, poll=poll).replace("~ID~", card.key)


_FILLERS: dict[str, Callable[["Card"], str]] = {
    "acts": _acts,
    "answers": _answers,
    "comments": _comments,
    "counts": _counts,
    "menu": _menu,
    "poll": _poll,
    "quote": _quote,
    "relation": _relation,
    "replies": _replies,
    "under": _under,
    "why": _why,
}
