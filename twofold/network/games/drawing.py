"""A game as a page shows it to one who looks: the board from their side, what they can do, and what is said."""

from dataclasses import dataclass, field
from functools import lru_cache

from django.templatetags.static import static
from django.utils.translation import gettext as _
from markupsafe import Markup

from twofold.network.games.models import Ended, Game, State
from twofold.network.games.rules import Move, Record, Square, rules_of
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@dataclass(slots=True)
class Cell:
    """A square as it is drawn. `code` moves there at once; `start` and `end` are what a link to choose it carries."""

    square: Square
    words: str
    drawn: Markup
    kind: str = ""
    code: str = ""
    start: str = ""
    end: str = ""


@dataclass
class Shown:
    """`side` is the viewer's, None for one who watches. `choices` are moves between the same two squares."""

    game: Game
    side: int | None
    rows: list[list[Cell]]
    top: Persona
    bottom: Persona
    start: str = ""
    choices: list[Move] = field(default_factory=list)
    # For script: where each piece can go, and by which codes.
    ways: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    @property
    def turn(self) -> bool:
        """Whether the viewer has to move."""
        game = self.game
        return (
            self.side is not None and game.state == State.ON and game.ply % 2 == self.side and not game.late
        )


def shown(viewer: Viewer, game: Game, start: str = "", end: str = "") -> Shown:
    """The game for one who looks, with the piece on `start` taken up, and on its way to `end`."""
    side = game.side_of(viewer.id)
    first, second = game.players
    flipped = side == 1
    found = Shown(game, side, [], top=first if flipped else second, bottom=second if flipped else first)
    moves = game.rules.moves(game.position) if found.turn else []
    for each in moves:
        found.ways.setdefault(each.start, {}).setdefault(each.end, []).append(each.code)
    if start in found.ways:
        found.start = start
        between = [each for each in moves if each.start == start and each.end == end]
        found.choices = between if len(between) > 1 else []
    rows = game.rules.squares(game.position)
    last = _ends_of(game)
    if flipped:
        rows = [row[::-1] for row in rows[::-1]]
    found.rows = [[_cell(found, square, last) for square in row] for row in rows]
    return found


@lru_cache(maxsize=100)
def piece(name: str, side: int | None) -> Markup:
    """The drawing of a piece; nothing where there is none."""
    drawn = '<svg class="piece side-{}" aria-hidden="true"><use href="{}#{}"/></svg>'
    return Markup(drawn).format(side, static("games/pieces.svg"), name) if name else Markup()


def _ends_of(game: Game) -> frozenset[str]:
    """The two squares of the last move."""
    return game.rules.ends(game.codes[-1]) if game.ply else frozenset()


def _cell(found: Shown, square: Square, last: frozenset[str]) -> Cell:
    what = str(square.words) if square.piece else _("empty")
    cell = Cell(square, f"{square.name}, {what}", piece(square.piece, square.side))
    if not square.used:
        return cell
    goes = found.ways.get(found.start, {})
    if square.name == found.start:
        cell.kind, cell.words = "picked", _("%(square)s, chosen") % {"square": cell.words}
    elif square.name in goes:
        codes = goes[square.name]
        cell.kind, cell.words = "aim", _("%(square)s: go there") % {"square": cell.words}
        if len(codes) == 1:
            cell.code = codes[0]
        else:
            cell.start, cell.end = found.start, square.name
    elif square.name in found.ways:
        cell.start = square.name
    if square.name in last:
        cell.kind += " last"
        cell.words = _("%(square)s, last move") % {"square": cell.words}
    return cell


def said(viewer: Viewer, game: Game) -> str:
    """How the game stands, in a few words."""
    if game.state == State.ASKED:
        if viewer.id == game.author_id:
            return _("Waiting for %(name)s") % {"name": game.other.name}
        return _("%(name)s asks you for a game") % {"name": game.author.name}
    if game.state == State.CLOSED:
        return (
            _("This game does not take place") if not game.ply else _("This game was not played to its end")
        )
    if game.state == State.OVER:
        return _ended(viewer, game)
    if game.late:
        return _("Time is over")
    mover = game.players[game.ply % 2]
    return _("Your turn") if mover.pk == viewer.id else _("%(name)s moves") % {"name": mover.name}


def _ended(viewer: Viewer, game: Game) -> str:
    why = reason(game)
    if game.winner_id is None:
        return _("A draw: %(why)s") % {"why": why}
    winner = game.author if game.winner_id == game.author_id else game.other
    if winner.pk == viewer.id:
        return _("You won: %(why)s") % {"why": why}
    return _("%(name)s won: %(why)s") % {"name": winner.name, "why": why}


def reason(game: Game) -> str:
    """Why it ended, as it stands behind a colon."""
    if game.ending == Ended.RESIGNED:
        loser = game.against(game.winner_id) if game.winner_id else game.other
        return _("%(name)s resigned") % {"name": loser.name}
    if game.ending == Ended.AGREED:
        return _("agreed")
    if game.ending == Ended.TIME:
        return _("the time ran out")
    return str(game.rules.reasons[game.ending])


def boast(viewer: Viewer, game: Game) -> str:
    """Words for a post that somebody may make of it, by hand: nobody else is named in them."""
    name = str(game.rules.name)
    moves = (game.ply + 1) // 2
    if game.winner_id is None:
        return _("A game of %(game)s, and a draw after %(moves)d moves.") % {"game": name, "moves": moves}
    if game.winner_id == viewer.id:
        return _("A game of %(game)s: I won in %(moves)d moves.") % {"game": name, "moves": moves}
    return _("A game of %(game)s: I lost in %(moves)d moves, and liked it.") % {"game": name, "moves": moves}


def record(game: Game) -> Record:
    """The game as its rules write it out."""
    return Record(
        names=(game.players[0].name, game.players[1].name),
        day=game.created_at.date(),
        codes=game.codes,
        labels=game.steps,
        over=game.state == State.OVER,
        winner=game.side_of(game.winner_id) if game.winner_id else None,
        ending=game.ending,
    )


@lru_cache(maxsize=2_000)
def small(kind: str, position: str, flipped: bool = False) -> Markup:
    """The board as a small picture, without words."""
    rows = rules_of(kind).squares(position)
    if flipped:
        rows = [row[::-1] for row in rows[::-1]]
    size = len(rows)
    fields = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, each in enumerate(row) if each.dark
    )
    pieces = Markup("").join(
        Markup('<use href="{}#{}" x="{}" y="{}" width="1" height="1" class="side-{}"/>').format(
            static("games/pieces.svg"), each.piece, x, y, each.side
        )
        for y, row in enumerate(rows)
        for x, each in enumerate(row)
        if each.piece
    )
    return Markup(
        '<svg class="small-board" viewBox="0 0 {0} {0}" aria-hidden="true">'
        '<path class="light-fields" d="M0 0h{0}v{0}H0z"/><path class="dark-fields" d="{1}"/>{2}</svg>'
    ).format(size, fields, pieces)
