"""The keys by which push services know this server: one for each network, files that only its own user may read.

They are two, so that no service can tell that both networks are one server by the key that signs.
"""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings

from twofold.foundation.kit.webpush import point, unpadded
from twofold.people.personas.models import Network


def folder() -> Path:
    return Path(settings.DATA_DIR) / "push"


def make() -> None:
    """Make the keys that are missing."""
    for network in Network.values:
        kept_key(network) or _made(network)


def kept_key(network: str) -> ec.EllipticCurvePrivateKey | None:
    path = _path(network)
    if not path.exists():
        return None
    found = load_pem_private_key(path.read_bytes(), None)
    if not isinstance(found, ec.EllipticCurvePrivateKey):
        raise ValueError(f"{path} is no key of an elliptic curve")
    return found


def key_of(network: str) -> ec.EllipticCurvePrivateKey:
    return kept_key(network) or _made(network)


def public_key(network: str) -> str:
    """What a browser is told to subscribe with: applicationServerKey, in base64url."""
    return unpadded(point(key_of(network).public_key()))


def _path(network: str) -> Path:
    return folder() / f"{Network(network).value}.pem"


def _made(network: str) -> ec.EllipticCurvePrivateKey:
    """Write a key whole or not at all; of two made at once the first one stays."""
    key = ec.generate_private_key(ec.SECP256R1())
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder() / f".{network}-{os.getpid()}"
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, _path(network))
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return kept_key(network) or key
