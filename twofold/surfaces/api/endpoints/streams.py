"""Pages of streams: ids in, the right part of the stream out, and the links to what lies before and after it."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse

from twofold.foundation.kit.ids import decode, encode
from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.models import Post
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed import queries as feed
from twofold.surfaces.api.answers import raw
from twofold.surfaces.api.endpoints.calls import Span, number
from twofold.surfaces.api.keys import key_of
from twofold.surfaces.api.queries import statuses
from twofold.surfaces.api.shapes.people import absolute
from twofold.surfaces.api.shapes.statuses import encoded

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


def page_of_home(viewer: Viewer, wanted: Span) -> tuple[list[int], int | None]:
    """Ids of the wanted part of the home feed, newest first, and the id to go on below of."""
    before = None
    if wanted.max_id:
        place = place_of(viewer, wanted.max_id)
        if place is None:
            return [], None
        before = f"{place[0]}-{encode(place[1])}"
    after = place_of(viewer, wanted.min_id or wanted.since_id) if wanted.min_id or wanted.since_id else None
    if wanted.min_id and after is not None and before is None:
        lines = feed.newer_ids(viewer, after, wanted.limit)
        return [line.post_id for line in lines], lines[-1].post_id if lines else None
    page = feed.home_ids(viewer, before, wanted.limit)
    ids = [line.post_id for line in page if after is None or (line.position, line.post_id) > after]
    if len(ids) < len(page.rows) or page.after is None:
        return ids, ids[-1] if ids else None
    return ids, decode(page.after.partition("-")[2])


def answer_with(request: HttpRequest, ids: Sequence[int], below: int | None = None) -> HttpResponse:
    """The statuses of `ids`, with links; `below` is the id to go on from when it is not the last one shown."""
    bearer = request.auth  # type: ignore[attr-defined]
    body = b"[" + b",".join(encoded(bearer.viewer, ids, key=key_of(bearer))) + b"]"
    answer = raw(body)
    last = below or (ids[-1] if ids else None)
    return link(request, answer, older=last, newer=ids[0] if ids else None)


def link(request: HttpRequest, answer: HttpResponse, *, older: object, newer: object = None) -> HttpResponse:
    """Say where the pages below and above are."""
    kept = {
        name: value for name, value in request.GET.items() if name not in {"max_id", "since_id", "min_id"}
    }
    base = absolute(request.path)
    parts = []
    if older:
        parts.append(f'<{base}?{urlencode({**kept, "max_id": older})}>; rel="next"')
    if newer:
        parts.append(f'<{base}?{urlencode({**kept, "min_id": newer})}>; rel="prev"')
    if parts:
        answer.headers["Link"] = ", ".join(parts)
    return answer
