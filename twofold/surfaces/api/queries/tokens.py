"""Reads of applications and tokens."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from twofold.foundation.kit import clock
from twofold.people.accounts.bonds import holds
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.api.models import AccessToken, Application, Grant, Marker
from twofold.surfaces.api.scopes import described, everything_in


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who sent a request: a token's persona, an application without a person, or nobody (`token_id` 0)."""

    viewer: Viewer
    scopes: frozenset[str]
    token_id: int = 0
    application_id: int = 0

    def may(self, scope: str) -> bool:
        return scope in self.scopes


def nobody(network: str = "") -> Bearer:
    return Bearer(Viewer.stranger(network), frozenset())


def bearer_of(token: str) -> Bearer | None:
    """The bearer of `token`, read from the database; None when it is unknown, ended, or its bond is broken."""
    checksum = hashlib.sha256(token.encode()).hexdigest()
    return _alive(AccessToken.objects.select_related("user").filter(token_checksum=checksum).first())


def bearer_with_id(token_id: int) -> Bearer | None:
    """The same for a token that is known by its row."""
    return _alive(AccessToken.objects.select_related("user").filter(pk=token_id).first())


def _alive(kept: AccessToken | None) -> Bearer | None:
    if kept is None or kept.is_expired():
        return None
    scopes = everything_in(kept.scope.split())
    if kept.user is None:
        return Bearer(Viewer.stranger(), scopes, kept.pk, kept.application_id or 0)
    if kept.user.state != Persona.State.ACTIVE or not holds(kept.bond, kept.user_id, kept.token_checksum):
        return None
    return Bearer(Viewer.of(kept.user), scopes, kept.pk, kept.application_id or 0)


def grant_of_code(digest: str) -> Grant | None:
    return Grant.objects.filter(code=digest).first()


def application_of(client_id: str) -> Application | None:
    return Application.objects.filter(client_id=client_id).first()


def application(application_id: int) -> Application | None:
    return Application.objects.filter(pk=application_id).first()


def acting_for(viewer: Viewer) -> list[dict[str, Any]]:
    """The applications that may act for this persona: `application`, `sentences`, `since`; one query."""
    tokens = (
        AccessToken.objects.filter(user_id=viewer.id, expires__gt=clock.now())
        .select_related("application")
        .order_by("created")
    )
    found: dict[int, dict[str, Any]] = {}
    for token in tokens:
        entry = found.setdefault(
            token.application_id, {"application": token.application, "scopes": set(), "since": token.created}
        )
        entry["scopes"] |= set(token.scope.split())
    return [{**each, "sentences": described(each["scopes"])} for each in found.values()]


def markers_of(viewer: Viewer, timelines: Sequence[str]) -> list[Marker]:
    return list(Marker.objects.filter(persona_id=viewer.id, timeline__in=timelines))
