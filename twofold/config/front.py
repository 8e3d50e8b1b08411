"""What every request meets first: who really sends it, over what, and the headers that no answer may lack."""

from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from twofold.config.upkeep import pulse
from twofold.foundation.kit.permissions import PERMISSIONS


class Front:
    """Sets the scheme from the base address and, behind `TWOFOLD_PROXIES` proxies, the sender's own address.

    The server speaks no TLS itself: when its address is https, whatever reaches it came through the proxy in front.
    What a client claims about either is never believed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        self.scheme = "https" if settings.SECURE else "http"
        self.proxies = settings.PROXIES

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        request.META["wsgi.url_scheme"] = self.scheme
        if self.proxies:
            request.META["REMOTE_ADDR"] = self._sender(request)
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        pulse.beat(request, response.status_code, perf_counter() - begun)
        return response

    def _sender(self, request: HttpRequest) -> str:
        """Each proxy adds the address it saw: the one that the outermost of ours added is true."""
        seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        return (
            seen[-self.proxies].strip()
            if len(seen) >= self.proxies and seen[-self.proxies].strip()
            else request.META.get("REMOTE_ADDR", "")
        )
