"""Pages of streams: ids in, the right part of the stream out, and the links to what lies before and after it."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.models import Post
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed import queries as feed
from twofold.surfaces.api.answers import raw
from twofold.surfaces.api.endpoints.calls import Span, number
from twofold.surfaces.api.keys import key_of
from twofold.surfaces.api.queries import statuses
from twofold.surfaces.api.shapes.people import absolute
from twofold.surfaces.api.shapes.statuses import encoded, sewn

Place = tuple[int, int]


def place_of(viewer: Viewer, text: str) -> Place | None:
    """Where the post with this id stands: (position, id). Hidden and absent are the same None."""
    try:
        post_id = number(text)
    except Absent:
        return None
    position = statuses.position_of(viewer, post_id)
    return None if position is None else (position, post_id)


def page_of_posts(viewer: Viewer, posts: QuerySet[Post], wanted: Span) -> list[int]:
    """Ids of the wanted part of a stream of posts, newest first."""
    if wanted.max_id:
        before = place_of(viewer, wanted.max_id)
        if before is None:
            return []
        posts = posts.filter(Q(position__lt=before[0]) | Q(position=before[0], pk__lt=before[1]))
    after = place_of(viewer, wanted.min_id or wanted.since_id)
    if after is not None:
        posts = posts.filter(Q(position__gt=after[0]) | Q(position=after[0], pk__gt=after[1]))
    if wanted.min_id and after is not None:
        rows = posts.order_by("position", "pk").values_list("pk", flat=True)[: wanted.limit]
        return list(rows)[::-1]
    return list(posts.order_by("-position", "-pk").values_list("pk", flat=True)[: wanted.limit])


def home_of(request: HttpRequest, viewer: Viewer, wanted: Span) -> HttpResponse:
    """The wanted part of the home feed, newest first."""
    after = place_of(viewer, wanted.min_id or wanted.since_id) if wanted.min_id or wanted.since_id else None
    before = None
    if wanted.max_id:
        place = place_of(viewer, wanted.max_id)
        if place is None:
            return answer_with(request, [])
        before = f"{place[0]}-{encode(place[1])}"
    elif wanted.min_id and after is not None:
        return answer_with(request, [line.post_id for line in feed.newer_ids(viewer, after, wanted.limit)])
    page = statuses.home(viewer, before, wanted.limit, after)
    found = sewn(viewer, page.wanted, page.rows, key_of(request.auth))  # type: ignore[attr-defined]
    return _linked(request, found, [row.id for row in page.wanted], page.below)


def answer_with(request: HttpRequest, ids: Sequence[int]) -> HttpResponse:
    """The statuses of `ids`, with links."""
    bearer = request.auth  # type: ignore[attr-defined]
    return _linked(request, encoded(bearer.viewer, ids, key=key_of(bearer)), ids)


def _linked(
    request: HttpRequest, found: list[bytes], ids: Sequence[int], below: int | None = None
) -> HttpResponse:
    """`below` is the id to go on from when it is not the last one shown."""
    answer = raw(b"[" + b",".join(found) + b"]")
    return link(request, answer, older=below or (ids[-1] if ids else None), newer=ids[0] if ids else None)


def link(request: HttpRequest, answer: HttpResponse, *, older: object, newer: object = None) -> HttpResponse:
    """Say where the pages below and above are."""
    places = {"max_id", "since_id", "min_id"}
    kept = [(name, value) for name, value in request.GET.items() if name not in places]
    start = absolute(request.path) + (f"?{urlencode(kept)}&" if kept else "?")
    parts = [
        f'<{start}{name}={place}>; rel="{relation}"'
        for name, place, relation in (("max_id", older, "next"), ("min_id", newer, "prev"))
        if place
    ]
    if parts:
        answer.headers["Link"] = ", ".join(parts)
    return answer
