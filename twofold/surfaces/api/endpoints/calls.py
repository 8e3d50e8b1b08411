"""What every call has: a bearer with a scope, an allowance, a body in one of three forms, ids and spans."""

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParser, MultiPartParserError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from ninja.errors import HttpError
from ninja.security import HttpBearer

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.people.personas.models import Network, Persona
from twofold.surfaces.api import doors
from twofold.surfaces.api.queries.tokens import Bearer, nobody

_BIGGEST = 2**63 - 1


class Token(HttpBearer):
    """A token with one of the scopes (`a|b`); with `person`, one that acts for somebody."""

    def __init__(self, scope: str = "", *, person: bool = True, optional: bool = False):
        super().__init__()
        self.scope = scope
        self.person = person
        self.optional = optional

    def __call__(self, request: HttpRequest) -> Bearer | None:
        scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
        if not token:
            return self.stranger(request) if self.optional else None
        return self.authenticate(request, token.strip()) if scheme.lower() == "bearer" else None

    def authenticate(self, request: HttpRequest, token: str) -> Bearer | None:
        found = doors.bearer(token)
        if found is None:
            return None
        count(request, ("token", found.token_id))
        if self.scope and not any(found.may(scope) for scope in self.scope.split("|")):
            raise HttpError(403, _("This action is outside the authorized scopes"))
        if self.person and not self.optional and not found.viewer:
            raise HttpError(422, _("This method requires an authenticated user"))
        return found

    def stranger(self, request: HttpRequest) -> Bearer:
        count(request, ("address", request.META.get("REMOTE_ADDR", "")))
        network = request.GET.get("network", "")
        return nobody(network if network in Network.values else "")


def count(request: HttpRequest, key: object) -> None:
    """Take one call from the allowance of `key`, which no other token shares. Raises HttpError 429 at its end."""
    allowed = doors.calls_allowed()
    left, ends = doors.calls.take(key, allowed)
    request.allowance = (allowed, max(left, 0), ends)  # type: ignore[attr-defined]
    if left < 0:
        raise HttpError(429, _("Too many requests"))


def needs(scope: str = "", *, person: bool = True, optional: bool = False) -> dict[str, Any]:
    """Keyword arguments of an operation that asks for `scope`; described so in the document."""
    security: list[dict[str, list[str]]] = [{"Token": scope.split("|") if scope else []}]
    if optional:
        security.append({})
    return {
        "auth": Token(scope, person=person, optional=optional),
        "openapi_extra": {"security": security},
    }


def takes(**properties: str | dict[str, Any]) -> dict[str, Any]:
    """The document's word on a body: JSON, a form or a multipart form with these fields."""
    schema = {
        "type": "object",
        "properties": {
            name: {"type": each} if isinstance(each, str) else each for name, each in properties.items()
        },
    }
    kinds = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data")
    return {"requestBody": {"content": {kind: {"schema": schema} for kind in kinds}}}


def persona_of(request: HttpRequest) -> Persona:
    """Whom the token acts for."""
    persona = request.auth.viewer.persona  # type: ignore[attr-defined]
    assert persona is not None
    return persona


def fields(request: HttpRequest) -> dict[str, Any]:
    """The fields of a body, whatever its form. Names ending in [] are lists under the name without it.

    Raises Refused for what cannot be read.
    """
    kind = request.headers.get("Content-Type", "")
    if "json" in kind:
        return _json(request)
    form = request.POST if request.method == "POST" else _form(request, kind)
    if kind.startswith("multipart/") or form:
        return _plain(form)
    return {}


def _json(request: HttpRequest) -> dict[str, Any]:
    try:
        read = json.loads(request.body or b"{}")
    except (ValueError, RecursionError):
        raise Refused(_("The body is not JSON that can be read.")) from None
    if not isinstance(read, dict):
        raise Refused(_("The body must be a JSON object."))
    return read


def _form(request: HttpRequest, kind: str) -> MultiValueDict:
    if kind.startswith("multipart/"):
        try:
            form, files = MultiPartParser(
                request.META, request, request.upload_handlers, request.encoding
            ).parse()
        except MultiPartParserError:
            raise Refused(_("The form cannot be read.")) from None
        request._files = files  # type: ignore[attr-defined]
        return form
    return QueryDict(request.body, encoding=request.encoding)


def _plain(form: MultiValueDict) -> dict[str, Any]:
    return {
        name.removesuffix("[]"): form.getlist(name) if name.endswith("[]") else form.get(name)
        for name in form
    }


def text_in(body: dict[str, Any], name: str) -> str:
    """A field as text; empty when it is absent. Raises Refused for anything else."""
    value = body.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refused(_("%(field)s must be text.") % {"field": name}, field=name)
    return value


def flag_in(body: dict[str, Any], name: str) -> bool:
    return str(body.get(name, "")).lower() in {"true", "1", "on", "t", "yes"}


def list_in(body: dict[str, Any], name: str) -> list[str]:
    value = body.get(name) or []
    found = value if isinstance(value, list) else [value]
    return [str(each) for each in found if isinstance(each, str | int)]


def number(text: str) -> int:
    """The id behind `text`. What no id can be is absent like any other."""
    if text.isascii() and text.isdigit() and len(text) <= 19 and 0 < int(text) <= _BIGGEST:
        return int(text)
    raise Absent


def numbers(texts: list[str]) -> list[int]:
    """Those of `texts` that can be ids."""
    found = []
    for text in texts[:80]:
        try:
            found.append(number(text))
        except Absent:
            continue
    return found


@dataclass(frozen=True, slots=True)
class Span:
    """Which part of a stream is wanted; the ids as they came."""

    max_id: str = ""
    since_id: str = ""
    min_id: str = ""
    limit: int = 20


def span(request: HttpRequest, *, default: int = 20, most: int = 40) -> Span:
    query = request.GET
    try:
        limit = int(query.get("limit", default))
    except ValueError:
        limit = default
    return Span(
        query.get("max_id", ""), query.get("since_id", ""), query.get("min_id", ""), max(1, min(limit, most))
    )
