"""What becomes of advice when somebody goes for good: what they wrote goes, hours that they took are free again."""

from twofold.foundation.courier.registry import on
from twofold.network.advice import actions
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_advice(fact: PersonaErased) -> None:
    actions.dissolve(fact.persona_id)
