"""Search: people, posts and hashtags by words; or what an address of this server leads to."""

from urllib.parse import urlsplit

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from ninja import Router

from twofold.foundation.kit.refusals import Absent
from twofold.people.audiences.queries import by_handle
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.search.asking import parse
from twofold.reach.search.queries import posts, tags
from twofold.surfaces.api.answers import reply
from twofold.surfaces.api.endpoints import schemas
from twofold.surfaces.api.endpoints.calls import needs
from twofold.surfaces.api.keys import key_of
from twofold.surfaces.api.queries import people, statuses
from twofold.surfaces.api.shapes.parts import tag_of
from twofold.surfaces.api.shapes.people import person
from twofold.surfaces.api.shapes.statuses import encoded

router = Router(tags=["search"])

MOST = 40


@router.get("v2/search", response=schemas.Search, **needs("read:search"))
def search_all(request: HttpRequest, q: str, type: str = "", limit: int = 20) -> HttpResponse:
    """People by handle or name, posts and hashtags by their words; `type` is accounts, statuses or hashtags.

    An address of a post or of a person of this server finds just that. At most 40 of each, posts at most 20.
    """
    viewer: Viewer = request.auth.viewer  # type: ignore[attr-defined]
    q, limit = q.strip(), max(1, min(limit, MOST))
    at = _path(q)
    accounts, ids = _found_at(viewer, at) if at else (_people(viewer, q, limit), _posts(viewer, q, limit))
    labels = [] if at else tags(viewer, parse(q.removeprefix("#")))[:limit]

    def wanted(kind: str) -> bool:
        return bool(q) and type in ("", kind)

    drawn = encoded(viewer, ids, key=key_of(request.auth)) if wanted("statuses") else []  # type: ignore[attr-defined]
    return reply(
        {
            "accounts": [person(each) for each in accounts] if wanted("accounts") else [],
            "statuses": [msgspec.Raw(each) for each in drawn],
            "hashtags": [tag_of(each.network, each) for each in labels] if wanted("hashtags") else [],
        }
    )


def _path(q: str) -> str:
    """The path of an address of this server; empty for words."""
    here, asked = urlsplit(settings.BASE_URL), urlsplit(q)
    return asked.path if asked.scheme and asked.netloc == here.netloc else ""


def _found_at(viewer: Viewer, path: str) -> tuple[list[Persona], list[int]]:
    """Whom or which post the page at `path` shows, in the network that the viewer looks at."""
    try:
        match = resolve(path)
    except Resolver404:
        return [], []
    names = match.kwargs
    if names.get("network") != viewer.network:
        return [], []
    if match.view_name == "web:profile":
        try:
            return [by_handle(viewer, viewer.network, names["handle"])], []
        except Absent:
            return [], []
    if match.view_name == "posts:thread" and statuses.position_of(viewer, names["post_id"]) is not None:
        return [], [names["post_id"]]
    return [], []


def _people(viewer: Viewer, q: str, limit: int) -> list[Persona]:
    return people.matching(viewer, q.removeprefix("@").partition("@")[0], limit) if q else []


def _posts(viewer: Viewer, q: str, limit: int) -> list[int]:
    asked = parse(q)
    return [] if asked.is_blank else [each.pk for each in posts(viewer, asked).rows[:limit]]
