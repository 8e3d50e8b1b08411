"""Cards: posts as pages show them. A fixed number of queries, whatever the length of the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import get_language
from markupsafe import Markup

from twofold.foundation.kit.ids import encode
from twofold.network.posts.models import Post
from twofold.network.posts.queries.feelings import NOTHING, Felt, felt
from twofold.network.posts.queries.filling import acts_of, filled, packed
from twofold.network.posts.queries.fragments import Pieces, fragments, quotes
from twofold.network.posts.queries.polls import PollView, polls
from twofold.network.posts.queries.rows import Row, hidden_from, row_of, rows, without_the_hidden
from twofold.people.personas.viewers import Viewer


@dataclass(slots=True)
class Card:
    """One post on a page. `html` is the whole card, safe and filled in for this viewer.

    `again` is the repost that brought it here, if one did; `comments` are the newest ones, oldest first. `reason` is
    why it stands here, a sign and words, where its author alone does not say that. `felt` is for the line that
    says who reacted.
    """

    row: Row
    viewer: Viewer
    pieces: Pieces
    again: Row | None = None
    quoted: "Card | None" = None
    comments: Sequence["Card"] = ()
    replies: list["Card"] = field(default_factory=list)
    answers: Row | None = None
    poll: PollView | None = None
    pinned: bool = False
    reason: tuple[str, str] | None = None
    felt: Felt = NOTHING
    language: str | None = field(default_factory=get_language)

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
    def packed(self) -> bytes:
        """As `html`, encoded as it is sent."""
        return packed(self)

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
    when all fragments are kept, four more when some must be drawn, four more when somebody is hidden from the viewer,
    and those of `felt`.
    """
    shown = {of or number for number, of in lines}
    found = rows(viewer, [*shown, *(number for number, of in lines if of)], previews=True)
    second = [each for row in found.values() for each in (row.quote_of, row.latest, row.second) if each]
    more = rows(viewer, [each for each in second if each not in found])
    hidden = hidden_from(viewer)
    return _named(viewer, _made(viewer, lines, without_the_hidden({**found, **more}, hidden)), hidden)


def cards_read(viewer: Viewer, read: Sequence[Sequence], hidden: Sequence[int]) -> list[Card]:
    """As `cards_of`, for lines of a feed read with `columns`, `hidden` being `hidden_from`; besides `felt` one read."""
    found: dict[int, Row] = {}
    second: set[int] = set()
    for row, quoted in map(row_of, read):
        if row.repost_of:
            second |= {row.repost_of, quoted or 0}
        second |= {row.quote_of or 0, row.latest or 0, row.second or 0}
        found[row.id] = row
    more = rows(viewer, second - found.keys() - {0})
    for row in list(found.values()):
        # What stands under a repost are the comments of what it shows.
        if row.repost_of in more:
            more[row.repost_of] = more[row.repost_of]._replace(latest=row.latest, second=row.second)
    lines = [(row.id, row.repost_of) for row in found.values()]
    return _named(viewer, _made(viewer, lines, without_the_hidden({**found, **more}, hidden)), hidden)


def _made(viewer: Viewer, lines: Sequence[tuple[int, int | None]], every: dict[int, Row]) -> list[Card]:
    """The cards of lines, from the rows of them and of all that hangs on them."""
    found = {each: every[each] for line in lines for each in line if each in every}
    quoted = {row.quote_of for row in found.values() if row.quote_of}
    viewer, language = viewer.itself, get_language()
    inner = quotes(every[each] for each in quoted if each in every)
    whole = {of or number for number, of in lines}
    whole |= {each for row in found.values() for each in (row.latest, row.second) if each}
    drawn = fragments(every[each] for each in whole if each in every)

    def card(number: int | None, pieces: dict[int, Pieces]) -> Card:
        return Card(every[number or 0], viewer, pieces[number or 0], language=language)

    asked = {
        each: every[each].author_id == viewer.id for each in whole if "poll" in drawn.get(each, [])[1::2]
    }
    held = polls(viewer, asked)
    made = []
    for number, of in lines:
        row, again = every.get(of or number), every.get(number) if of else None
        # What is deleted for good between the two reads stands on the page no more.
        if row is not None and row.id in drawn and (again is not None or not of):
            small = [
                Card(every[each], viewer, drawn[each], language=language)
                for each in (row.second, row.latest)
                if each in drawn
            ]
            quote = (
                Card(every[row.quote_of], viewer, inner[row.quote_of], language=language)
                if row.quote_of in inner
                else None
            )
            made.append(
                Card(
                    row, viewer, drawn[row.id], again, quote, small, poll=held.get(row.id), language=language
                )
            )
    return made


def _named(viewer: Viewer, made: list[Card], hidden: Sequence[int]) -> list[Card]:
    """The same cards with what was felt, and by whom: one statement, one more where many reacted."""
    posts = [each for each in made if each.row.root is None]
    feelings = felt(viewer, ((each.row.id, each.row.reactions) for each in posts), hidden)
    for each in posts:
        each.felt = feelings.get(each.row.id, NOTHING)
    return made


def quote_card(viewer: Viewer, post_id: int | None) -> Card | None:
    """A post as it stands inside another one; None where there is none, or none for this viewer."""
    found = rows(viewer, [post_id]) if post_id else {}
    inner = quotes(found.values())
    return next((Card(row, viewer, inner[row.id]) for row in found.values() if row.id in inner), None)


def comment_cards(viewer: Viewer, ids: Sequence[int]) -> list[Card]:
    """The cards of comments, in this order, without what hangs on them. Two statements when all are kept."""
    hidden = hidden_from(viewer)
    found = without_the_hidden(rows(viewer, ids), hidden)
    drawn = fragments(found.values())
    made = [Card(found[each], viewer, drawn[each]) for each in ids if each in drawn]
    return _named(viewer, made, hidden)


def small_cards(viewer: Viewer, posts: Iterable[Post]) -> list[Card]:
    """Posts as they stand inside other things (`quote_html`), in their order; what a repost shows for the repost."""
    ids = [post.repost_of_id or post.pk for post in posts]
    found = without_the_hidden(rows(viewer, ids), hidden_from(viewer))
    inner = quotes(found.values())
    return [Card(found[each], viewer, inner[each]) for each in ids if each in inner]
