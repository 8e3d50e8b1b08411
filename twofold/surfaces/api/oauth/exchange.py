"""Codes, secrets and refresh tokens against tokens; and the end of tokens."""

import json
import time

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from oauth2_provider.oauth2_backends import get_oauthlib_core

from twofold.surfaces.api.answers import error, raw, reply
from twofold.surfaces.api.doors import WINDOW, Window, forget_bearers

# Guessing at secrets costs time here and is worth none: per address, not per person.
attempts = Window(WINDOW)
ATTEMPTS_ALLOWED = 60


def exchange(request: HttpRequest) -> HttpResponse:
    """A token, or the standard's error; with `created_at`, which the field's clients read."""
    if attempts.take(request.META.get("REMOTE_ADDR", ""), ATTEMPTS_ALLOWED)[0] < 0:
        return error(_("Too many attempts. Wait five minutes."), 429)
    _uri, headers, body, status = get_oauthlib_core().create_token_response(request)
    if status == 200:
        answer = reply({**json.loads(body), "created_at": int(time.time())})
    else:
        answer = raw((body or "").encode(), status)
    for name, value in (headers or {}).items():
        if name.lower() not in {"content-type", "location", "cache-control"}:
            answer.headers[name] = value
    return answer


def revoke(request: HttpRequest) -> HttpResponse:
    """End a token of the application that asks, with its refresh token; an unknown one is ended already."""
    _uri, _headers, body, status = get_oauthlib_core().create_revocation_response(request)
    forget_bearers()
    return reply({}) if status == 200 else raw((body or "{}").encode(), status)
