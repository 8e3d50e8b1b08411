"""The request that every client makes again and again, the first page of the home feed, with nothing in between.

It answers exactly as the operation of that path does, from the same parts; a test holds the two equal, byte for byte.
Whatever is not a plain yes is left to the operation.
"""

from django.db import close_old_connections

from twofold.surfaces.api import doors
from twofold.surfaces.api.answers import ALWAYS, JSON, PRIVATE, allowance_headers
from twofold.surfaces.api.keys import key_of
from twofold.surfaces.api.queries import statuses
from twofold.surfaces.api.shapes.people import absolute
from twofold.surfaces.api.shapes.statuses import sewn

PATH = "/api/v1/timelines/home"
QUERIES = {"": 20} | {f"limit={number}": number for number in range(1, 41)}


def first_page(authorization: str, query: str) -> tuple[bytes, list[tuple[str, str]]] | None:
    """The body and the headers for the bearer of `authorization`; None for anything but a plain yes."""
    scheme, _space, token = authorization.partition(" ")
    limit = QUERIES.get(query)
    if limit is None or scheme != "Bearer":
        return None
    close_old_connections()
    bearer = doors.bearer(token.strip())
    if bearer is None or not bearer.viewer or not bearer.may("read:statuses"):
        return None
    allowed = doors.calls_allowed()
    left, ends = doors.calls.take(("token", bearer.token_id), allowed)
    if left < 0:
        return None
    page = statuses.home(bearer.viewer, None, limit, None)
    body = b"[" + b",".join(sewn(bearer.viewer, page.wanted, page.rows, key_of(bearer))) + b"]"
    headers = [*_COMMON, *allowance_headers(allowed, left, ends).items(), ("Content-Length", str(len(body)))]
    if page.wanted:
        start = absolute(PATH) + (f"?{query}&" if query else "?")
        older, newer = page.below or page.wanted[-1].id, page.wanted[0].id
        links = f'<{start}max_id={older}>; rel="next", <{start}min_id={newer}>; rel="prev"'
        headers.append(("Link", links))
    return body, headers


_COMMON = [*ALWAYS.items(), ("Content-Type", JSON), ("Cache-Control", PRIVATE)]
