"""Style in few answers, each named by what it holds: one that every page wears, and one for each room.

No build step: a file that is put into css/parts is in the next answer (at the next start, or at once in debug mode).
A file css/rooms/NAME.css is worn by the pages of the app NAME, and by each page that says {% set styles = "NAME" %}.
"""

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

_FOLDER = Path(__file__).parent / "static" / "web" / "css"
_COMMON = "all"


@dataclass(frozen=True)
class Sheet:
    text: bytes
    packed: bytes
    name: str


def _files(room: str) -> list[Path]:
    if room != _COMMON:
        return [_FOLDER / "rooms" / f"{room}.css"]
    first = [_FOLDER / name for name in ("tokens.css", "base.css", "layout.css")]
    parts, moods = sorted(_FOLDER.glob("parts/*.css")), sorted(_FOLDER.glob("moods/*.css"))
    return [*first, *parts, *moods, _FOLDER / "state.css"]


def _read(room: str) -> Sheet:
    text = b"".join(file.read_bytes() for file in _files(room))
    return Sheet(text, gzip.compress(text, 9, mtime=0), hashlib.sha256(text).hexdigest()[:12])


_kept = lru_cache(_read)


@lru_cache(maxsize=1)
def rooms() -> frozenset[str]:
    return frozenset(file.stem for file in _FOLDER.glob("rooms/*.css"))


def sheet(room: str = _COMMON) -> Sheet:
    return _read(room) if settings.DEBUG else _kept(room)


def stylesheet_url(room: str = _COMMON) -> str:
    return reverse("style", args=[room, sheet(room).name])


def worn(request: HttpRequest, styles: str) -> list[str]:
    """Addresses of what a page wears besides: its app's sheet and those it names, parted by spaces."""
    found = getattr(request, "resolver_match", None)
    own = found.namespace if found and found.namespace in rooms() else ""
    return [stylesheet_url(room) for room in dict.fromkeys([own, *styles.split()]) if room]


def stylesheet(request: HttpRequest, room: str, name: str) -> HttpResponse:
    """A sheet, for a year where the name is the current one: its name changes with its text."""
    if room != _COMMON and room not in rooms():
        raise Http404
    current = sheet(room)
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
