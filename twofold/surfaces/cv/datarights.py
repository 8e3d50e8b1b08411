"""What becomes of a CV that was read when its owner goes for good."""

from twofold.foundation.courier.registry import on
from twofold.people.personas.facts import PersonaErased
from twofold.surfaces.cv import actions


@on(PersonaErased)
def erase_imports(fact: PersonaErased) -> None:
    actions.forget_imports_of(fact.persona_id)
