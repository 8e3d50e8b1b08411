"""Timelines: home, everyone's, a hashtag's; saved and liked posts."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from twofold.surfaces.api.endpoints import schemas
from twofold.surfaces.api.endpoints.calls import needs, span
from twofold.surfaces.api.endpoints.streams import answer_with, home_of, page_of_posts
from twofold.surfaces.api.queries import statuses

router = Router(tags=["timelines"])


class Part(Schema):
    """Which part of a stream: posts before `max_id`, after `since_id`, or right after `min_id`."""

    max_id: str | None = None
    since_id: str | None = None
    min_id: str | None = None
    limit: int = 20


@router.get("v1/timelines/home", response=list[schemas.Status], **needs("read:statuses"))
def home(request: HttpRequest, part: Query[Part]) -> HttpResponse:
    """What ties and followed people posted. Its first page is answered before it comes here: see `hot.py`."""
    return home_of(request, request.auth.viewer, span(request))  # type: ignore[attr-defined]


@router.get(
    "v1/timelines/public",
    response=list[schemas.Status],
    **needs("read:statuses", person=False, optional=True),
)
def public(request: HttpRequest, part: Query[Part], network: str = "") -> HttpResponse:
    """What is shared with everyone, or with all members. Without a token, `network` says whose."""
    viewer = request.auth.viewer  # type: ignore[attr-defined]
    return answer_with(request, page_of_posts(viewer, statuses.stream(viewer), span(request)))


@router.get(
    "v1/timelines/tag/{hashtag}",
    response=list[schemas.Status],
    **needs("read:statuses", person=False, optional=True),
)
def tag(request: HttpRequest, hashtag: str, part: Query[Part], network: str = "") -> HttpResponse:
    viewer = request.auth.viewer  # type: ignore[attr-defined]
    posts = statuses.stream(viewer, tag=hashtag, replies=True)
    return answer_with(request, page_of_posts(viewer, posts, span(request)))


@router.get("v1/bookmarks", response=list[schemas.Status], **needs("read:bookmarks"))
def bookmarks(request: HttpRequest, part: Query[Part]) -> HttpResponse:
    viewer = request.auth.viewer  # type: ignore[attr-defined]
    return answer_with(request, page_of_posts(viewer, statuses.saved(viewer), span(request)))


@router.get("v1/favourites", response=list[schemas.Status], **needs("read:favourites"))
def favourites(request: HttpRequest, part: Query[Part]) -> HttpResponse:
    viewer = request.auth.viewer  # type: ignore[attr-defined]
    return answer_with(request, page_of_posts(viewer, statuses.reacted_to(viewer), span(request)))
