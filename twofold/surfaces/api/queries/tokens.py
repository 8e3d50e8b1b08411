"""Reads of applications and tokens."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import connection, models

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
    return _alive("tk.token_checksum", hashlib.sha256(token.encode()).hexdigest())


def bearer_with_id(token_id: int) -> Bearer | None:
    """The same for a token that is known by its row."""
    return _alive("tk.id", token_id)


# Asked once a second for each token in use: precompiled. Of the persona, what needs no conversion; the rest on demand.
_PLAIN = (models.CharField, models.TextField, models.IntegerField)
_PERSONA = [field for field in Persona._meta.concrete_fields if isinstance(field, _PLAIN)]
_TOKEN = f"""SELECT tk.id, tk.token_checksum, tk.bond, tk.scope, tk.application_id,
{", ".join(f"pe.{field.column}" for field in _PERSONA)}
FROM api_accesstoken tk LEFT JOIN personas_persona pe ON pe.id = tk.user_id
WHERE {{key}} = %s AND tk.expires > %s"""


def _alive(key: str, value: str | int) -> Bearer | None:
    now = connection.ops.adapt_datetimefield_value(clock.now())
    with connection.cursor() as cursor:
        cursor.execute(_TOKEN.format(key=key), [value, now])
        found = cursor.fetchone()
    if found is None:
        return None
    token_id, checksum, bond, scope, application_id = found[:5]
    persona = Persona.from_db(connection.alias, [field.attname for field in _PERSONA], found[5:])
    if persona.pk is None:
        return Bearer(Viewer.stranger(), _scopes(scope), token_id, application_id or 0)
    if persona.state != Persona.State.ACTIVE or not holds(bond, persona.pk, checksum):
        return None
    return Bearer(Viewer.of(persona), _scopes(scope), token_id, application_id or 0)


@lru_cache(maxsize=1000)
def _scopes(text: str) -> frozenset[str]:
    return everything_in(text.split())


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
            token.application_id or 0,
            {"application": token.application, "scopes": set(), "since": token.created},
        )
        entry["scopes"] |= set(token.scope.split())
    return [{**each, "sentences": described(each["scopes"])} for each in found.values()]


def markers_of(viewer: Viewer, timelines: Sequence[str]) -> list[Marker]:
    return list(Marker.objects.filter(persona_id=viewer.id, timeline__in=timelines))
