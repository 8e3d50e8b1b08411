"""Notifications of one kind about one thing as one: the field's second way to read them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from twofold.foundation.kit.refusals import Absent
from twofold.reach.notifications.models import Notification
from twofold.surfaces.api.answers import raw, reply
from twofold.surfaces.api.endpoints import schemas
from twofold.surfaces.api.endpoints.calls import needs, persona_of, span
from twofold.surfaces.api.endpoints.notifications import told
from twofold.surfaces.api.endpoints.streams import link
from twofold.surfaces.api.endpoints.timelines import Part
from twofold.surfaces.api.keys import key_of
from twofold.surfaces.api.queries import news
from twofold.surfaces.api.shapes.news import grouped
from twofold.surfaces.api.shapes.people import person

router = Router(tags=["notifications"])

_READS = needs("read:notifications")


@router.get("v2/notifications", response=schemas.GroupedNotifications, **_READS)
def groups(request: HttpRequest, part: Query[Part]) -> HttpResponse:
    """A page of single notifications, told in groups: what is about one thing on two pages is a group on each."""
    rows = told(request, span(request, default=40, most=80))
    first, last = (rows[0].pk, rows[-1].pk) if rows else (None, None)
    return link(request, _answer(request, rows), older=last, newer=first)


def _answer(request: HttpRequest, rows: list[Notification]) -> HttpResponse:
    bearer = request.auth  # type: ignore[attr-defined]
    wanted = request.GET.getlist("grouped_types[]") or request.GET.getlist("grouped_types")
    return raw(grouped(bearer.viewer, rows, key_of(bearer), wanted or None))


@router.get("v2/notifications/unread_count", response=dict[str, int], **_READS)
def groups_unread(request: HttpRequest) -> HttpResponse:
    return reply({"count": news.unread_groups(request.auth.viewer)})  # type: ignore[attr-defined]


@router.get("v2/notifications/policy", response=dict[str, Any], **_READS)
def policy(request: HttpRequest) -> HttpResponse:
    """Everything comes in: who may write or ask is chosen elsewhere, before anything is told."""
    whose = ("not_following", "not_followers", "new_accounts", "private_mentions", "limited_accounts")
    none = {"pending_requests_count": 0, "pending_notifications_count": 0}
    return reply({**{f"for_{each}": "accept" for each in whose}, "summary": none})


def _rows(request: HttpRequest, group_key: str) -> list[Notification]:
    found = news.of_group(request.auth.viewer, group_key)  # type: ignore[attr-defined]
    if not found:
        raise Absent
    return found


@router.get("v2/notifications/{group_key}", response=schemas.GroupedNotifications, **_READS)
def group(request: HttpRequest, group_key: str) -> HttpResponse:
    return _answer(request, _rows(request, group_key))


@router.get("v2/notifications/{group_key}/accounts", response=list[schemas.Account], **_READS)
def group_accounts(request: HttpRequest, group_key: str) -> HttpResponse:
    actors = {row.actor_id: row.actor for row in _rows(request, group_key)}
    return reply([person(each) for each in actors.values()])


@router.post("v2/notifications/{group_key}/dismiss", response=dict[str, Any], **needs("write:notifications"))
def group_dismiss(request: HttpRequest, group_key: str) -> HttpResponse:
    news.dismiss(persona_of(request), *(row.pk for row in _rows(request, group_key)))
    return reply({})
