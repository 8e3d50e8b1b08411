"""What a push service carries: encrypted for one browser (RFC 8291), and signed by this server (RFC 8292).

The service learns nothing but how long a message is, and every one is equally long.
"""

import base64
import json
import os
import time
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

# The longest that every service must take is 4,096 bytes with header and tag (RFC 8291, section 4).
RECORD = 4096
LENGTH = 2048
_HOURS = 12 * 3600


def unpadded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def padded(text: str) -> bytes:
    """The bytes of base64url with or without padding. Raises ValueError."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def browser_key(p256dh: str) -> ec.EllipticCurvePublicKey:
    """A browser's public key. Raises ValueError for what is no point of the curve."""
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), padded(p256dh))


def encrypted(
    plain: bytes,
    *,
    p256dh: str,
    auth: str,
    own: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes = b"",
    length: int = LENGTH,
) -> bytes:
    """`plain`, filled up to `length`, in one record that only the browser with these keys can read."""
    theirs, own = browser_key(p256dh), own or ec.generate_private_key(ec.SECP256R1())
    salt = salt or os.urandom(16)
    secret, sender = own.exchange(ec.ECDH(), theirs), point(own.public_key())
    material = _derived(secret, padded(auth), b"WebPush: info\0" + point(theirs) + sender, 32)
    key = _derived(material, salt, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _derived(material, salt, b"Content-Encoding: nonce\0", 12)
    if len(plain) > RECORD - 103:
        raise ValueError("too long for one record")
    # 2 ends the last record; zeros fill it up.
    filled = plain + b"\x02" + b"\0" * max(0, length - len(plain) - 1)
    header = salt + RECORD.to_bytes(4, "big") + bytes([len(sender)]) + sender
    return header + AESGCM(key).encrypt(nonce, filled, None)


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, salt, info).derive(secret)


def signed(endpoint: str, *, key: ec.EllipticCurvePrivateKey, contact: str) -> str:
    """The Authorization header for an endpoint: who sends, for the service at this origin alone, for some hours."""
    parts = urlsplit(endpoint)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int(time.time()) + _HOURS,
        "sub": contact,
    }
    words = ".".join(unpadded(json.dumps(each).encode()) for each in ({"typ": "JWT", "alg": "ES256"}, claims))
    one, other = decode_dss_signature(key.sign(words.encode(), ec.ECDSA(hashes.SHA256())))
    signature = one.to_bytes(32, "big") + other.to_bytes(32, "big")
    return f"vapid t={words}.{unpadded(signature)}, k={unpadded(point(key.public_key()))}"
