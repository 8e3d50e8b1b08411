"""Small worlds for tests: each test makes just the people it needs."""

import itertools

from django.test import Client

from twofold.people.accounts.actions import add_presence
from twofold.people.accounts.models import Account
from twofold.people.graph.actions import befriend
from twofold.people.personas.actions import create_persona
from twofold.people.personas.models import Persona

_numbers = itertools.count(1)

__all__ = ["account_of", "befriend", "client_of", "new_account", "person"]


def new_account(email: str = "") -> Account:
    """A login without any persona. No password: tests sign in by force unless they test signing in."""
    return Account.objects.create_user(email or f"somebody{next(_numbers)}@example.org")


def person(handle: str = "", network: str = "social", *, account: Account | None = None, **fields) -> Persona:
    """A persona with a login of its own, or as a further presence of `account`."""
    handle = handle or f"member{next(_numbers)}"
    persona = create_persona(
        network=network, handle=handle, name=fields.pop("name", handle.title()), **fields
    )
    add_presence(account or new_account(), network=network, persona=persona)
    return persona


def account_of(persona: Persona) -> Account:
    return Account.objects.get(presences__persona=persona)


def client_of(persona: Persona | None) -> Client:
    """A browser in which the owner of `persona` is signed in; a stranger's without one."""
    client = Client()
    if persona is not None:
        client.force_login(account_of(persona), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
