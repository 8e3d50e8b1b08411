"""Writes of applications and tokens."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from oauth2_provider.generators import generate_client_secret

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.posts.models import Post
from twofold.people.personas.models import Persona
from twofold.surfaces.api.doors import forget_bearers
from twofold.surfaces.api.models import AccessToken, Application, Grant, Marker, RefreshToken
from twofold.surfaces.api.scopes import DEFAULT, KNOWN

# Addresses that would run in the browser, or read its files, instead of leading back to a program.
_DANGEROUS = {"javascript", "data", "vbscript", "file", "blob", "about", "view-source", "ws", "wss", "ftp"}
MAX_REDIRECTS = 10


def register(
    *, name: str, redirect_uris: list[str], scopes: str = "", website: str = ""
) -> tuple[Application, str]:
    """A new application and its secret, which is told only now.

    Raises Refused for an empty name, an address that leads nowhere, or a scope that does not exist.
    """
    name, website = clean_line(name)[:80], website.strip()[:200]
    if not name:
        raise Refused(_("Say what the application is called (client_name)."), field="client_name")
    if website and urlsplit(website).scheme not in {"http", "https"}:
        website = ""
    secret = generate_client_secret()
    application = Application.objects.create(
        name=name,
        website=website,
        redirect_uris=" ".join(_checked_redirects(redirect_uris)),
        scopes=" ".join(_checked_scopes(scopes)),
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_AUTHORIZATION_CODE,
        client_secret=secret,
    )
    return application, secret


def _checked_scopes(text: str) -> list[str]:
    scopes = sorted(set(text.split())) or [DEFAULT]
    unknown = [scope for scope in scopes if scope not in KNOWN]
    if unknown:
        raise Refused(_("There is no such scope: %(scope)s") % {"scope": unknown[0][:60]}, field="scopes")
    return scopes


def _checked_redirects(uris: list[str]) -> list[str]:
    found = [uri for text in uris for uri in text.split()]
    if not 0 < len(found) <= MAX_REDIRECTS:
        raise Refused(_("Give between one and ten addresses to return to."), field="redirect_uris")
    for uri in found:
        if not _leads_back(uri):
            raise Refused(
                _("This address cannot be returned to: %(uri)s") % {"uri": uri[:200]}, field="redirect_uris"
            )
    return found


def _leads_back(uri: str) -> bool:
    if len(uri) > 2000 or not uri.isascii() or "#" in uri or not uri.isprintable():
        return False
    try:
        parts = urlsplit(uri)
    except ValueError:
        return False
    if not parts.scheme or parts.scheme in _DANGEROUS or "@" in parts.netloc:
        return False
    return bool(parts.netloc) if parts.scheme in {"http", "https"} else True


@transaction.atomic
def end(persona: Persona, *, application_id: int) -> None:
    """End everything that this application may do for `persona`, here and now."""
    for kind in (Grant, RefreshToken, AccessToken):
        kind.objects.filter(user=persona, application_id=application_id).delete()
    transaction.on_commit(forget_bearers)


def once(write: Callable[[], Post]) -> Post:
    """What `write` makes under its key. Two requests at the same time end as one: the later one finds the other's."""
    try:
        return write()
    except IntegrityError:
        return write()


@transaction.atomic
def set_marker(persona: Persona, *, timeline: str, last_read_id: str) -> Marker:
    marker, _made = Marker.objects.get_or_create(
        persona=persona, timeline=timeline, defaults={"at": clock.now(), "last_read_id": last_read_id}
    )
    marker.last_read_id, marker.at, marker.version = last_read_id, clock.now(), marker.version + 1
    marker.save()
    return marker


def sweep() -> None:
    """Forget what ended: expired tokens and permissions."""
    moment = clock.now()
    Grant.objects.filter(expires__lt=moment).delete()
    AccessToken.objects.filter(expires__lt=moment, refresh_token=None).delete()
    AccessToken.objects.filter(expires__lt=moment - timedelta(days=90)).delete()
    RefreshToken.objects.filter(revoked=None, access_token=None).delete()
    RefreshToken.objects.filter(revoked__lt=moment - timedelta(days=90)).delete()


def erase(persona_id: int) -> None:
    """Everything that programs may do and have marked for a persona that is gone for good."""
    for model in (RefreshToken, AccessToken, Grant):
        model.objects.filter(user=persona_id).delete()
    Marker.objects.filter(persona=persona_id).delete()
