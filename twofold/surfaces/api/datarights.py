"""What becomes of tokens when their persona goes for good."""

from twofold.foundation.courier.registry import on
from twofold.people.personas.facts import PersonaErased
from twofold.surfaces.api.models import AccessToken, Grant, Marker, RefreshToken


@on(PersonaErased)
def erase_tokens(fact: PersonaErased) -> None:
    for model in (RefreshToken, AccessToken, Grant):
        model.objects.filter(user=fact.persona_id).delete()
    Marker.objects.filter(persona=fact.persona_id).delete()
