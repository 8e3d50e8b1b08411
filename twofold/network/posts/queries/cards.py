"""Cards: posts as pages show them. A fixed number of queries, whatever the length of the page."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.template.loader import get_template
from django.utils.translation import get_language
from markupsafe import Markup

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.kept import Kept
from twofold.network.posts.models import REACTIONS, Post, ReactionKind
from twofold.network.posts.queries.fragments import Fragment, fragments
from twofold.network.posts.queries.rows import Row, hidden_from, rows, without_the_hidden
from twofold.people.audiences.models import Scope
from twofold.people.graph.models import TieKind
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer

_slots: Kept[str] = Kept(10_000)


@dataclass(slots=True)
class Card:
    """One post on a page. `html` is the whole card, safe and filled in for this viewer.

    `again` is the repost that brought it here, if one did; `comments` are the newest ones, oldest first.
    """

    row: Row
    viewer: Viewer
    fragment: Fragment
    again: Row | None = None
    quoted: "Card | None" = None
    comments: Sequence["Card"] = ()
    replies: list["Card"] = field(default_factory=list)
    answers: Row | None = None

    @property
    def id(self) -> int:
        return self.row.id

    @property
    def key(self) -> str:
        return encode(self.row.id)

    @property
    def html(self) -> Markup:
        """The card as a page shows it."""
        return Markup("".join(_filled(self)))

    @property
    def quote_html(self) -> Markup:
        """The card inside another one."""
        return Markup(self.fragment.quote)

    @property
    def acts_html(self) -> Markup:
        """What one can do with it, filled in anew: for script that exchanges only that."""
        return Markup(_under(self) if self.row.root else _counts(self) + _acts(self))

    @property
    def is_own(self) -> bool:
        return self.row.author_id == self.viewer.id


def cards(viewer: Viewer, posts: Iterable[Post]) -> list[Card]:
    """The cards of posts and reposts, in their order, each with its newest two comments."""
    return cards_of(viewer, [(post.pk, post.repost_of_id) for post in posts])


def cards_of(viewer: Viewer, lines: Sequence[tuple[int, int | None]]) -> list[Card]:
    """As `cards`, for pairs of a post's id and the id of what it reposts: nothing is read twice.

    Asks the door again for each, and for what each reposts or quotes: what is hidden is left out. Three statements
    when all fragments are kept, four more when some must be drawn, four more when somebody is hidden from the viewer.
    """
    shown = {of or number for number, of in lines}
    found = rows(viewer, [*shown, *(number for number, of in lines if of)], previews=True)
    second = [each for row in found.values() for each in (row.quote_of, row.latest, row.second) if each]
    more = rows(viewer, [each for each in second if each not in found])
    every = without_the_hidden({**found, **more}, hidden_from(viewer))
    drawn = fragments([row for row in every.values() if not row.repost_of])
    made = []
    for number, of in lines:
        row, again = every.get(of or number), every.get(number) if of else None
        if row is not None and (again is not None or not of):
            made.append(_card(viewer, row, again, every, drawn))
    return made


def comment_cards(viewer: Viewer, ids: Sequence[int]) -> list[Card]:
    """The cards of comments, in this order, without what hangs on them. Two statements when all are kept."""
    found = without_the_hidden(rows(viewer, ids), hidden_from(viewer))
    drawn = fragments(found.values())
    return [Card(found[each], viewer, drawn[each]) for each in ids if each in found]


def _card(
    viewer: Viewer, row: Row, again: Row | None, every: dict[int, Row], drawn: dict[int, Fragment]
) -> Card:
    def small(number: int | None) -> Card | None:
        return Card(every[number], viewer, drawn[number]) if number in every and number in drawn else None

    newest = [each for each in (small(row.second), small(row.latest)) if each]
    return Card(row, viewer, drawn[row.id], again, small(row.quote_of), newest)


# --- filling in -----------------------------------------------------------------------------------------------------


def _filled(card: Card) -> Iterable[str]:
    fill = _FILLERS
    for place, piece in enumerate(card.fragment.pieces):
        yield piece if place % 2 == 0 else fill[piece](card)


def _slot(name: str, key: tuple, context: dict) -> str:
    """A small template, kept by all that it depends on. "ID" in it is put in afterwards."""
    if not key:
        return get_template(f"posts/slots/{name}.html").render(context).strip()
    kept_by = (name, get_language(), *key)
    found = _slots.get(kept_by)
    if found is None:
        found = _slots.put(kept_by, get_template(f"posts/slots/{name}.html").render(context).strip())
    return found


def kinds_of(row: Row) -> tuple[ReactionKind, ...]:
    return REACTIONS[Network(row.network)]


def _may_act(card: Card) -> bool:
    return card.viewer.home == card.row.network


def _acts(card: Card) -> str:
    row, able = card.row, _may_act(card)
    wide = row.scope >= Scope.MEMBERS
    key = (row.network, able, row.reaction, row.saved, row.reposted, wide)
    return _slot("acts", key, {"row": row, "able": able, "wide": wide, "kinds": kinds_of(row)}).replace(
        "~ID~", card.key
    )


def _under(card: Card) -> str:
    row, able = card.row, _may_act(card)
    key = (row.network, able, row.reaction, row.reactions, encode(row.root or row.id))
    context = {"row": row, "able": able, "root": encode(row.root or row.id), "kinds": kinds_of(row)}
    return _slot("under", key, context).replace("~ID~", card.key)


def _menu(card: Card) -> str:
    row, able = card.row, _may_act(card)
    key = (row.network, able, card.is_own, row.root is None)
    context = {"row": row, "able": able, "own": card.is_own, "comment": row.root is not None}
    return _slot("menu", key, context).replace("~ID~", card.key).replace("~WHO~", encode(row.author_id))


def _counts(card: Card) -> str:
    row = card.row
    key = (row.network, row.reactions, row.comments, row.reposts)
    return _slot("counts", key, {"row": row}).replace("~ID~", card.key)


def _relation(card: Card) -> str:
    if not card.row.tie:
        return ""
    return _slot("relation", (card.row.tie,), {"words": TieKind(card.row.tie).label})


def _why(card: Card) -> str:
    again = card.again
    if again is None:
        return ""
    key = (again.author_id, again.author_version, again.author_id == card.viewer.id)
    return _slot("why", key, {"again": again, "own": again.author_id == card.viewer.id})


def _comments(card: Card) -> str:
    return _slot("comments", (), {"card": card}) if card.comments else ""


def _replies(card: Card) -> str:
    return _slot("replies", (), {"card": card}) if card.replies else ""


def _answers(card: Card) -> str:
    return _slot("answers", (), {"answers": card.answers}) if card.answers else ""


def _quote(card: Card) -> str:
    if card.quoted:
        return str(card.quoted.quote_html)
    return _slot("gone", (card.row.network,), {}) if card.row.quote_of else ""


_FILLERS: dict[str, Callable[[Card], str]] = {
    "acts": _acts,
    "answers": _answers,
    "comments": _comments,
    "counts": _counts,
    "menu": _menu,
    "quote": _quote,
    "relation": _relation,
    "replies": _replies,
    "under": _under,
    "why": _why,
}
