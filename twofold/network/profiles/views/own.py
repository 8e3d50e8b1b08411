"""Whose profile is edited here: one's own, and nobody else's."""

from django.http import HttpRequest

from twofold.foundation.kit.refusals import Absent, SignInNeeded
from twofold.people.audiences.queries import by_handle
from twofold.people.personas.models import Network, Persona


def own_persona(request: HttpRequest, network: str, handle: str) -> Persona:
    """The viewer's own persona under this handle; nobody edits anybody else."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if not viewer or viewer.home != network:
        raise SignInNeeded
    if by_handle(viewer, network, handle).pk != viewer.id:
        raise Absent
    return viewer.persona


def profile_of(persona: Persona) -> str:
    return f"/{persona.network}/@{persona.handle}/"


def sections_at(persona: Persona) -> str:
    """Where what one says of oneself stands: at work on the profile itself, among friends behind its posts."""
    return profile_of(persona) + ("about/" if persona.network == Network.SOCIAL else "")
