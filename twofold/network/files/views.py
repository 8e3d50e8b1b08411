"""A file with its versions, and the bytes of one: always as a file to keep, never shown within our pages."""

from typing import IO
from urllib.parse import quote

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.network.files import queries

_TYPES = {"pdf": "application/pdf", "webp": "image/webp", "csv": "text/csv", "ics": "text/calendar"}
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
}


@require_safe
def paper(request: HttpRequest, network: str, file_id: int) -> HttpResponse:
    return render(request, "files/paper.html", {"paper": queries.one(request.viewer.itself, file_id)})


@require_safe
def get(request: HttpRequest, network: str, file_id: int, number: int) -> HttpResponseBase:
    file, version, data = queries.opened(request.viewer.itself, file_id, number)
    name = f"{file.name.rpartition('.')[0]}.{version.ending}"
    return to_keep(data, name, version.bytes, _TYPES.get(version.ending, ""))


def to_keep(data: IO[bytes], name: str, size: int, kind: str = "") -> HttpResponseBase:
    """Bytes as a file to keep, never shown within our pages, whatever they are."""
    headers = {**_HEADERS, "Content-Length": str(size)}
    answer = FileResponse(data, content_type=kind or "application/octet-stream", headers=headers)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return answer
