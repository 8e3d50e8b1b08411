"""Very many logins at once, for networks to measure with."""

from collections.abc import Iterable
from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from twofold.foundation.kit.loading import insert_rows
from twofold.people.accounts.models import Account, Presence


def load_accounts(accounts: Iterable[tuple[int, str]], *, password: str, joined: datetime) -> None:
    """Logins from (id, e-mail), all with the same password: it is hashed once."""
    hashed, kept = make_password(password), list(accounts)
    rows = ((number, email, hashed, joined) for number, email in kept)
    insert_rows(Account, ["id", "email", "password", "date_joined"], rows)
    confirmed = ((number, email, True, True) for number, email in kept)
    insert_rows(EmailAddress, ["user_id", "email", "verified", "primary"], confirmed)


def load_presences(presences: Iterable[tuple[int, str, int]]) -> None:
    """Write into the wall, from (account id, network, persona id)."""
    insert_rows(Presence, ["account_id", "network", "persona_id"], presences)
