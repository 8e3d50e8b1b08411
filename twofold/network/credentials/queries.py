"""Reads of credentials: for their nouns, and for the public lists."""

from collections.abc import Iterable

from twofold.foundation.kit.refusals import Absent
from twofold.network.credentials.models import Credential


def held(kind: str, abouts: Iterable[int]) -> dict[int, Credential]:
    """The credentials that are valid for these things of one kind, by thing; one query."""
    rows = Credential.objects.filter(kind=kind, about__in=list(abouts), revoked_at=None)
    return {each.about: each for each in rows if each.about is not None}


def credential_for(kind: str, about: int) -> Credential:
    """The valid credential for one thing. Absent without one."""
    found = held(kind, [about]).get(about)
    if found is None:
        raise Absent
    return found


def revoked_places(roll: int) -> list[int]:
    """The places of a status list that are revoked. Absent when the list was never begun."""
    if roll != 1 and not Credential.objects.filter(roll=roll).exists():
        raise Absent
    rows = Credential.objects.filter(roll=roll, revoked_at__isnull=False)
    return list(rows.values_list("place", flat=True))


def is_revoked(roll: int, place: int) -> bool:
    return Credential.objects.filter(roll=roll, place=place, revoked_at__isnull=False).exists()
