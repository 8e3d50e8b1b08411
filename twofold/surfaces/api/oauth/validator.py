import hashlib
from typing import Any

from oauth2_provider.oauth2_validators import OAuth2Validator

from twofold.people.accounts.bonds import bond_of, holds
from twofold.surfaces.api.models import AccessToken, Grant, RefreshToken
from twofold.surfaces.api.queries.tokens import grant_of_code


def digest(secret: str) -> str:
    """How codes and tokens are kept: a SHA-256 in hex."""
    return hashlib.sha256(secret.encode()).hexdigest()


class PersonaValidator(OAuth2Validator):
    """The library's rules, with codes kept as digests and every token bound to its persona."""

    def save_authorization_code(self, client_id, code, request, *args, **kwargs) -> None:
        self._create_authorization_code(request, {**code, "code": digest(code["code"])})

    def _create_authorization_code(self, request, code, expires=None) -> Grant:
        grant = super()._create_authorization_code(request, code, expires)
        return _bind(grant, request.user, grant.code)

    def get_authorization_code_scopes(self, client_id, code, redirect_uri, request) -> list[str]:
        return super().get_authorization_code_scopes(client_id, digest(code), redirect_uri, request)

    def get_code_challenge(self, code, request):
        return super().get_code_challenge(digest(code), request)

    def get_code_challenge_method(self, code, request):
        return super().get_code_challenge_method(digest(code), request)

    def confirm_redirect_uri(self, client_id, code, redirect_uri, client, *args, **kwargs) -> bool:
        return super().confirm_redirect_uri(client_id, digest(code), redirect_uri, client, *args, **kwargs)

    def invalidate_authorization_code(self, client_id, code, request, *args, **kwargs) -> None:
        super().invalidate_authorization_code(client_id, digest(code), request, *args, **kwargs)

    def validate_code(self, client_id, code, client, request, *args, **kwargs) -> bool:
        grant = grant_of_code(digest(code))
        if grant is None or not holds(grant.bond, grant.user_id or 0, grant.code):
            return False
        return super().validate_code(client_id, digest(code), client, request, *args, **kwargs)

    def validate_refresh_token(self, refresh_token, client, request, *args, **kwargs) -> bool:
        if not super().validate_refresh_token(refresh_token, client, request, *args, **kwargs):
            return False
        kept = request.refresh_token_instance
        return holds(kept.bond, kept.user_id, kept.token_checksum)

    def _create_access_token(self, expires, request, token, source_refresh_token=None) -> AccessToken:
        kept = AccessToken(
            user=request.user,
            scope=token["scope"],
            expires=expires,
            application=request.client,
            source_refresh_token=source_refresh_token,
        )
        self._set_token_value(kept, token["access_token"])
        if request.user is not None:
            kept.bond = bond_of(request.user.pk, digest(token["access_token"]))
        kept.save()
        return kept

    def _create_refresh_token(self, request, refresh_token_code, access_token, previous_refresh_token) -> Any:
        kept: RefreshToken = super()._create_refresh_token(
            request, refresh_token_code, access_token, previous_refresh_token
        )
        return _bind(kept, request.user, kept.token_checksum)


def _bind(kept: Any, persona: Any, salt: str) -> Any:
    kept.bond = bond_of(persona.pk, salt)
    kept.save(update_fields=["bond"])
    return kept
