"""Pages travel compressed. Quick rather than small: a page of cards shrinks to a tenth as fast as to a ninth."""

import gzip
import io
import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

_LEAST = 900
_LEVEL = 3
_KINDS = ("text/", "application/json", "application/javascript", "image/svg+xml")


class PackingMiddleware:
    """Compresses what is text, is not compressed yet, and is worth it, for browsers that can read it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.streaming or response.has_header("Content-Encoding") or len(response.content) < _LEAST:
            return response
        if not response.headers.get("Content-Type", "").startswith(_KINDS):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            response.content = packed(response.content)
            response.headers["Content-Encoding"] = "gzip"
            response.headers["Content-Length"] = str(len(response.content))
        return response


def packed(content: bytes) -> bytes:
    """`content` as gzip. A name of random length in its head hides how well secrets in it happen to compress."""
    out = io.BytesIO()
    name = "x" * secrets.randbelow(48)
    with gzip.GzipFile(name, "wb", compresslevel=_LEVEL, fileobj=out, mtime=0) as file:
        file.write(content)
    return out.getvalue()
