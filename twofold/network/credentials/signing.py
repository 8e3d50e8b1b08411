"""Signing documents with Ed25519, in the two ways that wallets read: around them (a JSON Web Token) and in them."""

import json
from datetime import datetime
from hashlib import sha256
from typing import Any

from twofold.network.credentials.encoding import base58, base64url, canonical
from twofold.network.credentials.issuer import did, jwk_method, multikey_method
from twofold.network.credentials.keys import signing_key

PROOF = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "proofPurpose": "assertionMethod"}


def token(document: dict[str, Any]) -> str:
    """The document as a signed JSON Web Token (VC-JWT): its claims are the document, and who, whom and since when."""
    key = signing_key()
    header = {"alg": "EdDSA", "typ": "JWT", "kid": jwk_method(key), "jwk": key.jwk}
    claims = {
        **document,
        "iss": did(),
        "jti": document["id"],
        "nbf": int(datetime.fromisoformat(document["validFrom"]).timestamp()),
        "sub": document["credentialSubject"]["id"],
    }
    if "validUntil" in document:
        claims["exp"] = int(datetime.fromisoformat(document["validUntil"]).timestamp())
    signed = f"{_part(header)}.{_part(claims)}"
    return f"{signed}.{base64url(key.private.sign(signed.encode()))}"


def with_proof(document: dict[str, Any]) -> dict[str, Any]:
    """The document with a Data Integrity proof in it (eddsa-jcs-2022)."""
    key = signing_key()
    proof = {**PROOF, "created": document["validFrom"], "verificationMethod": multikey_method(key)}
    signature = key.private.sign(what_is_signed(document, proof))
    return {**document, "proof": {**proof, "proofValue": base58(signature)}}


def written(document: dict[str, Any]) -> str:
    """A document as a file that a person can read too."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def what_is_signed(document: dict[str, Any], proof: dict[str, Any]) -> bytes:
    """The two hashes of eddsa-jcs-2022: of the proof without its value, and of the document without the proof."""
    options = {**proof, "@context": document["@context"]}
    return sha256(canonical(options)).digest() + sha256(canonical(document)).digest()


def _part(content: dict[str, Any]) -> str:
    return base64url(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())
