"""The two requests that do not go through Django's handler (docs/decisions/0030 and 0061)."""

from collections.abc import Iterable
from time import perf_counter
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.db import DatabaseError

from twofold.config.upkeep import pulse
from twofold.foundation.kit.permissions import PERMISSIONS
from twofold.surfaces.api import hot
from twofold.surfaces.web import hot as pictures


class Hot:
    """Answers the first page of a home feed as JSON and pictures by itself, and gives the rest to `application`."""

    def __init__(self, application: WSGIApplication):
        self.application = application

    def __getattr__(self, name: str) -> Any:
        return getattr(self.application, name)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"] == hot.PATH and environ["REQUEST_METHOD"] == "GET":
            begun = perf_counter()
            try:
                found = hot.first_page(environ.get("HTTP_AUTHORIZATION", ""), environ.get("QUERY_STRING", ""))
            except DatabaseError:
                # Django's handler closes what is broken and says what has to be said.
                found = None
            if found is not None:
                body, headers = found
                pulse.tally("GET", "json:home", 200, perf_counter() - begun)
                start_response("200 OK", [*headers, ("Permissions-Policy", PERMISSIONS)])
                return [body]
        if environ["PATH_INFO"].startswith("/media/") and environ["REQUEST_METHOD"] == "GET":
            begun = perf_counter()
            try:
                found = pictures.picture(environ["PATH_INFO"], environ.get("HTTP_COOKIE", ""))
            except DatabaseError:
                found = None
            if found is not None:
                body, headers = found
                pulse.tally("GET", "media:picture", 200, perf_counter() - begun)
                start_response("200 OK", [*headers, ("Permissions-Policy", PERMISSIONS)])
                return [body]
        return self.application(environ, start_response)
