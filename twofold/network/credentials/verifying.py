"""Looking at a badge that somebody shows: did this server sign it, does it stand as it was signed, is it still valid?

Nothing is looked up but the key and one bit of the status list, so the answer is the same whoever asks, and says no
more than the badge itself.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature

from twofold.network.credentials.documents import list_address
from twofold.network.credentials.encoding import from_base58, from_base64url
from twofold.network.credentials.issuer import did, method_key
from twofold.network.credentials.queries import is_revoked
from twofold.network.credentials.signing import PROOF, what_is_signed

LONGEST = 64 * 1024
VALID, REVOKED, CHANGED, UNTRUSTED, STRANGE, UNREADABLE = (
    "valid", "revoked", "changed", "untrusted", "strange", "unreadable",
)  # fmt: skip
_STATUS = re.compile(r"(.+)#(\d{1,6})")
_JWT_CLAIMS = ("iss", "jti", "nbf", "sub", "exp")


@dataclass(frozen=True)
class Verdict:
    """What is to be said of a badge: one of the states above, and what the badge tells, as far as it can be believed.

    A changed or strange badge is not shown: anybody could have written it.
    """

    state: str
    badge: dict[str, Any] | None = None
    issuer: str = ""


class _NotReadable(Exception):
    """This is no badge."""


class _NotSigned(Exception):
    """The signature does not fit what is signed, or the key is none of ours."""

    def __init__(self, state: str):
        super().__init__(state)
        self.state = state


def check(text: str) -> Verdict:
    """What is to be said of `text`: a VC-JWT, or a document with an embedded proof."""
    try:
        badge, signed = _read(text.strip())
        issuer = _issuer(badge)
    except (_NotReadable, ValueError, RecursionError):
        return Verdict(UNREADABLE)
    if issuer != did():
        return Verdict(STRANGE, issuer=issuer[:200])
    try:
        signed()
        roll, place = _status(badge)
    except _NotSigned as problem:
        return Verdict(problem.state)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, InvalidSignature):
        return Verdict(CHANGED)
    return Verdict(REVOKED if is_revoked(roll, place) else VALID, badge)


def _read(text: str) -> tuple[dict[str, Any], Any]:
    """The badge, and what checks its signature."""
    if not text or len(text) > LONGEST:
        raise _NotReadable
    if text.startswith("{"):
        document = _json(text)
        proof = document.pop("proof", None)
        return document, lambda: _check_proof(document, proof)
    parts = text.split(".")
    if len(parts) != 3:
        raise _NotReadable
    header, claims = (_json(from_base64url(part).decode()) for part in parts[:2])
    badge = {name: value for name, value in claims.items() if name not in _JWT_CLAIMS}
    return badge, lambda: _check_token(parts, header, claims)


def _json(text: str) -> dict[str, Any]:
    found = json.loads(text, object_pairs_hook=_once, parse_float=_no_number, parse_constant=_no_number)
    if not isinstance(found, dict):
        raise _NotReadable
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names stand once each: what another reader would take for another value is no badge."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _NotReadable
    return found


def _no_number(_text: str) -> Any:
    raise _NotReadable


def _issuer(badge: dict[str, Any]) -> str:
    issuer = badge.get("issuer")
    name = issuer.get("id") if isinstance(issuer, dict) else issuer
    if not isinstance(name, str) or "credentialSubject" not in badge:
        raise _NotReadable
    return name


def _check_token(parts: list[str], header: dict[str, Any], claims: dict[str, Any]) -> None:
    key = method_key(header["kid"])
    if key is None:
        raise _NotSigned(UNTRUSTED)
    if header["alg"] != "EdDSA" or claims["iss"] != did():
        raise _NotSigned(CHANGED)
    key.public.verify(from_base64url(parts[2]), f"{parts[0]}.{parts[1]}".encode())


def _check_proof(document: dict[str, Any], proof: dict[str, Any]) -> None:
    key = method_key(proof["verificationMethod"])
    if key is None:
        raise _NotSigned(UNTRUSTED)
    if any(proof[name] != value for name, value in PROOF.items()):
        raise _NotSigned(CHANGED)
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    key.public.verify(from_base58(proof["proofValue"]), what_is_signed(document, options))


def _status(badge: dict[str, Any]) -> tuple[int, int]:
    """The list and the place of the badge's bit."""
    match = _STATUS.fullmatch(badge["credentialStatus"]["id"])
    if not match:
        raise ValueError("no status")
    roll = int(match[1].rstrip("/").rpartition("/")[2])
    if list_address(roll) != match[1]:
        raise ValueError("not our list")
    return roll, int(match[2])
