"""The JSON door as a whole: its document at /api/docs, and how it says no."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from twofold.foundation.kit.refusals import Absent, Refused, SignInNeeded
from twofold.surfaces.api.answers import error, not_found
from twofold.surfaces.api.endpoints import (
    accounts,
    applications,
    grouped,
    instance,
    media,
    notifications,
    people,
    polls,
    quiet,
    scheduled,
    search,
    statuses,
    timelines,
    worth,
)
from twofold.surfaces.api.endpoints.schemas import Error

_NOES = {
    401: "No token, or one that opens nothing",
    403: "The token does not reach so far",
    404: "Not there, or not for this caller",
    422: "Refused, in words",
    429: "Too many",
}


class Door(NinjaAPI):
    """The document says of every operation how it can say no."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        schema["components"]["schemas"]["Error"] = Error.model_json_schema()
        said = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
        for path in schema["paths"].values():
            for operation in path.values():
                for status, words in _NOES.items():
                    operation["responses"].setdefault(status, {"description": words, "content": said})
        return schema


api = Door(
    title="Twofold",
    version="1.0",
    description=(
        "The field's client interface, one network at a time: a token acts for one persona. "
        "Register at POST /api/v1/apps, send people to /oauth/authorize, fetch tokens at /oauth/token."
    ),
    docs_url="docs",
    openapi_url="openapi.json",
    urls_namespace="json",
)

for router in (
    instance.router,
    applications.router,
    accounts.router,
    worth.router,
    people.router,
    search.router,
    timelines.router,
    statuses.router,
    polls.router,
    scheduled.router,
    media.router,
    notifications.router,
    grouped.router,
    quiet.router,
):
    api.add_router("", router)


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, problem: AuthenticationError) -> HttpResponse:
    answer = error(_("The access token is invalid"), 401)
    answer.headers["WWW-Authenticate"] = 'Bearer realm="Twofold", error="invalid_token"'
    return answer


@api.exception_handler(HttpError)
def _refused_by_rule(request: HttpRequest, problem: HttpError) -> HttpResponse:
    return error(str(problem), problem.status_code)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, problem: Refused) -> HttpResponse:
    return error(str(problem.reason), 403 if problem.forbidden else 422)


@api.exception_handler(Absent)
@api.exception_handler(Http404)
def _absent(request: HttpRequest, problem: Exception) -> HttpResponse:
    return not_found()


@api.exception_handler(SignInNeeded)
def _needs_person(request: HttpRequest, problem: SignInNeeded) -> HttpResponse:
    return error(_("This method requires an authenticated user"), 422)


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    places = ", ".join(sorted({str(each["loc"][-1]) for each in problem.errors if each.get("loc")}))
    return error(_("This cannot be read: %(fields)s") % {"fields": places}, 422)
