"""What ties a token to the login behind its persona without naming it."""

import hashlib
import hmac

from django.conf import settings
from django.db import connection

# Asked once a second for each token in use: precompiled.
_PASSWORD = """SELECT ac.password FROM accounts_presence pr
JOIN accounts_account ac ON ac.id = pr.account_id AND ac.is_active
JOIN personas_persona pe ON pe.id = pr.persona_id AND pe.state = 0
WHERE pr.persona_id = %s"""


def bond_of(persona_id: int, salt: str) -> str:
    """64 hex digits that change when the password behind this persona does; empty when nobody may act for it.

    With a salt of its own for each token, the bonds of two personas of one login have nothing in common.
    """
    with connection.cursor() as cursor:
        cursor.execute(_PASSWORD, [persona_id])
        found = cursor.fetchone()
    if found is None:
        return ""
    key = settings.SECRET_KEY.encode() + b"bond"
    return hmac.new(key, f"{salt}:{persona_id}:{found[0]}".encode(), hashlib.sha256).hexdigest()


def holds(bond: str, persona_id: int, salt: str) -> bool:
    """Whether `bond` is still the one of this persona."""
    return bool(bond) and hmac.compare_digest(bond, bond_of(persona_id, salt))
