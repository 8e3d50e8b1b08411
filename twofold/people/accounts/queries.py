"""Reads of the wall. Nothing here returns two personas of one account to anyone but their owner."""

from django.contrib.auth.models import AnonymousUser

from twofold.people.accounts.models import Account, Presence
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def viewer_for(user: Account | AnonymousUser, network: str) -> Viewer:
    """Who `user` is in `network`: a stranger when signed out, or without a presence there."""
    if not network or not user.is_authenticated:
        return Viewer.stranger(network)
    found = (
        Presence.objects.filter(account_id=user.pk, network=network, persona__state=Persona.State.ACTIVE)
        .select_related("persona")
        .first()
    )
    return Viewer.of(found.persona) if found else Viewer.stranger(network)
