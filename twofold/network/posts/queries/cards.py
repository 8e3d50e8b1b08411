"""Cards: posts as pages show them. A fixed number of queries, whatever the length of the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from twofold.foundation.kit.ids import encode
from twofold.network.posts.models import Post
from twofold.network.posts.queries.filling import acts_of, filled
from twofold.network.posts.queries.fragments import Pieces, fragments, quotes
from twofold.network.posts.queries.rows import Row, hidden_from, rows, without_the_hidden
from twofold.people.personas.viewers import Viewer


@dataclass(slots=True)
class Card:
    """One post on a page. `html` is the whole card, safe and filled in for this viewer.

    `again` is the repost that brought it here, if one did; `comments` are the newest ones, oldest first.
    """

    row: Row
    viewer: Viewer
    pieces: Pieces
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
        return filled(self)

    @property
    def quote_html(self) -> Markup:
        """The card inside another one: of those alone that were made for it."""
        return Markup(self.pieces[0])

    @property
    def acts_html(self) -> Markup:
        """What one can do with it, filled in anew: for script that exchanges only that."""
        return acts_of(self)

    @property
    def is_own(self) -> bool:
        return self.row.author_id == self.viewer.id

    @property
    def may_act(self) -> bool:
        return self.viewer.home == self.row.network


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
    quoted = {row.quote_of for row in found.values() if row.quote_of}
    inner = quotes(every[each] for each in quoted if each in every)
    whole = {of or number for number, of in lines} | {each for each in second if each not in quoted}
    drawn = fragments(every[each] for each in whole if each in every)
    made = []
    for number, of in lines:
        row, again = every.get(of or number), every.get(number) if of else None
        if row is not None and (again is not None or not of):
            small = [
                Card(every[each], viewer, drawn[each]) for each in (row.second, row.latest) if each in drawn
            ]
            quote = Card(every[row.quote_of], viewer, inner[row.quote_of]) if row.quote_of in inner else None
            made.append(Card(row, viewer, drawn[row.id], again, quote, small))
    return made


def quote_card(viewer: Viewer, post_id: int | None) -> Card | None:
    """A post as it stands inside another one; None where there is none, or none for this viewer."""
    found = rows(viewer, [post_id]) if post_id else {}
    return next((Card(row, viewer, quotes([row])[row.id]) for row in found.values()), None)


def comment_cards(viewer: Viewer, ids: Sequence[int]) -> list[Card]:
    """The cards of comments, in this order, without what hangs on them. Two statements when all are kept."""
    found = without_the_hidden(rows(viewer, ids), hidden_from(viewer))
    drawn = fragments(found.values())
    return [Card(found[each], viewer, drawn[each]) for each in ids if each in found]


def small_cards(viewer: Viewer, posts: Iterable[Post]) -> list[Card]:
    """Posts as they stand inside other things (`quote_html`), in their order; what a repost shows for the repost."""
    ids = [post.repost_of_id or post.pk for post in posts]
    found = without_the_hidden(rows(viewer, ids), hidden_from(viewer))
    inner = quotes(found.values())
    return [Card(found[each], viewer, inner[each]) for each in ids if each in found]
