import json
from typing import Any

from django.http import HttpRequest
from oauth2_provider.oauth2_backends import OAuthLibCore, get_oauthlib_core
from oauthlib.oauth2 import OAuth2Error

from twofold.people.personas.models import Persona

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
# What clients of the field send beyond the standard's names is dropped here.
_WANTED = {
    "grant_type", "code", "redirect_uri", "client_id", "client_secret", "code_verifier",
    "refresh_token", "scope", "token", "token_type_hint",
}  # fmt: skip


class LenientCore(OAuthLibCore):
    """Reads forms as the standard has it, and JSON bodies, which half of the field's clients send."""

    def extract_body(self, request: HttpRequest) -> list[tuple[str, str]]:
        if "json" not in request.headers.get("Content-Type", ""):
            return super().extract_body(request)
        try:
            fields = json.loads(request.body)
        except ValueError:
            return []
        if not isinstance(fields, dict):
            return []
        return [(name, value) for name, value in fields.items() if name in _WANTED and isinstance(value, str)]


def permit(request: HttpRequest, persona: Persona, *, scopes: list[str], credentials: dict[str, Any]) -> str:
    """Write the permission and return where the person is to be sent, with the code in its query.

    Raises oauthlib's OAuth2Error when the request no longer holds.
    """
    core = get_oauthlib_core()
    uri, method, _body, headers = core._extract_params(request)
    answer, _body, _status = core.server.create_authorization_response(
        uri=uri,
        http_method=method,
        headers=headers,
        scopes=scopes,
        credentials={**credentials, "user": persona},
    )
    return answer["Location"]


__all__ = ["OUT_OF_BAND", "LenientCore", "OAuth2Error", "permit"]
