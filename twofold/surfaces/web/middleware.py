"""How the house says no becomes an answer; and no shared machine keeps what somebody signed in was shown."""

from collections.abc import Callable

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from twofold.foundation.kit.passing import is_busy
from twofold.foundation.kit.refusals import Absent, Refused, SignInNeeded
from twofold.surfaces.web import errors
from twofold.surfaces.web.marks import HEADER, mark_of

_LEAVING = ("/account/logout/", "/account/close/")


class RefusalMiddleware:
    """Turns Refused, Absent and SignInNeeded into pages, lines or JSON; marks private pages `no-store`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.META.get("twofold.too_large"):
            return self.too_large(request)
        wanted = request.headers.get(HEADER)
        if wanted and request.method == "POST" and wanted != mark_of(request.viewer.itself):
            # What waited in this browser was written by somebody else.
            return HttpResponse(status=409)
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "no-store")
            self.say_whose(request, response)
        return response

    def say_whose(self, request: HttpRequest, response: HttpResponse) -> None:
        """A page says whose it is, to what the browser keeps of it; and whoever signs out leaves nothing there."""
        if response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html"):
            if mark := mark_of(request.viewer.itself):
                response.headers[HEADER] = mark
        elif request.method == "POST" and request.path in _LEAVING:
            response.headers["Clear-Site-Data"] = '"storage"'

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        match exception:
            case Absent():
                return errors.absent(request, exception)
            case SignInNeeded():
                return errors.sign_in_needed(request)
            case Refused():
                return errors.refused(request, exception)
            case OperationalError() if is_busy(exception):
                return errors.busy(request)
        return None

    def too_large(self, request: HttpRequest) -> HttpResponse:
        """413: the front has thrown away what came; all that can be told is why."""
        reason = _("This is more than 45 megabytes at once. Choose fewer or smaller files and send it again.")
        response = errors.refused(request, Refused(reason))
        response.status_code = 413
        return response
