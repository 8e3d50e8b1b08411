"""Streams are served by the front (config/asgi.py). Where only the pages are served, a browser is told not to wait."""

from django.http import HttpRequest, HttpResponse


def stream(request: HttpRequest, network: str) -> HttpResponse:
    return HttpResponse(status=204)
