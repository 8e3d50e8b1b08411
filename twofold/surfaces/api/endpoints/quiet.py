"""What clients ask for and this network does not have, each an honest empty answer; and markers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router

from twofold.foundation.kit.refusals import Refused
from twofold.surfaces.api import actions
from twofold.surfaces.api.answers import reply
from twofold.surfaces.api.endpoints.calls import fields, needs, persona_of
from twofold.surfaces.api.models import Marker
from twofold.surfaces.api.queries import tokens
from twofold.surfaces.api.shapes.parts import moment

router = Router(tags=["quiet"])

_READS = needs("read:accounts", person=False, optional=True)

TIMELINES = ("home", "notifications")


@router.get("v1/custom_emojis", response=list[Any], auth=None)
def custom_emojis(request: HttpRequest) -> HttpResponse:
    return reply([])


@router.get("v1/announcements", response=list[Any], **needs())
def announcements(request: HttpRequest) -> HttpResponse:
    return reply([])


@router.get("v1/filters", response=list[Any], operation_id="filters_1", **needs("read:filters"))
@router.get("v2/filters", response=list[Any], operation_id="filters_2", **needs("read:filters"))
def filters(request: HttpRequest) -> HttpResponse:
    return reply([])


@router.get("v1/lists", response=list[Any], **needs("read:lists"))
def lists(request: HttpRequest) -> HttpResponse:
    return reply([])


@router.get("v1/conversations", response=list[Any], **needs("read:statuses"))
def conversations(request: HttpRequest) -> HttpResponse:
    return reply([])


@router.get("v1/domain_blocks", response=list[str], **needs("read:blocks"))
def domain_blocks(request: HttpRequest) -> HttpResponse:
    return reply([])


@router.get("v1/endorsements", response=list[Any], **needs("read:accounts"))
def featured_people(request: HttpRequest) -> HttpResponse:
    return reply([])


@router.get("v1/featured_tags", response=list[Any], **needs("read:accounts"))
def featured_tags(request: HttpRequest) -> HttpResponse:
    return reply([])


@router.get("v1/accounts/{id}/featured_tags", response=list[Any], **_READS)
@router.get("v1/accounts/{id}/lists", response=list[Any], operation_id="lists_with", **needs("read:lists"))
def of_nobody(request: HttpRequest, id: str) -> HttpResponse:
    """The same for everybody, whether they are there or not."""
    return reply([])


@router.get("v1/trends/statuses", response=list[Any], auth=None, operation_id="trending_statuses")
@router.get("v1/trends/tags", response=list[Any], auth=None, operation_id="trending_tags")
@router.get("v1/trends/links", response=list[Any], auth=None, operation_id="trending_links")
def trends(request: HttpRequest) -> HttpResponse:
    return reply([])


@router.get("v1/markers", response=dict[str, Any], **needs("read:statuses"))
def markers(request: HttpRequest) -> HttpResponse:
    wanted = request.GET.getlist("timeline[]") or request.GET.getlist("timeline")
    found = tokens.markers_of(request.auth.viewer, [each for each in wanted if each in TIMELINES])  # type: ignore[attr-defined]
    return reply({each.timeline: _shape(each) for each in found})


@router.post("v1/markers", response=dict[str, Any], **needs("write:statuses"))
def set_markers(request: HttpRequest) -> HttpResponse:
    body, persona = fields(request), persona_of(request)
    found = {}
    for timeline in TIMELINES:
        value = body.get(timeline)
        last = value.get("last_read_id") if isinstance(value, dict) else body.get(f"{timeline}[last_read_id]")
        if last is None:
            continue
        if not str(last).isdigit() or len(str(last)) > 19:
            raise Refused(_("last_read_id must be an id."), field="last_read_id")
        found[timeline] = _shape(actions.set_marker(persona, timeline=timeline, last_read_id=str(last)))
    return reply(found)


def _shape(marker: Marker) -> dict[str, Any]:
    return {"last_read_id": marker.last_read_id, "version": marker.version, "updated_at": moment(marker.at)}
