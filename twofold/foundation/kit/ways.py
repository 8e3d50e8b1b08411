"""Where a form stood, and so where its sender goes back to; always a page of ours."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request: HttpRequest, otherwise: str) -> str:
    """The address that the form names as `next`, else the page it was sent from, else `otherwise`."""
    wanted = request.POST.get("next", "") or _sent_from(request)
    ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours else otherwise


def _sent_from(request: HttpRequest) -> str:
    """The page that the browser says it comes from, when that is on this host."""
    try:
        parts = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return ""
    if parts.netloc != request.get_host():
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")
