"""A picture's file, which a page of an album asks for two hundred times, with nothing in between.

It answers exactly as the view of that path does, from the same parts; a test holds the two equal, byte for byte.
Whatever is not a plain yes is left to the view: so what is hidden and what is absent take the same way there.
"""

import re
from http.cookies import CookieError, SimpleCookie

from django.conf import settings
from django.db import close_old_connections

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Absent
from twofold.network.media import queries, shelf
from twofold.network.media.actions import file_name
from twofold.network.media.views.serving import HEADERS, keeping
from twofold.people.accounts.queries import viewer_of_session

PATH = re.compile(r"^/media/([1-9A-HJ-NP-Za-km-z]{1,11})/(large|medium|small)\.webp$")
# What the middlewares add to every answer.
_COMMON = [
    ("Content-Type", "image/webp"),
    ("Content-Disposition", "inline"),
    ("Vary", "Accept-Language, Cookie"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    *HEADERS.items(),
]


def picture(path: str, cookies: str) -> tuple[bytes, list[tuple[str, str]]] | None:
    """The body and the headers for whoever the session's cookie stands for; None for anything but a plain yes."""
    match = PATH.match(path)
    if match is None:
        return None
    try:
        number = decode(match[1])
        viewer = viewer_of_session(_session(cookies), queries.network_of(number))
        found = queries.served(viewer, number)
    except (ValueError, Absent):
        return None
    data = shelf.read(shelf.PICTURES, file_name(number, match[2]))
    if data is None:
        return None
    headers = [("Cache-Control", keeping(found)), ("Content-Length", str(len(data)))]
    if settings.SECURE:
        headers.append(("Strict-Transport-Security", f"max-age={settings.SECURE_HSTS_SECONDS}"))
    return data, [*_COMMON, *headers]


def _session(cookies: str) -> str:
    close_old_connections()
    name = settings.SESSION_COOKIE_NAME
    if name not in cookies:
        return ""
    try:
        found = SimpleCookie(cookies).get(name)
    except CookieError:
        return ""
    return found.value if found else ""
