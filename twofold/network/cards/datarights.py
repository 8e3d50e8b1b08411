"""What becomes of cards when somebody goes for good: their own, and what they kept of others with their notes."""

from twofold.foundation.courier.registry import on
from twofold.network.cards import actions
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_cards(fact: PersonaErased) -> None:
    actions.dissolve(fact.persona_id)
