"""A person lets an application act for the persona of the network that the address names, or does not."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from oauth2_provider.exceptions import FatalClientError, OAuthToolkitError
from oauth2_provider.oauth2_backends import get_oauthlib_core
from oauthlib.oauth2 import OAuth2Error

from twofold.people.personas.models import Persona
from twofold.surfaces.api.models import Application
from twofold.surfaces.api.oauth.core import OUT_OF_BAND, permit
from twofold.surfaces.api.queries.tokens import application_of
from twofold.surfaces.api.scopes import described
from twofold.surfaces.api.shapes.people import absolute


class ReturnToApplication(HttpResponseRedirectBase):
    """A redirect to an address that the application registered, whatever its scheme."""

    status_code = 302

    def __init__(self, redirect_to: str):
        self.allowed_schemes = [urlsplit(redirect_to).scheme]
        super().__init__(redirect_to)


@dataclass(frozen=True)
class Wish:
    """What an application asks for. `credentials` are the request's parameters as the library checked them."""

    application: Application
    scopes: list[str]
    credentials: dict[str, Any]

    @property
    def sentences(self) -> list[str]:
        return described(self.scopes)

    @property
    def redirect_uri(self) -> str:
        return self.credentials["redirect_uri"]

    @property
    def out_of_band(self) -> bool:
        return self.redirect_uri == OUT_OF_BAND

    @property
    def host(self) -> str:
        """Where the person will be sent back to, as far as it can be named."""
        return "" if self.out_of_band else urlsplit(self.redirect_uri).netloc


class Mistake(Exception):
    """The request itself is wrong. With `back` the application is told there; otherwise only the person is."""

    def __init__(self, words: str, back: str = ""):
        super().__init__(words)
        self.words = words
        self.back = back


def read_wish(request: HttpRequest) -> Wish:
    """What the address asks for. Raises Mistake."""
    try:
        scopes, credentials = get_oauthlib_core().validate_authorization_request(request)
    except FatalClientError as problem:
        raise Mistake(problem.oauthlib_error.description or problem.oauthlib_error.error) from problem
    except OAuthToolkitError as problem:
        error = problem.oauthlib_error
        back = "" if error.redirect_uri in (None, OUT_OF_BAND) else error.in_uri(error.redirect_uri)
        raise Mistake(error.description or error.error, back) from problem
    application = application_of(credentials["client_id"])
    if application is None:
        raise Mistake("invalid_client")
    credentials.pop("request", None)
    return Wish(application, list(scopes), credentials)


def allow(request: HttpRequest, wish: Wish, persona: Persona) -> str:
    """The address to return to, with a code; for an out-of-band wish the code alone. Raises Mistake."""
    try:
        address = permit(request, persona, scopes=wish.scopes, credentials=wish.credentials)
    except OAuth2Error as problem:
        raise Mistake(problem.description or problem.error) from problem
    return parse_qs(urlsplit(address).query)["code"][0] if wish.out_of_band else _with_issuer(address)


def _with_issuer(address: str) -> str:
    """RFC 9207: so that a client that speaks with many servers knows which one answered."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'iss': absolute('/')})}"


def deny(wish: Wish) -> str:
    """The address that tells the application of a no; empty when there is none to tell it at."""
    if wish.out_of_band:
        return ""
    told = {"error": "access_denied", "error_description": "The person said no."}
    if wish.credentials.get("state"):
        told["state"] = wish.credentials["state"]
    return _with_issuer(f"{wish.redirect_uri}{'&' if '?' in wish.redirect_uri else '?'}{urlencode(told)}")


def let_form_lead_to(answer: HttpResponse, wish: Wish) -> HttpResponse:
    """Browsers hold the policy for forms against the redirect that follows, too: name the one place it may lead to."""
    parts = urlsplit(wish.redirect_uri)
    place = f"{parts.scheme}://{parts.netloc}" if parts.netloc else f"{parts.scheme}:"
    answer._csp_update = {"form-action": [place]}  # type: ignore[attr-defined]
    return answer
