"""What becomes of visits when somebody goes for good: those to them, and those they made."""

from twofold.foundation.courier.registry import on
from twofold.network.visits.actions import forget
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_visits(fact: PersonaErased) -> None:
    forget(fact.persona_id)
