"""Serving pictures, videos and captions: bytes of the kinds that we wrote and nothing else, each at its door."""

import re

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from twofold.foundation.kit.refusals import Absent
from twofold.network.media import queries, shelf
from twofold.network.media.actions import VARIANTS, captions_name, file_name, film_name, original_name
from twofold.network.media.queries import Served
from twofold.people.personas.viewers import Viewer

LASTING = "public, max-age=31536000, immutable"
# Never in a cache that several share: somebody who is blocked there is shown nothing, public things included.
OPEN = "private, max-age=86400, immutable"
CLOSED = "private, no-store"
NAMES = frozenset(each.name for each in VARIANTS)
TYPES = {"jpg": "image/jpeg", "webp": "image/webp"}
# So much of a video is given at once: its door is asked again for the next piece.
PIECE = 2 * 1024 * 1024
_RANGE = re.compile(r"^bytes=(\d{0,12})-(\d{0,12})$")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def _looked(request: HttpRequest, picture_id: int) -> tuple[Viewer, Served]:
    """Who is looking in the network that the picture is in, and what there is to serve. Absent as the door says."""
    viewer = request.viewer_in(queries.network_of(picture_id))
    return viewer, queries.served(viewer, picture_id)


@require_safe
def picture(request: HttpRequest, picture_id: int, variant: str) -> HttpResponse:
    """A picture, or the poster of a video."""
    if variant not in NAMES:
        raise Absent
    _viewer, found = _looked(request, picture_id)
    return _whole(shelf.PICTURES, file_name(picture_id, variant), "image/webp", keeping(found))


@require_safe
def film(request: HttpRequest, picture_id: int, height: int) -> HttpResponseBase:
    """A video in one of its sizes, piece by piece as the player asks."""
    _viewer, found = _looked(request, picture_id)
    if str(height) not in found.heights.split():
        raise Absent
    return piece(request, film_name(picture_id, height), keeping(found))


@require_safe
def captions(request: HttpRequest, picture_id: int) -> HttpResponse:
    _viewer, found = _looked(request, picture_id)
    if not found.captions:
        raise Absent
    return _whole(shelf.PICTURES, captions_name(picture_id), "text/vtt; charset=utf-8", CLOSED)


@require_safe
def original(request: HttpRequest, picture_id: int) -> HttpResponseBase:
    """What is kept at its full size, for its owner alone: without metadata, as everything here."""
    viewer, found = _looked(request, picture_id)
    if not viewer or found.author_id != viewer.id:
        raise Absent
    if found.heights and not found.original:
        height = int(found.heights.split()[0])
        answer = piece(request, film_name(picture_id, height), CLOSED)
        return _attached(answer, f"video-{height}.mp4")
    if not found.original:
        raise Absent
    name = original_name(picture_id, found.original)
    answer = _whole(shelf.PICTURES, name, TYPES[found.original], CLOSED)
    return _attached(answer, f"picture.{found.original}")


@require_safe
def portrait(request: HttpRequest, name: str, size: str) -> HttpResponse:
    """A picture of a persona: its name is a secret that is told only with the persona (docs/decisions/0006)."""
    answer = _whole(shelf.PORTRAITS, f"{name}-{size}.webp", "image/webp", LASTING)
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


def keeping(found: Served) -> str:
    return OPEN if found.is_public else CLOSED


def _attached(answer: HttpResponseBase, name: str) -> HttpResponseBase:
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _whole(shelf_name: str, name: str, kind: str, keeping: str) -> HttpResponse:
    data = shelf.read(shelf_name, name)
    if data is None:
        raise Absent
    headers = {**HEADERS, "Cache-Control": keeping, "Content-Disposition": "inline"}
    return HttpResponse(data, content_type=kind, headers=headers)


def piece(
    request: HttpRequest, name: str, keeping: str, *, on: str = shelf.PICTURES, kind: str = "video/mp4"
) -> HttpResponseBase:
    """The part of a video or a sound that was asked for, at most `PIECE` of it; 416 beyond its end. Or all of it."""
    headers = {
        **HEADERS, "Cache-Control": keeping, "Accept-Ranges": "bytes", "Content-Disposition": "inline"
    }  # fmt: skip
    span = _span(request.headers.get("Range", ""))
    if span is None:
        return FileResponse(shelf.opened(on, name), content_type=kind, headers=headers)
    found = shelf.read_part(on, name, *span)
    if found is None:
        raise Absent
    data, size = found
    start = span[0] if span[0] >= 0 else max(0, span[0] + size)
    if not data:
        return HttpResponse(status=416, headers={**headers, "Content-Range": f"bytes */{size}"})
    headers["Content-Range"] = f"bytes {start}-{start + len(data) - 1}/{size}"
    return HttpResponse(data, status=206, content_type=kind, headers=headers)


def _span(asked: str) -> tuple[int, int] | None:
    """Where a range begins (before zero: from the end) and how long it is; None for all, and for what is no range."""
    found = _RANGE.match(asked)
    if found is None or not (found[1] or found[2]):
        return None
    if not found[1]:
        return -int(found[2]), PIECE
    start = int(found[1])
    return start, min(PIECE, max(0, int(found[2]) - start + 1)) if found[2] else PIECE
