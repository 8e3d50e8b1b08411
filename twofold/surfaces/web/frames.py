"""Pages of which the frame is drawn once for a person and kept; what is new at each reading is put into it, encoded.

A frame is what stands around a feed: the bar, the rail, the composer. It hangs on who reads, on the numbers in the bar
and on what the page says in its key, and on nothing else. The parts of it that differ each time are its holes.
"""

import re
import secrets
from collections.abc import Hashable, Mapping
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import get_language
from markupsafe import Markup

from twofold.foundation.kit.kept import Kept
from twofold.surfaces.web.context import looks_of

# Nobody can write one of these into what they post.
_MARK = f"hole{secrets.token_hex(12)}"
_HOLE = re.compile(_MARK + r"([a-z]+)\.")
_SECRET = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")[^"]+')

# What stands before a hole, the name of the hole, what stands after it, and so on.
Frame = tuple[list[bytes], list[str]]
_frames: Kept[Frame] = Kept(1_000)


def hole(name: str) -> Markup:
    """What a template is given for something that differs each time: a name of small letters."""
    return Markup(f"{_MARK}{name}.")


def fits(request: HttpRequest) -> bool:
    """Whether nothing is to be said once: that would stand in the frame for good."""
    return not len(get_messages(request))


def framed(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    filling: Mapping[str, bytes],
    key: tuple[Hashable, ...],
) -> HttpResponse:
    """As `render`. `context` has a `hole` for each thing in `filling`; `key` is all else that the page hangs on."""
    whole = (template, get_language(), *looks_of(request), *key)
    pieces, names = _frames.get(whole) or _frames.put(whole, _drawn(request, template, context))
    there = {**filling, "secret": get_token(request).encode()}
    page = [pieces[0]]
    for name, piece in zip(names, pieces[1:], strict=True):
        page += [there[name], piece]
    return HttpResponse(b"".join(page))


def _drawn(request: HttpRequest, template: str, context: Mapping[str, Any]) -> Frame:
    html = _SECRET.sub(hole("secret"), render_to_string(template, dict(context), request))
    parts = _HOLE.split(html)
    return [part.encode() for part in parts[::2]], parts[1::2]
