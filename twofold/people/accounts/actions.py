"""Writes of logins, and of the wall itself."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.people.accounts.facts import PresenceLeft
from twofold.people.accounts.models import Account, Presence, Telling, Tether
from twofold.people.accounts.queries import session_mark
from twofold.people.personas.actions import create_persona, erase_persona
from twofold.people.personas.models import Network, Persona

# The two presences of somebody who closes an account go at two times that nobody can put together.
LEAVING = timedelta(hours=24)


@transaction.atomic
def sign_up(
    email: str, password: str | None, *, demo_place: int | None = None, keeps_server: bool = False
) -> Account:
    """A login whose address counts as confirmed: for loads, the demo and whoever keeps the server.

    People who sign up themselves come through the pages. Refused when the address has an account.
    """
    try:
        with transaction.atomic():
            account = Account.objects.create_user(
                email, password, demo_place=demo_place, is_staff=keeps_server, is_superuser=keeps_server
            )
    except IntegrityError as problem:
        raise Refused(_("There is an account with this address."), field="email") from problem
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    return account


def add_presence(account: Account, *, network: str, persona: Persona) -> Presence:
    """Write into the wall that `persona` is the presence of `account` in `network`. Refused when it has one."""
    try:
        with transaction.atomic():
            return Presence.objects.create(account=account, network=network, persona=persona)
    except IntegrityError as problem:
        raise Refused(_("You have a presence in this network already.")) from problem


@transaction.atomic
def make_presences(account: Account, wanted: Mapping[str, Mapping[str, str]]) -> None:
    """Begin in each network of `wanted`, whose values hold name, handle and perhaps time_zone: all of them or none.

    A network in which the account is present already is left as it is, so that sending a form twice is sending it
    once. Refused names the field as `network-field`.
    """
    Account.objects.select_for_update().get(pk=account.pk)
    present = set(account.presences.values_list("network", flat=True))
    for network in [each for each in Network.values if each in wanted and each not in present]:
        try:
            words = wanted[network]
            zone: dict[str, Any] = {"time_zone": words["time_zone"]} if words.get("time_zone") else {}
            persona = create_persona(network=network, name=words["name"], handle=words["handle"], **zone)
        except Refused as refusal:
            raise Refused(refusal.reason, field=f"{network}-{refusal.field}") from refusal
        add_presence(account, network=network, persona=persona)


def remember_network(account: Account, network: str) -> None:
    """Open `network` first from now on."""
    if account.last_network != network:
        Account.objects.filter(pk=account.pk).update(last_network=network)
        account.last_network = network


def settle(account: Account, *, network: str) -> None:
    """Put the checklist of the first days away."""
    Presence.objects.filter(account=account, network=network).update(settled=True)


@transaction.atomic
def give_up_presence(account: Account, *, network: str) -> None:
    """Leave one network for good, now. The login, its sessions and the other presence stay as they are."""
    presence = Presence.objects.select_related("persona").filter(account=account, network=network).first()
    if presence is None:
        raise Absent
    presence.delete()
    account.tellings.all().delete()
    erase_persona(presence.persona)


@transaction.atomic
def close_account(account: Account) -> None:
    """The login and all its sessions go now; each presence at a time of its own within `LEAVING`.

    Both at once would tell everybody who looks that they were one person.
    """
    for persona_id in account.presences.values_list("persona_id", flat=True):
        wait = secrets.randbelow(int(LEAVING.total_seconds()))
        announce(PresenceLeft(persona_id), at=clock.now() + timedelta(seconds=wait))
    end_sessions(account)
    account.delete()


def erase_who_left(persona_id: int) -> None:
    """Erase the persona of a closed account; twice is once."""
    left = Persona.objects.exclude(state=Persona.State.ERASED).filter(pk=persona_id).first()
    if left is not None and not Presence.objects.filter(persona=left).exists():
        erase_persona(left)


def begin_telling(account: Account, *, professional: int, social: int) -> Telling:
    """Keep which two drafts tell of one event: here, and nowhere else."""
    return Telling.objects.create(account=account, professional=professional, social=social)


def end_telling(*drafts: int) -> None:
    """Forget what these drafts belonged to; without a telling nothing happens."""
    Telling.objects.filter(Q(professional__in=drafts) | Q(social__in=drafts)).delete()


@transaction.atomic
def suspend(account: Account) -> None:
    """Nobody comes in with this login any more, and whoever is in is out."""
    Account.objects.filter(pk=account.pk).update(is_active=False)
    end_sessions(account)


def end_sessions(account: Account, *, besides: str = "") -> int:
    """End all sessions of `account` but the one with the key `besides`; how many ended."""
    kept = UserSession.objects.filter(user=account).exclude(session_key=besides)
    keys = list(kept.values_list("session_key", flat=True))
    kept.delete()
    Session.objects.filter(session_key__in=keys).delete()
    return len(keys)


def end_session(account: Account, *, mark: str) -> None:
    """End the session that `queries.sessions_of` shows under `mark`. Absent when it is none of `account`."""
    for session in UserSession.objects.filter(user=account):
        if session_mark(session.session_key) == mark:
            Session.objects.filter(session_key=session.session_key).delete()
            session.delete()
            return
    raise Absent


def tether(session_key: str, *, held: int) -> None:
    """What `held` names lives no longer than this session; one of before gives way."""
    Tether.objects.update_or_create(held=held, defaults={"session_key": session_key})


def sweep_tethers() -> None:
    """Forget what was held by sessions that are gone."""
    Tether.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
