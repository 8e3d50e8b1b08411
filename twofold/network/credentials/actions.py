"""Issuing and revoking. Nouns call down to here, in the transaction of what they confirm or take back."""

import secrets
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from twofold.foundation.kit import clock
from twofold.network.credentials.models import PLACES, Credential
from twofold.people.personas.models import Persona

# A list in which every third place is taken still gives one away quickly; then the next one is begun.
_FULL = PLACES // 3


@transaction.atomic
def issue(subject: Persona, *, kind: str, about: int, at: datetime | None = None) -> Credential:
    """A credential about `subject` for the thing `about` of a noun's `kind`; twice is once."""
    found = Credential.objects.filter(kind=kind, about=about, revoked_at=None).first()
    if found:
        return found
    roll = _open_roll()
    return Credential.objects.create(
        subject=subject,
        kind=kind,
        about=about,
        roll=roll,
        place=_free_place(roll),
        issued_at=at or clock.now(),
    )


def revoke(*, kind: str, abouts: list[int]) -> None:
    """Take the credentials for these things back, for good. What remains tells of nobody."""
    _take_back(Credential.objects.filter(kind=kind, about__in=abouts, revoked_at=None))


def revoke_all(subject_id: int) -> None:
    """Take back whatever was signed about somebody who is gone."""
    _take_back(Credential.objects.filter(subject=subject_id))


def _take_back(rows) -> None:
    rows.update(revoked_at=clock.now(), subject=None, kind="", about=None)


def _open_roll() -> int:
    roll = Credential.objects.aggregate(last=Max("roll"))["last"] or 1
    return roll if Credential.objects.filter(roll=roll).count() < _FULL else roll + 1


def _free_place(roll: int) -> int:
    while True:
        place = secrets.randbelow(PLACES)
        if not Credential.objects.filter(roll=roll, place=place).exists():
            return place
