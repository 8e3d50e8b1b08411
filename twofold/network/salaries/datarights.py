"""What becomes of entries when somebody goes for good. A figure that they were one of holds nothing of theirs."""

from twofold.foundation.courier.registry import on
from twofold.network.salaries import actions
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_salaries(fact: PersonaErased) -> None:
    actions.dissolve(fact.persona_id)
