"""Who signs: this server, under the address that people type, as did:web has it."""

from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings

from twofold.network.credentials.keys import Key, keys


def did() -> str:
    """did:web of the server: the host, and the port with its colon escaped."""
    return "did:web:" + quote(urlsplit(settings.BASE_URL).netloc, safe="")


def jwk_method(key: Key) -> str:
    """How a JSON Web Token names `key`."""
    return f"{did()}#{key.name}"


def multikey_method(key: Key) -> str:
    """How an embedded proof names `key`."""
    return f"{did()}#{key.name}-multikey"


def profile() -> dict[str, Any]:
    """The issuer as it stands in a badge."""
    return {"id": did(), "type": ["Profile"], "name": settings.NAME, "url": settings.BASE_URL}


def did_document() -> dict[str, Any]:
    """The keys of this server, for whoever checks what it signed."""
    methods: list[dict[str, Any]] = []
    for key in keys():
        methods.append(
            {
                "id": jwk_method(key),
                "type": "JsonWebKey",
                "controller": did(),
                "publicKeyJwk": {**key.jwk, "kid": key.name},
            }
        )
        methods.append(
            {
                "id": multikey_method(key),
                "type": "Multikey",
                "controller": did(),
                "publicKeyMultibase": key.multikey,
            }
        )
    return {
        "@context": [
            "https://www.w3.org/ns/did/v1",
            "https://w3id.org/security/jwk/v1",
            "https://w3id.org/security/multikey/v1",
        ],
        "id": did(),
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


def method_key(method: str) -> Key | None:
    """The key that a token or a proof names, if this server stands by it."""
    named = {name: key for key in keys() for name in (jwk_method(key), multikey_method(key))}
    return named.get(method)
