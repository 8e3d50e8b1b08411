"""Keys in the addresses of pictures that are not for everyone.

Clients fetch pictures without their token. The key stands for the token, so it ends with it, and the door is asked
again for the token's persona whenever the picture is fetched.
"""

import hashlib
import hmac
from functools import lru_cache

from django.conf import settings

from twofold.foundation.kit.ids import decode, encode
from twofold.surfaces.api.queries.tokens import Bearer, bearer_with_id


@lru_cache(maxsize=20_000)
def _signed(token_id: int) -> str:
    secret = settings.SECRET_KEY.encode() + b"picture"
    return hmac.new(secret, str(token_id).encode(), hashlib.sha256).hexdigest()[:32]


def key_of(bearer: Bearer) -> bytes:
    """The key of this bearer; empty for one without a persona."""
    if not bearer.token_id or not bearer.viewer:
        return b""
    return f"{encode(bearer.token_id)}.{_signed(bearer.token_id)}".encode()


def bearer_with(key: str) -> Bearer | None:
    """The bearer whose key this is, as long as its token lives."""
    short, _dot, signature = key.partition(".")
    try:
        token_id = decode(short)
    except ValueError:
        return None
    if not signature.isascii() or not hmac.compare_digest(signature, _signed(token_id)):
        return None
    return bearer_with_id(token_id)
