"""Static files, before Django: as a middleware they would make every request cross between threads."""

from typing import Any
from wsgiref.headers import Headers
from wsgiref.types import WSGIApplication

from django.conf import settings
from servestatic import ServeStatic

# A name that tells its content, as the storage makes them: it never means anything else.
_IMMUTABLE = r"^.+\.[0-9a-f]{12}\..+$"


class Files(ServeStatic):
    """Gives what lies below STATIC_ROOT, compressed where it is, and everything else to the application."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self.application, name)


def with_files(application: WSGIApplication) -> Files:
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    return Files(
        application,
        root=settings.STATIC_ROOT,
        prefix=settings.STATIC_URL,
        autorefresh=settings.DEBUG,
        allow_all_origins=False,
        immutable_file_test=_IMMUTABLE,
        add_headers_function=_guard,
    )


def _guard(headers: Headers, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
