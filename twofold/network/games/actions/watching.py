"""Who may watch a game, which takes both who play it; and who stands in the table."""

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit.refusals import Absent
from twofold.network.games import policies
from twofold.network.games.actions.taking import PART, in_hand
from twofold.network.games.facts import GameChanged
from twofold.network.games.models import Entrant, Game, Watcher
from twofold.people.audiences.actions import grant, revoke
from twofold.people.personas.models import Persona


@transaction.atomic
def let_watch(actor: Persona, *, game_id: int, persona: Persona) -> Watcher:
    """Propose that a friend may watch; when both players have, they may. `persona` must be there for `actor`."""
    game = in_hand(actor, game_id)
    there = Watcher.objects.filter(game=game, persona=persona).first()
    if there is None:
        policies.check_watcher(actor, game, persona)
        there = Watcher.objects.create(game=game, persona=persona, by=actor)
        announce(GameChanged(game.pk))
    elif there.by_id != actor.pk:
        _let_in(game, there)
    return there


@transaction.atomic
def agree(actor: Persona, *, game_id: int, persona_id: int) -> None:
    """Say yes to somebody whom the other player proposed. Announces GameChanged."""
    game = in_hand(actor, game_id)
    there = Watcher.objects.filter(game=game, persona=persona_id).select_related("persona").first()
    if there is None:
        raise Absent
    if there.by_id != actor.pk:
        _let_in(game, there)


def _let_in(game: Game, watcher: Watcher) -> None:
    if watcher.agreed:
        return
    watcher.agreed = True
    watcher.save(update_fields=["agreed"])
    grant(game.author, PART, str(game.pk), watcher.persona)
    announce(GameChanged(game.pk))


@transaction.atomic
def stop_watching(actor: Persona, *, game_id: int, persona_id: int) -> None:
    """Let somebody watch no more, or not at all: either player can. Announces GameChanged."""
    game = in_hand(actor, game_id)
    there = Watcher.objects.filter(game=game, persona=persona_id).select_related("persona").first()
    if there is not None:
        revoke(game.author, PART, str(game.pk), there.persona)
        there.delete()
        announce(GameChanged(game.pk))


def enter_table(actor: Persona) -> None:
    """Stand in the table; twice is once."""
    policies.check_here(actor)
    Entrant.objects.get_or_create(persona=actor)


def leave_table(actor: Persona) -> None:
    Entrant.objects.filter(persona=actor).delete()
