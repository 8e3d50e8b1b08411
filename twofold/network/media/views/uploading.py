"""Uploads in pieces, by the protocol tus 1.0 (creation, expiration, termination), under the network they are for.

What a browser does besides: GET of the list says what can be continued, GET of one says what came of it.
"""

from base64 import b64decode
from binascii import Error
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Refused
from twofold.network.media import actions, policies, queries
from twofold.network.media.actions import Elsewhere
from twofold.network.media.models import Upload
from twofold.people.personas.acting import me
from twofold.people.personas.models import Persona

VERSION = "1.0.0"
BLOCK = 256 * 1024
_PIECES = "application/offset+octet-stream"


@require_http_methods(["OPTIONS", "GET", "POST"])
def uploads(request: HttpRequest, network: str) -> HttpResponse:
    """POST begins an upload; GET tells which can be continued."""
    if request.method == "OPTIONS":
        return _tus(HttpResponse(status=204))
    author = me(request)
    if request.method == "GET":
        found = [_told(network, each) for each in queries.unfinished(author)]
        return _private(JsonResponse({"uploads": found}))
    length, words = request.headers.get("Upload-Length", ""), _metadata(request)
    if not (length.isascii() and length.isdigit() and len(length) <= 15):
        return _tus(HttpResponse(status=400))
    try:
        begun = actions.begin_upload(
            author,
            name=words.get("filename", ""),
            length=int(length),
            mime=words.get("filetype", ""),
            mark=words.get("mark", ""),
        )
    except Refused as refusal:
        status = 413 if int(length) > policies.MAX_BYTES else 422
        return _tus(JsonResponse({"problem": str(refusal.reason)}, status=status))
    answer = _tus(JsonResponse(_told(network, begun), status=201), begun)
    answer.headers["Location"] = _href(network, begun)
    return answer


@require_http_methods(["HEAD", "GET", "PATCH", "DELETE"])
def upload(request: HttpRequest, network: str, upload_id: int) -> HttpResponse:
    """HEAD says where to go on, PATCH brings a piece, DELETE gives it up, GET says what came of it."""
    author = me(request)
    if request.method == "DELETE":
        actions.end_upload(author, upload_id=upload_id)
        return _tus(HttpResponse(status=204))
    if request.method == "PATCH":
        return _patched(request, author, network, upload_id)
    found = queries.upload_of(author, upload_id)
    if request.method == "HEAD":
        return _tus(HttpResponse(), found)
    return _private(JsonResponse(_told(network, found)))


def _patched(request: HttpRequest, author: Persona, network: str, upload_id: int) -> HttpResponse:
    offset = request.headers.get("Upload-Offset", "")
    if request.content_type != _PIECES:
        return _tus(HttpResponse(status=415))
    if not (offset.isascii() and offset.isdigit() and len(offset) <= 15):
        return _tus(HttpResponse(status=400))
    try:
        found = actions.add_piece(author, upload_id=upload_id, offset=int(offset), chunks=_pieces(request))
    except Elsewhere as elsewhere:
        answer = _tus(HttpResponse(status=409))
        answer.headers["Upload-Offset"] = str(elsewhere.args[0])
        return answer
    return _tus(HttpResponse(status=204), found)


def _pieces(request: HttpRequest) -> Iterator[bytes]:
    while block := request.read(BLOCK):
        yield block


def _href(network: str, upload: Upload) -> str:
    return reverse("pictures:upload", args=[network, upload.pk])


def _told(network: str, upload: Upload) -> dict[str, object]:
    """An upload for script: how far it is, and the picture or the problem that came of it."""
    return {
        "href": _href(network, upload),
        "name": upload.name,
        "mark": upload.mark,
        "length": upload.length,
        "offset": upload.offset,
        "expires": upload.expires_at.isoformat(),
        "picture": encode(upload.picture_id) if upload.picture_id else "",
        "kind": upload.picture.kind if upload.picture else "",
        "problem": upload.problem,
    }


def _metadata(request: HttpRequest) -> dict[str, str]:
    """The pairs of Upload-Metadata: a name and, in base 64, what it says."""
    found = {}
    for pair in request.headers.get("Upload-Metadata", "")[:4000].split(","):
        name, _space, value = pair.strip().partition(" ")
        try:
            found[name] = b64decode(value, validate=True).decode("utf-8", "replace")
        except (Error, ValueError):
            continue
    return found


def _tus(answer: HttpResponse, upload: Upload | None = None) -> HttpResponse:
    answer.headers["Tus-Resumable"] = VERSION
    answer.headers["Tus-Version"] = VERSION
    answer.headers["Tus-Extension"] = "creation,expiration,termination"
    answer.headers["Tus-Max-Size"] = str(policies.MAX_FILM_BYTES)
    if upload is not None:
        answer.headers["Upload-Offset"] = str(upload.offset)
        answer.headers["Upload-Length"] = str(upload.length)
        answer.headers["Upload-Expires"] = http_date(upload.expires_at.timestamp())
    return _private(answer)


def _private(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "no-store"
    return answer
