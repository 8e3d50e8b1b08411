"""Requests of clients leave the pages' middleware here: no session, no cookie, no form token; a bearer or nobody."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Absent
from twofold.surfaces.api.answers import allow_everywhere, allowance_headers, error, not_found, preflight

CLIENTS = (
    "/api/v1/", "/api/v2/", "/nodeinfo/", "/.well-known/nodeinfo", "/.well-known/oauth-authorization-server",
)  # fmt: skip
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
        # A thread keeps the language of the page that it drew before.
        translation.deactivate()
        if request.META.get("twofold.too_large"):
            return _sealed(request, error(_("This is too large. Send a smaller file."), 413))
        return _sealed(request, _answer(request, path))


def _answer(request: HttpRequest, path: str) -> HttpResponse:
    try:
        # Some clients end every path with a slash.
        match = resolve(path.rstrip("/"))
        request.resolver_match = match
        return match.func(request, *match.args, **match.kwargs)
    except (Resolver404, Http404, Absent):
        return not_found()


def _sealed(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """With the headers that every answer has."""
    allowance = getattr(request, "allowance", None)
    if allowance:
        for name, value in allowance_headers(*allowance).items():
            answer.headers[name] = value
    if not answer.streaming:
        answer.headers["Content-Length"] = str(len(answer.content))
    return allow_everywhere(answer)
