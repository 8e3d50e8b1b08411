"""All style in one answer: the files of static/web/css in the order of their layers, named by what they hold.

No build step: a file that is put into css/parts is in the next answer (at the next start, or at once in debug mode).
"""

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

_FOLDER = Path(__file__).parent / "static" / "web" / "css"


@dataclass(frozen=True)
class Sheet:
    text: bytes
    packed: bytes
    name: str


def _read() -> Sheet:
    first = [_FOLDER / name for name in ("tokens.css", "base.css", "layout.css")]
    files = [
        *first,
        *sorted(_FOLDER.glob("parts/*.css")),
        *sorted(_FOLDER.glob("moods/*.css")),
        _FOLDER / "state.css",
    ]
    text = b"".join(file.read_bytes() for file in files)
    return Sheet(text, gzip.compress(text, 9, mtime=0), hashlib.sha256(text).hexdigest()[:12])


_kept = lru_cache(maxsize=1)(_read)


def sheet() -> Sheet:
    return _read() if settings.DEBUG else _kept()


def stylesheet_url() -> str:
    return reverse("style", args=[sheet().name])


def stylesheet(request: HttpRequest, name: str) -> HttpResponse:
    """The sheet, for a year where the name is the current one: its name changes with its text."""
    current = sheet()
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(
        current.packed if packed else current.text, content_type="text/css; charset=utf-8"
    )
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    lasting = name == current.name
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if lasting else "no-cache"
    response.headers["Vary"] = "Accept-Encoding"
    return response
