"""What the two who play do. Whatever is sent twice is there once; whatever comes too late is told so."""

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit.refusals import Refused
from twofold.network.games import policies
from twofold.network.games.actions.ending import finish, run_down
from twofold.network.games.actions.taking import due, in_hand, keep
from twofold.network.games.facts import GameChanged, GameTurned
from twofold.network.games.models import MAX_MOVE, Ended, Game, State
from twofold.network.games.rules import Illegal, Made
from twofold.people.personas.models import Persona


@transaction.atomic
def move(actor: Persona, *, game_id: int, ply: int, code: str = "", text: str = "") -> Game:
    """Make a move: a code of the rules, or as people write it. `ply` is how many there were when the mover looked.

    Whoever moves after their time was over has lost by it: the game comes back so. Announces GameTurned or GameOver.
    """
    game = in_hand(actor, game_id)
    if _is_repeated(actor, game, ply, code, text) or run_down(game):
        return game
    policies.check_turn(actor, game, ply)
    if game.ply >= policies.MOST_PLIES:
        raise Refused(_("This game has grown too long for its paper. Agree on a draw."))
    code, made = _made(game, code[:MAX_MOVE], text.strip()[:MAX_MOVE])
    game.moves, game.labels = f"{game.moves} {code}".strip(), f"{game.labels} {made.label}".strip()
    game.position, game.ply = made.position, game.ply + 1
    if made.ending:
        won = made.ending.winner
        winner = None if won is None else game.players[won]
        finish(game, winner=winner, ending=made.ending.why, by_id=actor.pk)
        return game
    game.mover = game.against(actor.pk)
    if game.offer_by_id == game.mover.pk:
        game.offer_by = None
    game.due_at = due(game)
    keep(game)
    announce(GameTurned(game.pk, actor.pk, game.mover.pk))
    return game


def _is_repeated(actor: Persona, game: Game, ply: int, code: str, text: str) -> bool:
    """Whether this very move was made already at this very place, by its maker."""
    if not 0 <= ply < game.ply or game.players[ply % 2].pk != actor.pk:
        return False
    return game.codes[ply] == code or (bool(text) and _plain(game.steps[ply]) == _plain(text))


def _plain(label: str) -> str:
    return label.strip().rstrip("+#!?").lower()


def _made(game: Game, code: str, text: str) -> tuple[str, Made]:
    try:
        code = code or game.rules.read(game.position, text)
        return code, game.rules.make(game.codes, game.position, code)
    except Illegal:
        if not code and not text:
            raise Refused(_("Choose a piece and where it goes, or write a move."), field="text") from None
        said = {"move": text or code}
        raise Refused(_("%(move)s is not possible here. Nothing was moved.") % said, field="text") from None


@transaction.atomic
def resign(actor: Persona, *, game_id: int) -> Game:
    """Give up. Of two who resign at once the first one did; the other is told. Announces GameOver."""
    game = in_hand(actor, game_id)
    resigned = game.state == State.OVER and game.ending == Ended.RESIGNED
    if (resigned and game.winner_id != actor.pk) or run_down(game):
        return game
    policies.check_on(game)
    finish(game, winner=game.against(actor.pk), ending=Ended.RESIGNED, by_id=actor.pk)
    return game


@transaction.atomic
def offer_draw(actor: Persona, *, game_id: int) -> Game:
    """Offer a draw; where the other one offers it too, it is one. Announces GameChanged or GameOver."""
    game = in_hand(actor, game_id)
    agreed = game.state == State.OVER and game.ending == Ended.AGREED
    if agreed or game.offer_by_id == actor.pk or run_down(game):
        return game
    policies.check_on(game)
    if game.offer_by_id:
        finish(game, winner=None, ending=Ended.AGREED, by_id=actor.pk)
        return game
    game.offer_by = actor
    return _changed(game)


@transaction.atomic
def refuse_draw(actor: Persona, *, game_id: int) -> Game:
    """Play on; one's own offer is taken back by it as well. Announces GameChanged."""
    game = in_hand(actor, game_id)
    if not game.offer_by_id or run_down(game):
        return game
    game.offer_by = None
    return _changed(game)


@transaction.atomic
def give_time(actor: Persona, *, game_id: int) -> Game:
    """Let the other one have the time of a whole move again, from now. Announces GameChanged."""
    game = in_hand(actor, game_id)
    policies.check_more_time(actor, game)
    game.due_at = due(game)
    return _changed(game)


def _changed(game: Game) -> Game:
    keep(game)
    announce(GameChanged(game.pk))
    return game
