"""Taking a game in hand: seen through the door, by one of the two who play, alone until the change is written."""

from datetime import datetime, timedelta

from twofold.foundation.kit import clock
from twofold.network.games import policies, queries
from twofold.network.games.models import Game
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

# The list of a game that holds all who may see it beside its author.
PART = "game"


def in_hand(actor: Persona, game_id: int) -> Game:
    """The game as it is now, for one who plays it; others wait. Absent or refused for anybody else."""
    policies.check_player(actor, queries.get(Viewer.of(actor), game_id))
    rows = Game.objects.select_for_update(of=("self",))
    return rows.select_related("author", "other", "winner").get(pk=game_id)


def one_at_a_time(actor: Persona) -> None:
    """Let what somebody makes twice at once come one after the other: limits hold, and doubles are seen."""
    Persona.objects.select_for_update().get(pk=actor.pk)


def due(game: Game, begin: datetime | None = None) -> datetime | None:
    """When a move that may be made from now on has to be there."""
    return (begin or clock.now()) + timedelta(days=game.days) if game.days else None


def keep(game: Game) -> None:
    """Write the game: one change."""
    game.version += 1
    game.changed_at = clock.now()
    game.save()
