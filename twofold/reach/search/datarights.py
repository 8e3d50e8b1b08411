"""What becomes of the index when somebody goes for good. Their posts go with the facts of the floor below."""

from twofold.foundation.courier.registry import on
from twofold.people.personas.facts import PersonaErased
from twofold.reach.search import actions


@on(PersonaErased)
def erase_from_the_index(fact: PersonaErased) -> None:
    actions.forget_persona(fact.persona_id)
