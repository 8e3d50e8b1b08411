"""What becomes of events when somebody goes for good: their own go, and what they answered to others."""

from twofold.foundation.courier.registry import on
from twofold.network.events import actions
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_events(fact: PersonaErased) -> None:
    actions.dissolve(fact.persona_id)
