"""What becomes of projects when somebody goes for good: they are handed on, and what was said goes with its author."""

from twofold.foundation.courier.registry import on
from twofold.network.projects import actions
from twofold.people.personas.facts import PersonaErased
from twofold.people.personas.models import Persona


@on(PersonaErased)
def erase_memberships(fact: PersonaErased) -> None:
    who = Persona.objects.filter(pk=fact.persona_id, kind=Persona.Kind.PERSON).first()
    if who is not None:
        actions.forget_person(who)
