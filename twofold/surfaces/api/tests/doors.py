"""The ways in, as clients take them."""

import base64
import hashlib
import json
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from django.test import Client

from tests.world import client_of
from twofold.people.personas.models import Persona

BACK = "https://client.example/back"
OOB = "urn:ietf:wg:oauth:2.0:oob"
ALL = "read write follow push"


def register(redirect_uris: str = BACK, scopes: str = ALL, **fields: Any) -> dict[str, Any]:
    """A new application, as its makers get it."""
    body = {"client_name": "Swift", "redirect_uris": redirect_uris, "scopes": scopes, **fields}
    answer = Client().post("/api/v1/apps", body)
    assert answer.status_code == 200, answer.content
    return answer.json()


def address(app: dict[str, Any], network: str, **fields: Any) -> str:
    """Where the application sends a person."""
    query = {
        "response_type": "code",
        "client_id": app["client_id"],
        "redirect_uri": app["redirect_uris"][0],
        "scope": ALL,
        **fields,
    }
    return f"/{network}/oauth/authorize?{urlencode(query)}"


def code_for(app: dict[str, Any], persona: Persona, **fields: Any) -> str:
    """The person says yes in their browser."""
    answer = client_of(persona).post(address(app, persona.network, **fields), {"answer": "allow"})
    assert answer.status_code == 302, answer.content
    return parse_qs(urlsplit(answer["Location"]).query)["code"][0]


def fetch(app: dict[str, Any], **fields: Any) -> Any:
    """The application asks for a token."""
    body = {"client_id": app["client_id"], "client_secret": app["client_secret"], **fields}
    return Client().post("/oauth/token", body)


def token_for(persona: Persona, scopes: str = ALL, app: dict[str, Any] | None = None) -> str:
    """The whole journey."""
    app = app or register()
    code = code_for(app, persona, scope=scopes)
    answer = fetch(app, grant_type="authorization_code", code=code, redirect_uri=app["redirect_uris"][0])
    assert answer.status_code == 200, answer.content
    return answer.json()["access_token"]


def challenge_of(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


class Api:
    """A client of the field with a token, or without."""

    def __init__(self, token: str = ""):
        self.client = Client(headers={"Authorization": f"Bearer {token}"} if token else None)

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(f"/api/v1/{path}", query)

    def post(self, path: str, body: Any = None, **more: Any) -> Any:
        return self.client.post(f"/api/v1/{path}", body or {}, content_type="application/json", **more)

    def send(self, method: str, path: str, body: Any = None) -> Any:
        return self.client.generic(
            method, f"/api/v1/{path}", json.dumps(body or {}), content_type="application/json"
        )


def api_of(persona: Persona, scopes: str = ALL) -> Api:
    return Api(token_for(persona, scopes))
