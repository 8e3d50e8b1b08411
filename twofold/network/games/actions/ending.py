"""How games end: by the rules, by the clock, by people, and with people."""

from django.db import transaction
from django.db.models import Q

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.games.actions.taking import PART, keep
from twofold.network.games.facts import GameGone, GameOver
from twofold.network.games.models import DayWord, Ended, Entrant, Game, State, Watcher
from twofold.people.audiences.actions import drop_part
from twofold.people.personas.models import Persona

_AT_ONCE = 200


def finish(game: Game, *, winner: Persona | None, ending: str, by_id: int) -> None:
    """Write that a game is over. Announces GameOver."""
    game.state, game.winner, game.ending = State.OVER, winner, ending
    game.mover = game.due_at = game.offer_by = None
    keep(game)
    announce(GameOver(game.pk, by_id, game.author_id, game.other_id))


def run_down(game: Game) -> bool:
    """End a game whose mover's time is over; whether it was. Who could not win any more gets a draw."""
    if not game.late or game.mover_id is None:
        return False
    winner = game.against(game.mover_id)
    side = game.side_of(winner.pk) or 0
    wins = game.rules.can_win(game.position, side)
    finish(game, winner=winner if wins else None, ending=Ended.TIME, by_id=0)
    return True


@transaction.atomic
def run_out() -> int:
    """End the games in which somebody's time is over; how many."""
    late = Game.objects.select_for_update(of=("self",)).filter(state=State.ON, due_at__lte=clock.now())
    found = list(late.select_related("author", "other").order_by("due_at")[:_AT_ONCE])
    return sum(run_down(game) for game in found)


@transaction.atomic
def part(one_id: int, other_id: int) -> None:
    """Two who keep apart play no more: what they play ends without a winner. Neither watches the other any more."""
    pair = Q(author=one_id, other=other_id) | Q(author=other_id, other=one_id)
    for game in Game.objects.filter(pair, state__in=(State.ASKED, State.ON)):
        game.state, game.mover, game.due_at, game.offer_by = State.CLOSED, None, None, None
        keep(game)
    plays = Q(game__author=one_id) | Q(game__other=one_id)
    played = Q(game__author=other_id) | Q(game__other=other_id)
    Watcher.objects.filter(plays & Q(persona=other_id) | played & Q(persona=one_id)).delete()


@transaction.atomic
def erase(persona_id: int) -> None:
    """Take somebody's games away for good, with all that hangs on them."""
    for game in Game.objects.filter(Q(author=persona_id) | Q(other=persona_id)).select_related("author"):
        dissolve(game)
    Watcher.objects.filter(Q(persona=persona_id) | Q(by=persona_id)).delete()
    Entrant.objects.filter(persona=persona_id).delete()
    DayWord.objects.filter(persona=persona_id).delete()


def dissolve(game: Game) -> None:
    """Remove a game. Announces GameGone."""
    number = game.pk
    drop_part(game.author, PART, str(number))
    Game.objects.filter(pk=number).delete()
    announce(GameGone(number))
