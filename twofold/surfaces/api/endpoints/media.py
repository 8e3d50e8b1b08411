"""Pictures: taken in before the post that shows them, described, and fetched by clients that have no session."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from ninja import Router
from ninja.errors import HttpError

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.media import actions, shelf
from twofold.network.media.models import Kind, Picture, State
from twofold.network.media.policies import unfit
from twofold.network.media.views.serving import piece
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.api import doors
from twofold.surfaces.api.answers import reply
from twofold.surfaces.api.endpoints import schemas
from twofold.surfaces.api.endpoints.calls import fields, needs, number, persona_of, takes, text_in
from twofold.surfaces.api.keys import bearer_with, key_of
from twofold.surfaces.api.queries import pictures
from twofold.surfaces.api.shapes.parts import attachment

router = Router(tags=["media"])

_VARIANTS = frozenset(each.name for each in actions.VARIANTS)

_FILE = {
    "requestBody": {
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "description": {"type": "string"},
                    },
                }
            }
        }
    }
}


def _with(scope: str, body: dict) -> dict:
    options = needs(scope)
    options["openapi_extra"] = {**options["openapi_extra"], **body}
    return options


def _shown(request: HttpRequest, picture: Picture, *, waiting: int = 200) -> HttpResponse:
    """A picture; `waiting` is the status while a video is being prepared, without an address to play it."""
    key = key_of(request.auth).decode()  # type: ignore[attr-defined]
    told = attachment(picture, key=key)
    if picture.state == State.FAILED:
        raise unfit("broken", film=True)
    if picture.state == State.PREPARING:
        return reply(
            {**told, "type": "video" if picture.kind == Kind.VIDEO else "gifv", "url": None}, waiting
        )
    return reply(told)


@router.post("v1/media", response=schemas.MediaAttachment, **_with("write:media", _FILE))
def take_in_now(request: HttpRequest) -> HttpResponse:
    return _take_in(request, waiting=200)


@router.post("v2/media", response=schemas.MediaAttachment, **_with("write:media", _FILE))
def take_in(request: HttpRequest) -> HttpResponse:
    return _take_in(request, waiting=202)


def _take_in(request: HttpRequest, *, waiting: int) -> HttpResponse:
    token_id = request.auth.token_id  # type: ignore[attr-defined]
    if doors.uploads.take(token_id, doors.UPLOADS_ALLOWED)[0] < 0:
        raise HttpError(429, _("Too many pictures at once. Wait half an hour."))
    body = fields(request)
    upload = request.FILES.get("file")
    if upload is None:
        raise Refused(_("Choose a picture."), field="file")
    picture = actions.take_in(persona_of(request), upload=upload, alt=text_in(body, "description"))
    return _shown(request, picture, waiting=waiting)


@router.get("v1/media/{id}", response=schemas.MediaAttachment, **needs("write:media"))
def read(request: HttpRequest, id: str) -> HttpResponse:
    return _shown(request, pictures.own_unused(persona_of(request), number(id)), waiting=206)


@router.put(
    "v1/media/{id}",
    response=schemas.MediaAttachment,
    **_with("write:media", takes(description="string", focus="string")),
)
def describe(request: HttpRequest, id: str) -> HttpResponse:
    owner, body = persona_of(request), fields(request)
    picture = pictures.own_unused(owner, number(id))
    if "description" in body:
        picture = actions.describe(owner, picture=picture, alt=text_in(body, "description"))
    return _shown(request, picture)


@router.get("v1/pictures/{id}/{variant}.webp", auth=None, include_in_schema=False)
def fetch(request: HttpRequest, id: str, variant: str) -> HttpResponseBase:
    """A picture by a reader's key: the door is asked for that reader, now."""
    bearer = bearer_with(request.GET.get("key", ""))
    viewer = bearer.viewer if bearer else Viewer.stranger()
    picture = pictures.visible(viewer, number(id))
    data = (
        shelf.read(shelf.PICTURES, actions.file_name(picture.pk, variant)) if variant in _VARIANTS else None
    )
    if data is None:
        raise Absent
    return _opened(HttpResponse(data, content_type="image/webp"), keyed=bearer is not None)


@router.get("v1/pictures/{id}/{height}.mp4", auth=None, include_in_schema=False)
def fetch_film(request: HttpRequest, id: str, height: str) -> HttpResponseBase:
    """A video by a reader's key, piece by piece."""
    bearer = bearer_with(request.GET.get("key", ""))
    picture = pictures.visible(bearer.viewer if bearer else Viewer.stranger(), number(id))
    if height not in picture.heights.split():
        raise Absent
    answer = piece(request, actions.film_name(picture.pk, int(height)), "")
    return _opened(answer, keyed=bearer is not None)


def _opened(answer: HttpResponseBase, *, keyed: bool) -> HttpResponseBase:
    answer.headers["Cache-Control"] = "private, no-store" if keyed else "private, max-age=86400"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    # Clients in browsers show it on pages of their own; the key in its address is what opens it.
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
