"""What becomes of games when somebody goes for good: theirs go with them."""

from twofold.foundation.courier.registry import on
from twofold.network.games import actions
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_games(fact: PersonaErased) -> None:
    actions.erase(fact.persona_id)
    actions.erase_quizzes(fact.persona_id)
