"""How keys, signatures and lists are written down: base64url, base58, the canonical JSON of RFC 8785."""

import base64
import gzip
import json
from typing import Any

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base64url(data: bytes) -> str:
    """Without padding, as JOSE has it."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    """Raises ValueError for anything that `base64url` does not write."""
    data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    if base64url(data) != text:
        raise ValueError("not base64url")
    return data


def base58(data: bytes) -> str:
    """Multibase base58btc: z and the digits, a 1 for each zero byte at the front."""
    number, digits = int.from_bytes(data), ""
    while number:
        number, rest = divmod(number, 58)
        digits = _BASE58[rest] + digits
    return "z" + "1" * (len(data) - len(data.lstrip(b"\0"))) + digits


def from_base58(text: str) -> bytes:
    """Raises ValueError for what is no multibase base58btc of up to 128 digits."""
    digits = text[1:]
    if text[:1] != "z" or len(digits) > 128 or set(digits) - set(_BASE58):
        raise ValueError("not base58btc")
    number = 0
    for digit in digits:
        number = number * 58 + _BASE58.index(digit)
    zeros = len(digits) - len(digits.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8)


def canonical(document: Any) -> bytes:
    """The one way to write `document` down (JCS): of text, whole numbers and their like, with names in ASCII."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def bitstring(places: list[int], size: int) -> str:
    """The multibase, compressed string of `size` bits of which `places` are set; the first bit is the leftmost."""
    bits = bytearray(size // 8)
    for place in places:
        bits[place // 8] |= 128 >> place % 8
    return "u" + base64url(gzip.compress(bytes(bits), 9, mtime=0))
