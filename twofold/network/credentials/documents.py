"""What stands in a credential: Open Badges 3.0 over the W3C's data model for verifiable credentials, 2.0."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse

from twofold.network.credentials.encoding import bitstring
from twofold.network.credentials.issuer import profile
from twofold.network.credentials.models import PLACES, Credential
from twofold.people.personas.models import Persona

CONTEXT = "https://www.w3.org/ns/credentials/v2"
BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
_SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
_LIST_HOLDS = timedelta(days=1)


@dataclass(frozen=True)
class Award:
    """What a noun has to certify: one line, what it means, how one gets it, and what it rests on.

    `grounds` are pairs of a line and a few sentences. `kind` is an achievement type of the standard.
    """

    name: str
    description: str
    criteria: str
    kind: str = "Competency"
    grounds: Sequence[tuple[str, str]] = ()


def open_badge(credential: Credential, subject: Persona, award: Award) -> dict[str, Any]:
    """The badge, not yet signed. Of the subject it tells the name and the address of the profile, and no more."""
    return {
        "@context": [CONTEXT, BADGES],
        "id": credential.serial.urn,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": award.name,
        "issuer": profile(),
        "validFrom": stamp(credential.issued_at),
        "credentialSubject": {
            "id": f"{settings.BASE_URL}/{subject.network}/@{subject.handle}/",
            "type": ["AchievementSubject"],
            "identifier": [_name_of(subject)],
            "achievement": _achievement(award),
        },
        "evidence": [
            {"type": ["Evidence"], "name": name, "narrative": narrative} for name, narrative in award.grounds
        ],
        "credentialStatus": _status(credential),
        "credentialSchema": [{"id": _SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
    }


def status_list(number: int, revoked: Sequence[int], now: datetime) -> dict[str, Any]:
    """The list of a whole range of credentials, not yet signed: a bit each, and nothing else."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    return {
        "@context": [CONTEXT],
        "id": list_address(number),
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": profile()["id"],
        "validFrom": stamp(hour),
        "validUntil": stamp(hour + _LIST_HOLDS),
        "credentialSubject": {
            "id": f"{list_address(number)}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": bitstring(list(revoked), PLACES),
        },
    }


def list_address(number: int) -> str:
    return settings.BASE_URL + reverse("credentials:status", args=[number])


def stamp(moment: datetime) -> str:
    """A moment as the standard writes it, in whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _name_of(subject: Persona) -> dict[str, Any]:
    return {"type": "IdentityObject", "identityType": "name", "hashed": False, "identityHash": subject.name}


def _achievement(award: Award) -> dict[str, Any]:
    # The same for everybody who has it: an address that is made of the words and of nobody's row.
    address = uuid.uuid5(uuid.NAMESPACE_URL, f"{settings.BASE_URL}/{award.kind}/{award.name.casefold()}")
    return {
        "id": address.urn,
        "type": ["Achievement"],
        "achievementType": award.kind,
        "name": award.name,
        "description": award.description,
        "criteria": {"narrative": award.criteria},
    }


def _status(credential: Credential) -> dict[str, str]:
    address = list_address(credential.roll)
    return {
        "id": f"{address}#{credential.place}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(credential.place),
        "statusListCredential": address,
    }
