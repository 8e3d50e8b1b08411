"""What others did that one would like to know."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from twofold.reach.notifications.models import Notification
from twofold.surfaces.api.answers import raw, reply
from twofold.surfaces.api.endpoints import schemas
from twofold.surfaces.api.endpoints.calls import Span, needs, number, persona_of, span
from twofold.surfaces.api.endpoints.streams import link
from twofold.surfaces.api.endpoints.timelines import Part
from twofold.surfaces.api.keys import key_of
from twofold.surfaces.api.queries import news
from twofold.surfaces.api.queries.tokens import Bearer
from twofold.surfaces.api.shapes.news import notifications

router = Router(tags=["notifications"])


def told(request: HttpRequest, wanted: Span) -> list[Notification]:
    """The wanted part of the inbox, of the kinds that the query names or does not name."""
    query = request.GET
    kinds = news.kinds(
        query.getlist("types[]") or query.getlist("types"),
        query.getlist("exclude_types[]") or query.getlist("exclude_types"),
    )
    bearer: Bearer = request.auth  # type: ignore[attr-defined]
    return news.page(bearer.viewer, kinds, wanted.max_id, wanted.since_id, wanted.min_id, wanted.limit)


@router.get("v1/notifications", response=list[schemas.Notification], **needs("read:notifications"))
def several(request: HttpRequest, part: Query[Part]) -> HttpResponse:
    rows, bearer = told(request, span(request, default=40, most=80)), request.auth  # type: ignore[attr-defined]
    body = b"[" + b",".join(notifications(bearer.viewer, rows, key_of(bearer))) + b"]"
    first, last = (rows[0].pk, rows[-1].pk) if rows else (None, None)
    return link(request, raw(body), older=last, newer=first)


@router.get("v1/notifications/unread_count", response=dict[str, int], **needs("read:notifications"))
def unread(request: HttpRequest) -> HttpResponse:
    return reply({"count": news.unread(request.auth.viewer)})  # type: ignore[attr-defined]


@router.post("v1/notifications/clear", response=dict[str, Any], **needs("write:notifications"))
def clear(request: HttpRequest) -> HttpResponse:
    news.dismiss(persona_of(request))
    return reply({})


@router.get("v1/notifications/requests", response=list[Any], **needs("read:notifications"))
def notification_requests(request: HttpRequest) -> HttpResponse:
    return reply([])


@router.get("v1/notifications/{id}", response=schemas.Notification, **needs("read:notifications"))
def one(request: HttpRequest, id: str) -> HttpResponse:
    bearer = request.auth  # type: ignore[attr-defined]
    row = news.one(bearer.viewer, number(id))
    return raw(notifications(bearer.viewer, [row], key_of(bearer))[0])


@router.post("v1/notifications/{id}/dismiss", response=dict[str, Any], **needs("write:notifications"))
def dismiss(request: HttpRequest, id: str) -> HttpResponse:
    bearer = request.auth  # type: ignore[attr-defined]
    news.dismiss(persona_of(request), news.one(bearer.viewer, number(id)).pk)
    return reply({})
