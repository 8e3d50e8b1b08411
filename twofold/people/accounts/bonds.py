"""What ties a token to the login behind its persona without naming it."""

import hashlib
import hmac

from django.conf import settings

from twofold.people.accounts.models import Presence
from twofold.people.personas.models import Persona


def bond_of(persona_id: int, salt: str) -> str:
    """64 hex digits that change when the password behind this persona does; empty when nobody may act for it.

    With a salt of its own for each token, the bonds of two personas of one login have nothing in common.
    """
    password = (
        Presence.objects.filter(
            persona_id=persona_id, persona__state=Persona.State.ACTIVE, account__is_active=True
        )
        .values_list("account__password", flat=True)
        .first()
    )
    if password is None:
        return ""
    key = settings.SECRET_KEY.encode() + b"bond"
    return hmac.new(key, f"{salt}:{persona_id}:{password}".encode(), hashlib.sha256).hexdigest()


def holds(bond: str, persona_id: int, salt: str) -> bool:
    """Whether `bond` is still the one of this persona."""
    return bool(bond) and hmac.compare_digest(bond, bond_of(persona_id, salt))
