"""The keys that this server signs with: files of the data folder that only its own user may read.

`credentials/0001-NAME.pem`: the highest number signs, all of them are stood by. The name is the key's thumbprint
(RFC 7638), so a key can be neither renamed nor exchanged for another one unnoticed.
"""

import os
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from django.conf import settings

from twofold.network.credentials.encoding import base58, base64url, canonical

# What stands before the bytes of an Ed25519 public key in a Multikey.
_ED25519 = b"\xed\x01"


@dataclass(frozen=True)
class Key:
    """A signing key and the number of its file."""

    number: int
    private: Ed25519PrivateKey

    @property
    def public(self) -> Ed25519PublicKey:
        return self.private.public_key()

    @cached_property
    def jwk(self) -> dict[str, str]:
        """The public half as a JSON Web Key."""
        raw = self.public.public_bytes(Encoding.Raw, PublicFormat.Raw)
        return {"kty": "OKP", "crv": "Ed25519", "x": base64url(raw)}

    @cached_property
    def multikey(self) -> str:
        return base58(_ED25519 + self.public.public_bytes(Encoding.Raw, PublicFormat.Raw))

    @cached_property
    def name(self) -> str:
        """The thumbprint of the public half."""
        return base64url(sha256(canonical(self.jwk)).digest())


def folder() -> Path:
    return Path(settings.DATA_DIR) / "credentials"


def keys() -> list[Key]:
    """Every key that this server stands by, the one that signs first; one is made when there is none."""
    return kept_keys() or [_made(1)]


def signing_key() -> Key:
    return keys()[0]


def new_key() -> Key:
    """A new key, which signs from now on; what the others signed stays valid."""
    return _made(max((key.number for key in kept_keys()), default=0) + 1)


def distrust(name: str) -> bool:
    """Stand by a key no longer: whatever it signed is invalid from now on. False when there is no such key."""
    found = [path for path in _files() if path.stem.partition("-")[2] == name]
    for path in found:
        path.unlink()
    return bool(found)


def _files() -> list[Path]:
    return sorted(folder().glob("[0-9]*-*.pem"), reverse=True)


def kept_keys() -> list[Key]:
    """The keys that are there, the one that signs first; none on a server that has signed nothing."""
    found = []
    for path in _files():
        private = load_pem_private_key(path.read_bytes(), None)
        if not isinstance(private, Ed25519PrivateKey):
            raise ValueError(f"{path} is no Ed25519 key")
        found.append(Key(int(path.name.partition("-")[0]), private))
    return found


def _made(number: int) -> Key:
    """Write a key whole or not at all; the one that signs now. Two that are made at once are both stood by."""
    key = Key(number, Ed25519PrivateKey.generate())
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder() / f".{key.name}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, folder() / f"{number:04d}-{key.name}.pem")
    return kept_keys()[0]
