"""What becomes of learning when somebody goes for good: their courses, how they took others', and what they said go."""

from twofold.foundation.courier.registry import on
from twofold.network.learning import actions
from twofold.people.personas.facts import PersonaErased
from twofold.people.personas.models import Persona


@on(PersonaErased)
def erase_learning(fact: PersonaErased) -> None:
    who = Persona.objects.filter(pk=fact.persona_id, kind=Persona.Kind.PERSON).first()
    if who is not None:
        actions.forget_person(who)
