"""Telling of games: an invitation, one's turn, an ending. What is answered is not told any longer."""

from twofold.foundation.courier.registry import on
from twofold.network.games.facts import GameAnswered, GameAsked, GameGone, GameOver, GameTurned
from twofold.network.games.queries import waits_for
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind


def _tell(recipient_id: int, actor_id: int, kind: Kind, game_id: int, detail: str = "") -> None:
    bundle = f"{kind.value}:{game_id}"
    notify({recipient_id}, actor_id=actor_id, kind=kind, bundle=bundle, about=game_id, detail=detail)


@on(GameAsked)
def tell_of_an_invitation(fact: GameAsked) -> None:
    if waits_for(fact.game_id)[0] == fact.to_id:
        _tell(fact.to_id, fact.by_id, Kind.GAME_ASKED, fact.game_id)


@on(GameAnswered)
def forget_an_invitation(fact: GameAnswered) -> None:
    take_back(kind=Kind.GAME_ASKED, about=fact.game_id)


@on(GameTurned)
def tell_of_a_turn(fact: GameTurned) -> None:
    if waits_for(fact.game_id)[1] == fact.to_id:
        take_back(kind=Kind.GAME_TURN, about=fact.game_id)
        _tell(fact.to_id, fact.by_id, Kind.GAME_TURN, fact.game_id, "began" if fact.began else "")


@on(GameOver)
def tell_of_an_ending(fact: GameOver) -> None:
    """Whoever ended it knows; where time did, both are told."""
    take_back(kind=Kind.GAME_TURN, about=fact.game_id)
    for one, other in ((fact.author_id, fact.other_id), (fact.other_id, fact.author_id)):
        if one != fact.by_id:
            _tell(one, other, Kind.GAME_OVER, fact.game_id)


@on(GameGone)
def forget_a_game(fact: GameGone) -> None:
    take_back(kind__in=(Kind.GAME_ASKED, Kind.GAME_TURN, Kind.GAME_OVER), about=fact.game_id)
