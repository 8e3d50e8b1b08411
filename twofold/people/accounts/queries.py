"""Reads of the wall. Nothing here returns two personas of one account to anyone but their owner."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.people.accounts.models import Account, Presence, Telling, Tether
from twofold.people.accounts.sessions import SessionStore
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

ID, BACKEND, DIGEST = "_auth_user_id", "_auth_user_backend", "_auth_user_hash"


@dataclass(frozen=True)
class Place:
    """One session of an account as its owner sees it: `mark` names it in a form."""

    mark: str
    browser: str
    address: str
    began: datetime
    here: bool


@dataclass(frozen=True)
class Security:
    """How an account is guarded."""

    email: str
    has_password: bool
    has_codes: bool
    passkeys: int
    sessions: int


@prepared
def _presences(account: int, network: str) -> QuerySet[Presence]:
    # The one read of every request.
    return Presence.objects.filter(account_id=account, network=network).select_related("account", "persona")


def presence_at(account_id: int, network: str) -> Presence | None:
    """The presence of an account in `network` with its account and its persona, whatever their state; one query."""
    return next(iter(_presences(account=account_id, network=str(network))), None)


def viewer_for(user: Account | AnonymousUser, network: str) -> Viewer:
    """Who `user` is in `network`: a stranger when signed out, or without a presence there."""
    if not network or not user.is_authenticated:
        return Viewer.stranger(network)
    return as_viewer(presence_at(user.pk, network), network)


def suspended_at(account_id: int, network: str) -> Persona | None:
    """The persona by which an account would be present in `network`, were it not suspended."""
    presence = presence_at(account_id, network)
    if presence is None or presence.persona.state != Persona.State.SUSPENDED:
        return None
    return presence.persona


def as_viewer(presence: Presence | None, network: str) -> Viewer:
    if presence is None or presence.persona.state != Persona.State.ACTIVE:
        return Viewer.stranger(network)
    return Viewer.of(presence.persona)


def owner_at(session: SessionStore, network: str) -> Presence | None:
    """The presence that a session stands for in `network`, when the session still holds; one query.

    A session holds as long as the account is active and the password is the one it began with.
    """
    account_id, digest = session.get(ID), session.get(DIGEST)
    if not network or not account_id or not digest:
        return None
    presence = presence_at(int(account_id), network)
    if presence is None or not presence.account.is_active:
        return None
    if session.get(BACKEND) not in settings.AUTHENTICATION_BACKENDS:
        return None
    return presence if hmac.compare_digest(digest, presence.account.get_session_auth_hash()) else None


def viewer_of_session(key: str, network: str) -> Viewer:
    """Who the session with this key is in `network` now: for open streams, which ask again and again."""
    return as_viewer(owner_at(SessionStore(key), network), network) if key else Viewer.stranger(network)


@dataclass(frozen=True, slots=True)
class Ticket:
    """Who opened a stream and by what it stays open: a session and the password it began with."""

    viewer: Viewer
    session: str
    stamp: int


def ticket_of(key: str, network: str) -> Ticket | None:
    """A ticket for the session with this key, when it stands for a presence in `network`; two queries."""
    presence = owner_at(SessionStore(key), network) if key else None
    viewer = as_viewer(presence, network)
    return Ticket(viewer, key, hash(presence.account.password)) if presence and viewer else None


def lapsed(tickets: Sequence[Ticket]) -> set[Ticket]:
    """Those that hold no more: signed out, suspended, or the password is another; two queries for all of them."""
    held = {
        (persona, hash(password))
        for persona, password in Presence.objects.filter(
            persona__in={each.viewer.id for each in tickets},
            persona__state=Persona.State.ACTIVE,
            account__is_active=True,
        ).values_list("persona", "account__password")
    }
    keys = Session.objects.filter(
        session_key__in={each.session for each in tickets}, expire_date__gt=timezone.now()
    )
    open_keys = set(keys.values_list("session_key", flat=True))
    return {
        each for each in tickets if each.session not in open_keys or (each.viewer.id, each.stamp) not in held
    }


def tethered(held: Sequence[int], network: str) -> dict[int, int]:
    """Who stands behind the sessions that hold these things: the id of each one's persona in `network`, if any."""
    rows = Tether.objects.filter(held__in=held).values_list("held", "session_key")
    return {name: viewer_of_session(key, network).id for name, key in rows}


def networks_of(account: Account) -> list[str]:
    """Where `account` is present, the one used last first."""
    present = list(
        Presence.objects.filter(account=account).order_by("network").values_list("network", flat=True)
    )
    return sorted(present, key=lambda network: network != account.last_network)


def letterboxes(persona_ids: Sequence[int]) -> dict[int, str]:
    """Where letters to these personas go: confirmed addresses of open accounts, for the one who sends them."""
    rows = Presence.objects.filter(persona__in=persona_ids, account__is_active=True)
    rows = rows.filter(account__emailaddress__primary=True, account__emailaddress__verified=True)
    return dict(rows.values_list("persona", "account__emailaddress__email"))


def presences_of(account: Account) -> dict[str, Persona]:
    """The personas of `account` by network: for its owner's eyes alone."""
    rows = Presence.objects.filter(account=account).select_related("persona").order_by("network")
    return {row.network: row.persona for row in rows}


def tellings_of(account: Account) -> list[Telling]:
    """What `account` means to tell in both networks: for its owner's eyes alone."""
    return list(Telling.objects.filter(account=account).order_by("pk")[:100])


def telling_of(account: Account, telling_id: int) -> Telling:
    """One of them. Absent for anybody else."""
    found = Telling.objects.filter(account=account, pk=telling_id).first()
    if found is None:
        raise Absent
    return found


def demo_people(count: int = 8) -> list[tuple[int, dict[str, Persona]]]:
    """The invented people whom the demo's sign-in page offers: each place and its personas by network; one query."""
    rows = (
        Presence.objects.filter(account__demo_place__isnull=False, account__is_active=True)
        .select_related("persona")
        .order_by("account__demo_place", "network")
        .values_list("account__demo_place", "persona")[: count * len(Network.values)]
    )
    found = Persona.objects.in_bulk([persona for _place, persona in rows])
    people: dict[int, dict[str, Persona]] = {}
    for place, persona in rows:
        people.setdefault(place or 0, {})[found[persona].network] = found[persona]
    return list(people.items())[:count]


def demo_account(place: int) -> Account | None:
    return Account.objects.filter(demo_place=place, is_active=True).first()


def sessions_of(account: Account, *, current: str) -> list[Place]:
    """Where `account` is signed in, the newest first; `current` is the key of the session that asks."""
    held = UserSession.objects.purge_and_list(account)
    places = [
        Place(
            mark=session_mark(each.session_key),
            browser=browser_of(each.user_agent),
            address=each.ip,
            began=each.created_at,
            here=each.session_key == current,
        )
        for each in held
    ]
    return sorted(places, key=lambda place: (place.here, place.began), reverse=True)


def session_mark(key: str) -> str:
    """What names a session in a form: nobody can make the key out of it."""
    return salted_hmac("twofold.sessions", key, algorithm="sha256").hexdigest()[:20]


def security_of(account: Account) -> Security:
    """How `account` is guarded, in four queries."""
    kinds = list(Authenticator.objects.filter(user=account).values_list("type", flat=True))
    waiting = EmailAddress.objects.filter(user=account, primary=True).values_list("email", flat=True).first()
    return Security(
        email=waiting or account.email,
        has_password=account.has_usable_password(),
        has_codes=Authenticator.Type.TOTP in kinds,
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        sessions=UserSession.objects.filter(user=account).count(),
    )


def count_passkeys(account: Account) -> int:
    return Authenticator.objects.filter(user=account, type=Authenticator.Type.WEBAUTHN).count()


_BROWSERS: Sequence[tuple[str, str]] = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS: Sequence[tuple[str, str]] = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def browser_of(user_agent: str) -> str:
    """A browser as a person would call it: Firefox on Linux."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in user_agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Another program")
