"""Applications register themselves; they belong to no one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router
from ninja.errors import HttpError

from twofold.foundation.kit.refusals import Refused
from twofold.surfaces.api import actions
from twofold.surfaces.api.answers import reply
from twofold.surfaces.api.doors import Window
from twofold.surfaces.api.endpoints import schemas
from twofold.surfaces.api.endpoints.calls import fields, list_in, needs, takes, text_in
from twofold.surfaces.api.models import Application
from twofold.surfaces.api.queries import tokens

router = Router(tags=["applications"])

registrations = Window(60 * 60)
REGISTRATIONS_ALLOWED = 60

_BODY = takes(
    client_name="string",
    redirect_uris={"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    scopes="string",
    website="string",
)


@router.post("v1/apps", response=schemas.CredentialApplication, auth=None, openapi_extra=_BODY)
def register(request: HttpRequest) -> HttpResponse:
    if registrations.take(request.META.get("REMOTE_ADDR", ""), REGISTRATIONS_ALLOWED)[0] < 0:
        raise HttpError(429, _("Too many new applications from here. Wait an hour."))
    body = fields(request)
    application, secret = actions.register(
        name=text_in(body, "client_name"),
        redirect_uris=list_in(body, "redirect_uris"),
        scopes=text_in(body, "scopes"),
        website=text_in(body, "website"),
    )
    credentials = {
        "client_id": application.client_id,
        "client_secret": secret,
        "client_secret_expires_at": 0,
    }
    return reply({**_shape(application), **credentials})


@router.get("v1/apps/verify_credentials", response=schemas.VerifiedApplication, **needs(person=False))
def verify(request: HttpRequest) -> HttpResponse:
    application = tokens.application(request.auth.application_id)  # type: ignore[attr-defined]
    if application is None:
        raise Refused(_("This application is gone."), forbidden=True)
    return reply(_shape(application))


def _shape(application: Application) -> dict[str, Any]:
    uris = application.redirect_uris.split()
    return {
        "id": str(application.pk),
        "name": application.name,
        "website": application.website or None,
        "scopes": application.scopes.split(),
        "redirect_uris": uris,
        "redirect_uri": "\n".join(uris),
        "vapid_key": "",
    }
