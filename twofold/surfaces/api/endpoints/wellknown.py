"""Addresses that programs try first on a server they do not know."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from twofold.surfaces.api.answers import reply
from twofold.surfaces.api.scopes import KNOWN
from twofold.surfaces.api.shapes.people import absolute


def nodeinfo_link(request: HttpRequest) -> HttpResponse:
    schema = "http://nodeinfo.diaspora.software/ns/schema/2.0"
    return reply({"links": [{"rel": schema, "href": absolute(reverse("api:nodeinfo"))}]})


def nodeinfo(request: HttpRequest) -> HttpResponse:
    """What runs here; not how many people, nor since when."""
    return reply(
        {
            "version": "2.0",
            "software": {"name": "twofold", "version": "0.1.0"},
            "protocols": [],
            "services": {"inbound": [], "outbound": []},
            "openRegistrations": True,
            "usage": {"users": {}},
            "metadata": {},
        }
    )


def authorization_server(request: HttpRequest) -> HttpResponse:
    """RFC 8414."""
    return reply(
        {
            "issuer": absolute("/"),
            "authorization_endpoint": absolute(reverse("api:choose")),
            "token_endpoint": absolute(reverse("api:token")),
            "revocation_endpoint": absolute(reverse("api:revoke")),
            "app_registration_endpoint": absolute("/api/v1/apps"),
            "scopes_supported": sorted(KNOWN),
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": ["authorization_code", "client_credentials", "refresh_token"],
            "authorization_response_iss_parameter_supported": True,
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        }
    )
