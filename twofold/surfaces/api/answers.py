"""What clients get: JSON, errors as {"error": …}, headers that let any page in a browser read it."""

from datetime import UTC, datetime
from typing import Any

import msgspec
from django.http import HttpResponse
from django.utils.translation import gettext as _

_encoder = msgspec.json.Encoder()
JSON = "application/json; charset=utf-8"
EXPOSED = "Link, X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining, X-Request-Id, Idempotency-Key"


PRIVATE = "private, no-store"
# No cookie counts at this door, so any page may call it.
ALWAYS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": EXPOSED,
    "X-Content-Type-Options": "nosniff",
}


def raw(body: bytes, status: int = 200) -> HttpResponse:
    """JSON that is encoded already. Nothing of it is ever kept by a shared cache."""
    answer = HttpResponse(body, status=status, content_type=JSON)
    answer.headers["Cache-Control"] = PRIVATE
    return answer


def reply(value: Any, status: int = 200) -> HttpResponse:
    return raw(_encoder.encode(value), status)


def error(words: str, status: int) -> HttpResponse:
    return reply({"error": str(words)}, status)


def not_found() -> HttpResponse:
    """The one answer to what is not there and to what is not for this caller."""
    return error(_("Record not found"), 404)


def allow_everywhere(answer: HttpResponse) -> HttpResponse:
    for name, value in ALWAYS.items():
        answer.headers[name] = value
    return answer


def allowance_headers(allowed: int, left: int, ends: float) -> dict[str, str]:
    """How many calls are left of how many, and until when."""
    return {
        "X-RateLimit-Limit": str(allowed),
        "X-RateLimit-Remaining": str(left),
        "X-RateLimit-Reset": f"{datetime.fromtimestamp(int(ends), UTC):%Y-%m-%dT%H:%M:%S}.000Z",
    }


def preflight() -> HttpResponse:
    answer = HttpResponse(status=204)
    answer.headers["Access-Control-Allow-Methods"] = "GET, POST, PUT, PATCH, DELETE, OPTIONS"
    answer.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type, Idempotency-Key"
    answer.headers["Access-Control-Max-Age"] = "86400"
    return allow_everywhere(answer)
