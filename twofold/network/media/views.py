"""Serving pictures: bytes that are WebP and nothing else, whatever was once uploaded."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from twofold.foundation.kit.refusals import Absent
from twofold.network.media import queries, shelf
from twofold.network.media.actions import VARIANTS, file_name
from twofold.people.audiences.models import Scope

LASTING = "public, max-age=31536000, immutable"
# Never in a cache that several share: somebody who is blocked there is shown nothing, public things included.
OPEN = "private, max-age=86400"
NAMES = frozenset(each.name for each in VARIANTS)


@require_safe
def picture(request: HttpRequest, picture_id: int, variant: str) -> HttpResponse:
    """A picture of a post, at its door. The viewer is who one is in the network that the picture is in."""
    if variant not in NAMES:
        raise Absent
    viewer = request.viewer_in(queries.network_of(picture_id))  # type: ignore[attr-defined]
    everyone = queries.reach_of(viewer, picture_id) == Scope.EVERYONE
    return _answer(shelf.PICTURES, file_name(picture_id, variant), OPEN if everyone else "private, no-store")


@require_safe
def portrait(request: HttpRequest, name: str, size: str) -> HttpResponse:
    """A picture of a persona: its name is a secret that is told only with the persona (docs/decisions/0006)."""
    return _answer(shelf.PORTRAITS, f"{name}-{size}.webp", LASTING)


def _answer(shelf_name: str, name: str, keeping: str) -> HttpResponse:
    data = shelf.read(shelf_name, name)
    if data is None:
        raise Absent
    return HttpResponse(
        data,
        content_type="image/webp",
        headers={
            "Cache-Control": keeping,
            "X-Content-Type-Options": "nosniff",
            "Content-Disposition": "inline",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cross-Origin-Resource-Policy": "same-origin" if keeping != LASTING else "cross-origin",
        },
    )
