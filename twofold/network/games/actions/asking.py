"""Asking for a game, and the answers."""

from secrets import randbelow

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import new_id
from twofold.foundation.kit.refusals import Refused
from twofold.network.games import policies
from twofold.network.games.actions.taking import PART, due, in_hand, keep, one_at_a_time
from twofold.network.games.facts import GameAnswered, GameAsked, GameTurned
from twofold.network.games.models import Game, State
from twofold.network.games.rules import rules_of
from twofold.people.audiences.actions import compose, grant
from twofold.people.audiences.specs import AudienceSpec, PartRef
from twofold.people.personas.models import Persona

SIDES = ("first", "second", "")
_AT_ONCE = 200


@transaction.atomic
def invite(
    actor: Persona, *, other: Persona, kind: str, days: int = 3, side: str = "", once: str = ""
) -> Game:
    """Ask a friend for a game. `side` is "first" or "second", or "" to let chance choose. Announces GameAsked.

    What was sent under the same `once` before is answered again.
    """
    policies.check_here(actor)
    one_at_a_time(actor)
    if once and (before := Game.objects.filter(author=actor, once=once).first()):
        return before
    policies.check_invitation(actor, other, kind, days)
    if side not in SIDES:
        raise Refused(_("Choose a side, or let chance choose."), field="side")
    first = side == "first" if side else bool(randbelow(2))
    return _asked(actor, other, kind=kind, days=days, author_first=first, once=once)


def _asked(actor: Persona, other: Persona, **fields: object) -> Game:
    number, now = new_id(), clock.now()
    audience = compose(actor, AudienceSpec(parts=frozenset({PartRef(PART, str(number))})))
    grant(actor, PART, str(number), other)
    begin = rules_of(str(fields["kind"])).begin()
    game = Game.objects.create(
        pk=number, author=actor, audience=audience, other=other, position=begin,
        created_at=now, changed_at=now, **fields,
    )  # fmt: skip
    announce(GameAsked(game.pk, actor.pk, other.pk))
    return game


@transaction.atomic
def accept(actor: Persona, *, game_id: int) -> Game:
    """Say yes: the game begins. Announces GameAnswered, and GameTurned to whoever asked if they move first."""
    game = in_hand(actor, game_id)
    if game.state == State.ON and actor.pk == game.other_id:
        return game
    policies.check_asked(game)
    if actor.pk == game.author_id:
        raise Refused(_("You asked for this game: the other one answers."))
    policies.check_room(actor)
    game.state, game.mover = State.ON, game.players[0]
    game.due_at = due(game)
    keep(game)
    announce(GameAnswered(game.pk, accepted=True))
    if game.mover_id == game.author_id:
        announce(GameTurned(game.pk, actor.pk, game.author_id, began=True))
    return game


@transaction.atomic
def decline(actor: Persona, *, game_id: int) -> None:
    """Say no. Whoever asked finds it among their games, and is not told otherwise. Announces GameAnswered."""
    game = in_hand(actor, game_id)
    if game.state == State.CLOSED and not game.ply:
        return
    policies.check_asked(game)
    _close(game)


@transaction.atomic
def withdraw(actor: Persona, *, game_id: int) -> None:
    """Take one's invitation back. Announces GameAnswered."""
    decline(actor, game_id=game_id)


def _close(game: Game) -> None:
    game.state = State.CLOSED
    keep(game)
    announce(GameAnswered(game.pk, accepted=False))


@transaction.atomic
def play_again(actor: Persona, *, game_id: int) -> Game:
    """Ask for another one with the sides changed; where the other one asked already, this is the yes."""
    game = in_hand(actor, game_id)
    policies.check_over(game)
    asked = Game.objects.filter(again=game).exclude(state=State.CLOSED).first()
    if asked is not None:
        answers = asked.state == State.ASKED and asked.other_id == actor.pk
        return accept(actor, game_id=asked.pk) if answers else asked
    Game.objects.filter(again=game).update(again=None)
    other = game.against(actor.pk)
    policies.check_invitation(actor, other, game.kind, game.days)
    was_first = game.players[0].pk == actor.pk
    return _asked(actor, other, kind=game.kind, days=game.days, author_first=not was_first, again=game)


@transaction.atomic
def lapse() -> int:
    """Close invitations that nobody answered in time; how many."""
    limit = clock.now() - policies.WAITS
    old = Game.objects.select_for_update(of=("self",)).filter(state=State.ASKED, created_at__lt=limit)
    found = list(old.order_by("created_at")[:_AT_ONCE])
    for game in found:
        _close(game)
    return len(found)
