"""What becomes of tokens when their persona goes for good."""

from twofold.foundation.courier.registry import on
from twofold.people.personas.facts import PersonaErased
from twofold.surfaces.api import actions


@on(PersonaErased)
def erase_tokens(fact: PersonaErased) -> None:
    actions.erase(fact.persona_id)
