"""Every way of saying no, drawn: as a page, as a line for a page that is already open (htmx), or as JSON under /api/.

The 404 says the same bytes to one viewer whatever the reason: it holds no form, no count, nothing of the address but
its network.
"""

from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render, resolve_url
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from twofold.foundation.kit.refusals import LinkGone, Refused

_SECRET = ("password", "csrf", "code", "token", "secret")
_LONGEST_KEPT = 20_000


def _is_machine(request: HttpRequest) -> bool:
    return request.path_info.startswith(("/api/", "/oauth/token", "/oauth/revoke"))


# Where things end by themselves: said of whatever is not there, so that it tells nothing of what was.
_STORY = "/social/stories/"


def _line(text: str, status: int) -> HttpResponse:
    """The answer to a request of script: the words alone; script shows them and keeps what was typed."""
    page = render_to_string("web/_refusal.html", {"text": text})
    return HttpResponse(page, status=status, headers={"HX-Reswap": "none"})


def _page(request: HttpRequest, template: str, status: int, **context) -> HttpResponse:
    return render(request, template, context, status=status)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What a form brought, less secrets: so that it can be shown and sent again."""
    pairs = [(name, value) for name, values in request.POST.lists() for value in values]
    return [
        (name, value)
        for name, value in pairs
        if len(value) <= _LONGEST_KEPT and not any(part in name.lower() for part in _SECRET)
    ]


def _own_referer(request: HttpRequest) -> str:
    """The page one comes from, as a path, if it is one of ours."""
    parts = urlsplit(request.headers.get("Referer", ""))
    if parts.netloc != request.get_host() or not parts.path.startswith("/") or parts.path.startswith("//"):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def absent(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: not there, or not for this viewer."""
    if _is_machine(request):
        return JsonResponse({"error": "Record not found"}, status=404)
    if request.headers.get("HX-Request"):
        return _line(_("This is not here, or not for you."), 404)
    key = isinstance(exception, LinkGone)
    return _page(request, "web/errors/absent.html", 404, story=_STORY in request.path, key=key)


def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """422 or 403: what was wished for cannot be; why, and everything that was typed."""
    status = 403 if refusal.forbidden else 422
    if _is_machine(request):
        return JsonResponse({"error": str(refusal.reason)}, status=status)
    if request.headers.get("HX-Request"):
        return _line(str(refusal.reason), status)
    return _page(
        request,
        "web/errors/refused.html",
        status,
        reason=refusal.reason,
        kept=[pair for pair in typed(request) if pair[1].strip()],
        back=_own_referer(request),
    )


def sign_in_needed(request: HttpRequest) -> HttpResponse:
    """The way in, and back here after it; somebody without a presence in this network is shown how to get one."""
    if _is_machine(request):
        return JsonResponse({"error": "The access token is invalid"}, status=401)
    reading = request.method in ("GET", "HEAD")
    back = request.get_full_path() if reading else _own_referer(request) or "/"
    door = "/welcome/" if request.user.is_authenticated else resolve_url(settings.LOGIN_URL)
    way = f"{door}?{urlencode({'next': back})}"
    if request.headers.get("HX-Request"):
        if reading:
            return HttpResponseClientRedirect(way)
        return _line(_("You are signed out. Sign in in another tab, then try again: nothing is lost."), 401)
    if reading or not typed(request):
        return HttpResponseRedirect(way)
    return _page(request, "web/errors/again.html", 401, way=way, kept=typed(request), signed_out=True)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose secret has gone: after signing in elsewhere, or long ago. One of ours may be sent again."""
    if _is_machine(request):
        return JsonResponse({"error": "CSRF"}, status=403)
    if request.headers.get("HX-Request"):
        return _line(_("This page is too old to be sent. Reload it: your draft is kept."), 403)
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    return _page(request, "web/errors/again.html", 403, kept=typed(request) if ours else [], signed_out=False)


def busy(request: HttpRequest) -> HttpResponse:
    """503: others have been writing for too long. Nothing was done; what was typed can be sent again as it is."""
    words = _(
        "Very much is being written just now. Nothing was done and nothing is lost: try again in a moment."
    )
    if _is_machine(request):
        response: HttpResponse = JsonResponse({"error": "Busy, try again"}, status=503)
    elif request.headers.get("HX-Request"):
        response = _line(words, 503)
    else:
        response = _page(request, "web/errors/busy.html", 503, kept=typed(request), words=words)
    response.headers["Retry-After"] = "3"
    return response


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return refused(request, Refused(_("That is not yours to do."), forbidden=True))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what came cannot be read. Drawn without asking who is looking: the request may be too broken for it."""
    if _is_machine(request):
        return JsonResponse({"error": "Bad request"}, status=400)
    words = str(exception) if isinstance(exception, BadRequest) else ""
    return HttpResponse(render_to_string("web/errors/unreadable.html", {"words": words}), status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault. Drawn without a database, since that may be what is broken."""
    if _is_machine(request):
        return JsonResponse({"error": "Something went wrong on our side"}, status=500)
    return HttpResponse(render_to_string("web/errors/broken.html"), status=500)
