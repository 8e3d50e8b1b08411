"""Who acts on a page."""

from django.http import HttpRequest

from twofold.foundation.kit.refusals import Absent, SignInNeeded
from twofold.people.personas.models import Persona


def me(request: HttpRequest, only: str = "") -> Persona:
    """The persona that acts here. SignInNeeded without one; Absent where a page is part of the network `only`."""
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    if only and viewer.network != only:
        raise Absent
    if viewer.persona is None or viewer.home != viewer.network:
        raise SignInNeeded
    return viewer.persona
