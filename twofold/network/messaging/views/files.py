"""The bytes of what lies in messages, each at the door of its message."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from twofold.foundation.kit.ids import encode
from twofold.network.files.views import to_keep
from twofold.network.media import shelf
from twofold.network.media.views.serving import CLOSED, piece
from twofold.network.messaging import queries
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


@require_safe
def file(request: HttpRequest, network: Network, attachment_id: int) -> HttpResponseBase:
    """A file to keep, or a voice note to be heard, piece by piece as the player asks."""
    me(request)
    found = queries.attachment(request.viewer, attachment_id)  # type: ignore[attr-defined]
    name = encode(found.pk)
    if found.voice:
        return piece(request, name + queries.SOUND, CLOSED, on=queries.SHELF, kind="audio/mp4")
    return to_keep(shelf.opened(queries.SHELF, name), found.name, found.bytes)
