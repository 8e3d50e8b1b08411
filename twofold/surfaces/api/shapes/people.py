"""Accounts, as the field calls them: here always personas. Nothing in one tells when it was made."""

from collections.abc import Iterable
from html import escape
from typing import Any

import msgspec
from django.conf import settings

from twofold.people.graph.queries import Relation
from twofold.people.personas.models import Persona
from twofold.surfaces.api.queries import people
from twofold.surfaces.api.shapes.kept import Kept

encode = msgspec.json.Encoder().encode

# The interface asks when somebody joined. Everybody joined with the network.
JOINED = "2000-01-01T00:00:00.000Z"

_faces: Kept[tuple[int, int], bytes] = Kept(50_000)


def absolute(path: str) -> str:
    return f"{settings.BASE_URL}{path}"


def address_of(network: str, handle: str) -> str:
    return absolute(f"/{network}/@{handle}/")


def picture_address(name: str, fallback: str, size: str) -> str:
    return absolute(f"/media/p/{name}-{size}.webp" if name else f"{settings.STATIC_URL}{fallback}")


def person(persona: Persona, counts: people.Counts = people.NO_COUNTS) -> dict[str, Any]:
    """The account shape. The counts are what the one who asks may see; in posts they are left at nought."""
    avatar = picture_address(persona.picture, "api/avatar.png", "medium")
    header = picture_address(persona.banner, "api/header.png", "large")
    address = address_of(persona.network, persona.handle)
    return {
        "id": str(persona.pk),
        "username": persona.handle,
        "acct": persona.handle,
        "display_name": persona.name,
        "locked": False,
        "bot": False,
        "discoverable": persona.reach == Persona.Reach.EVERYONE,
        "indexable": False,
        "group": persona.is_page,
        "created_at": JOINED,
        "note": _note(persona),
        "url": address,
        "uri": address,
        "avatar": avatar,
        "avatar_static": avatar,
        "header": header,
        "header_static": header,
        "followers_count": counts.followers,
        "following_count": counts.following,
        "statuses_count": counts.posts,
        "last_status_at": None,
        "hide_collections": True,
        "noindex": True,
        "emojis": [],
        "roles": [],
        "fields": _fields(persona),
    }


def _note(persona: Persona) -> str:
    paragraphs = [part for part in (persona.line, *persona.about.split("\n\n")) if part.strip()]
    return "".join(f"<p>{'<br>'.join(escape(part).splitlines())}</p>" for part in paragraphs)


def _fields(persona: Persona) -> list[dict[str, Any]]:
    rows = [("Pronouns", persona.pronouns), ("Place", persona.place), ("Website", persona.website)]
    return [{"name": name, "value": escape(value), "verified_at": None} for name, value in rows if value]


def own_person(persona: Persona, counts: people.Counts, *, about: str) -> dict[str, Any]:
    """The account shape with what only its owner is told: `about` also where it is for fewer people."""
    source = {
        "privacy": "private",
        "sensitive": False,
        "language": persona.language,
        "note": about,
        "fields": _fields(persona),
        "follow_requests_count": counts.requests,
    }
    role = {"id": "-99", "name": "", "permissions": "0", "color": "", "highlighted": False}
    return {**person(persona, counts), "source": source, "role": role}


def faces(wanted: Iterable[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    """Encoded accounts by (id, version), for posts; a query only for those who are not kept yet."""
    keys = set(wanted)
    missing = _faces.missing(keys)
    if missing:
        read = people.by_ids_unasked(pk for pk, _version in missing)
        made = {(each.pk, each.version): encode(person(each)) for each in read}
        # Somebody who changed meanwhile is shown as they are now.
        made |= {key: encode(person(each)) for key in missing for each in read if each.pk == key[0]}
        _faces.put(made)
    return {key: piece for key in keys if (piece := _faces.get(key)) is not None}


def relationship(persona_id: int, relation: Relation, *, blocking: bool = False) -> dict[str, Any]:
    """A tie is a follow both ways; a request for one is pending as far as its sender can tell."""
    return {
        "id": str(persona_id),
        "following": relation.following or relation.tied,
        "showing_reblogs": relation.following or relation.tied,
        "notifying": False,
        "languages": None,
        "followed_by": relation.follows_me or relation.tied,
        "blocking": blocking,
        "blocked_by": False,
        "muting": relation.muted,
        "muting_notifications": relation.muted,
        "requested": relation.asked,
        "requested_by": relation.asks,
        "domain_blocking": False,
        "endorsed": False,
        "note": "",
    }
