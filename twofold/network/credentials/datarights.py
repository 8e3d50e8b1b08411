"""What becomes of credentials when their subject goes for good: revoked, and what is left names nobody."""

from twofold.foundation.courier.registry import on
from twofold.network.credentials.actions import revoke_all
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def revoke_credentials(fact: PersonaErased) -> None:
    revoke_all(fact.persona_id)
