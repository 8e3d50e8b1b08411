"""What becomes of files when somebody or a place goes for good: a place takes them along, a person their name alone."""

from twofold.foundation.courier.registry import on
from twofold.network.files import actions
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_files(fact: PersonaErased) -> None:
    actions.forget_person(fact.persona_id)
    actions.forget_place(fact.persona_id)
