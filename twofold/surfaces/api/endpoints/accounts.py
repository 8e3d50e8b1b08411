"""Oneself: who the token acts for, and the words that introduce them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from twofold.network.media.actions import take_in_portrait
from twofold.network.profiles.actions import introduce
from twofold.network.profiles.queries import words_of
from twofold.people.personas import actions as personas
from twofold.people.personas.models import Persona
from twofold.surfaces.api.answers import reply
from twofold.surfaces.api.endpoints import schemas
from twofold.surfaces.api.endpoints.calls import fields, needs, persona_of, takes, text_in
from twofold.surfaces.api.queries import people
from twofold.surfaces.api.shapes.people import own_person

router = Router(tags=["accounts"])

_BODY = takes(display_name="string", note="string", avatar="string", header="string")


def _own(request: HttpRequest, persona: Persona) -> HttpResponse:
    viewer = request.auth.viewer  # type: ignore[attr-defined]
    about = words_of(viewer, persona)["about"]
    return reply(own_person(persona, people.counts_of(viewer, persona), about=about))


@router.get(
    "v1/accounts/verify_credentials", response=schemas.CredentialAccount, **needs("read:accounts|profile")
)
def verify(request: HttpRequest) -> HttpResponse:
    """Who this token acts for: one persona of one network, and nothing about any other."""
    return _own(request, persona_of(request))


def _updates() -> dict[str, Any]:
    options = needs("write:accounts")
    options["openapi_extra"] = {**options["openapi_extra"], **_BODY}
    return options


@router.patch("v1/accounts/update_credentials", response=schemas.CredentialAccount, **_updates())
def update(request: HttpRequest) -> HttpResponse:
    persona, body = persona_of(request), fields(request)
    words = {"display_name": "name", "note": "about"}
    changes = {ours: text_in(body, theirs) for theirs, ours in words.items() if theirs in body}
    if changes:
        persona = introduce(persona, **changes)
    if upload := request.FILES.get("avatar"):
        persona = personas.set_picture(
            persona, name=take_in_portrait(persona, upload=upload, shape="picture")
        )
    if upload := request.FILES.get("header"):
        persona = personas.set_banner(persona, name=take_in_portrait(persona, upload=upload, shape="banner"))
    return _own(request, persona)


@router.get("v1/preferences", response=dict[str, Any], **needs("read:accounts"))
def preferences(request: HttpRequest) -> HttpResponse:
    return reply(
        {
            "posting:default:visibility": "private",
            "posting:default:sensitive": False,
            "posting:default:language": persona_of(request).language,
            "posting:default:quote_policy": "public",
            "reading:expand:media": "default",
            "reading:expand:spoilers": False,
            "reading:autoplay:gifs": False,
        }
    )
