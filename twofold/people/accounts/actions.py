"""Writes of logins, and of the wall itself."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.people.accounts.models import Account, Presence
from twofold.people.personas.models import Persona


@transaction.atomic
def sign_up(email: str, password: str | None) -> Account:
    """A login. For loads, demo and tests: people who sign up themselves come through the pages.

    Refused when the address has one already.
    """
    try:
        with transaction.atomic():
            return Account.objects.create_user(email, password)
    except IntegrityError as problem:
        raise Refused(_("There is an account with this address."), field="email") from problem


def add_presence(account: Account, *, network: str, persona: Persona) -> Presence:
    """Write into the wall that `persona` is the presence of `account` in `network`. Refused when it has one."""
    try:
        with transaction.atomic():
            return Presence.objects.create(account=account, network=network, persona=persona)
    except IntegrityError as problem:
        raise Refused(_("You have a presence in this network already.")) from problem


def remember_network(account: Account, network: str) -> None:
    """Open `network` first from now on."""
    if account.last_network != network:
        Account.objects.filter(pk=account.pk).update(last_network=network)
        account.last_network = network
