"""Requests of clients leave the pages' middleware here: no session, no cookie, no form token; a bearer or nobody."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from twofold.foundation.kit.refusals import Absent
from twofold.surfaces.api.answers import allow_everywhere, not_found, preflight

CLIENTS = ("/api/v1/", "/api/v2/", "/nodeinfo/", "/.well-known/")
OPEN = ("/oauth/token", "/oauth/revoke")


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
        return allow_everywhere(_answer(request, path))


def _answer(request: HttpRequest, path: str) -> HttpResponse:
    try:
        match = resolve(path)
        request.resolver_match = match
        return match.func(request, *match.args, **match.kwargs)
    except (Resolver404, Http404, Absent):
        return not_found()
