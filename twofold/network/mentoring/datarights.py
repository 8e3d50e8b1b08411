"""What becomes of mentoring when one of the two goes for good: nothing of it is left."""

from twofold.foundation.courier.registry import on
from twofold.network.mentoring import actions
from twofold.people.personas.facts import PersonaErased
from twofold.people.personas.models import Persona


@on(PersonaErased)
def erase_mentoring(fact: PersonaErased) -> None:
    who = Persona.objects.filter(pk=fact.persona_id).first()
    if who is not None:
        actions.forget_person(who)
