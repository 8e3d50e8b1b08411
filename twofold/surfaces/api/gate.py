"""Requests of clients leave the pages' middleware here: no session, no cookie, no form token; a bearer or nobody."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from ninja.errors import HttpError

from twofold.foundation.kit.refusals import Absent
from twofold.surfaces.api.answers import allow_everywhere, error, not_found, preflight
from twofold.surfaces.api.endpoints.calls import Token
from twofold.surfaces.api.endpoints.timelines import home_page

CLIENTS = ("/api/v1/", "/api/v2/", "/nodeinfo/", "/.well-known/")
OPEN = ("/oauth/token", "/oauth/revoke")
HOME = "/api/v1/timelines/home"

_reader = Token("read:statuses")


class ApiGate:
    """The first middleware: answers clients at once, and lets everything else through to the pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not path.startswith(CLIENTS):
            if path not in OPEN:
                return self.get_response(request)
            answer = preflight() if request.method == "OPTIONS" else self.get_response(request)
            return allow_everywhere(answer)
        if request.method == "OPTIONS":
            return preflight()
        # A thread keeps the language of the page that it drew before.
        translation.deactivate()
        answer = _home(request) if path == HOME and request.method == "GET" else None
        return _sealed(request, answer or _answer(request, path))


def _home(request: HttpRequest) -> HttpResponse | None:
    """The request that every client makes again and again, without the reading of a signature; None to refuse it."""
    try:
        bearer = _reader(request)
        if bearer is None:
            return None
        request.auth = bearer  # type: ignore[attr-defined]
        request.resolver_match = _home_match()
        return home_page(request)
    except HttpError as problem:
        return error(str(problem), problem.status_code)


@cache
def _home_match() -> ResolverMatch:
    return resolve(HOME)


def _answer(request: HttpRequest, path: str) -> HttpResponse:
    try:
        match = resolve(path)
        request.resolver_match = match
        return match.func(request, *match.args, **match.kwargs)
    except (Resolver404, Http404, Absent):
        return not_found()


def _sealed(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """With the headers that every answer has."""
    allowance = getattr(request, "allowance", None)
    if allowance:
        allowed, left, ends = allowance
        headers = answer.headers
        headers["X-RateLimit-Limit"] = str(allowed)
        headers["X-RateLimit-Remaining"] = str(left)
        headers["X-RateLimit-Reset"] = f"{datetime.fromtimestamp(int(ends), UTC):%Y-%m-%dT%H:%M:%S}.000Z"
    if not answer.streaming:
        answer.headers["Content-Length"] = str(len(answer.content))
    return allow_everywhere(answer)
