"""What becomes of it when somebody goes for good."""

from twofold.foundation.courier.registry import on
from twofold.network.openness.models import Openness
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_openness(fact: PersonaErased) -> None:
    Openness.objects.filter(author=fact.persona_id).delete()
