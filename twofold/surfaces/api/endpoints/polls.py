"""Questions in posts, by the ids of their posts: how they stand, and voting."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Router

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.posts import actions as posts
from twofold.network.posts import queries as reading
from twofold.network.posts.models import Post
from twofold.surfaces.api.answers import reply
from twofold.surfaces.api.endpoints import schemas
from twofold.surfaces.api.endpoints.calls import fields, list_in, needs, number, persona_of, takes
from twofold.surfaces.api.shapes.polls import poll_shape

router = Router(tags=["polls"])

_BODY = takes(choices={"type": "array", "items": {"type": "integer"}})
_VOTES = needs("write:statuses")
_VOTES["openapi_extra"] = {**_VOTES["openapi_extra"], **_BODY}


def _post(request: HttpRequest, text: str) -> Post:
    return reading.original(request.auth.viewer, number(text))  # type: ignore[attr-defined]


def _answer(request: HttpRequest, post: Post) -> HttpResponse:
    viewer = request.auth.viewer  # type: ignore[attr-defined]
    found = reading.polls(viewer, {post.pk: post.author_id == viewer.id}).get(post.pk)
    if found is None:
        raise Absent
    return reply(poll_shape(post.pk, found))


@router.get("v1/polls/{id}", response=schemas.Poll, **needs("read:statuses", person=False, optional=True))
def poll(request: HttpRequest, id: str) -> HttpResponse:
    return _answer(request, _post(request, id))


@router.post("v1/polls/{id}/votes", response=schemas.Poll, **_VOTES)
def vote(request: HttpRequest, id: str) -> HttpResponse:
    """Choose, by places from 0 on; another choice takes the place of an earlier one."""
    post = _post(request, id)
    posts.vote(persona_of(request), post=post, options=_choices(fields(request)))
    return _answer(request, post)


def _choices(body: dict[str, Any]) -> list[int]:
    found = list_in(body, "choices")
    if not found or not all(each.isascii() and each.isdigit() and len(each) < 4 for each in found):
        raise Refused(_("Say in choices which answers are meant, by their places."), field="choices")
    return [int(each) for each in found]
