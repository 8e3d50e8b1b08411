"""How the house says no becomes an answer; and no shared machine keeps what somebody signed in was shown."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Absent, Refused, SignInNeeded
from twofold.surfaces.web import errors


class RefusalMiddleware:
    """Turns Refused, Absent and SignInNeeded into pages, lines or JSON; marks private pages `no-store`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.META.get("twofold.too_large"):
            return self.too_large(request)
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES and "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        match exception:
            case Absent():
                return errors.absent(request)
            case SignInNeeded():
                return errors.sign_in_needed(request)
            case Refused():
                return errors.refused(request, exception)
        return None

    def too_large(self, request: HttpRequest) -> HttpResponse:
        """413: the front has thrown away what came; all that can be told is why."""
        reason = _(
            "This is more than 45 megabytes at once. Choose fewer or smaller pictures and send it again."
        )
        response = errors.refused(request, Refused(reason))
        response.status_code = 413
        return response
