"""Ids that tell no order and no date: 63 random bits, shown in base 58."""

import secrets
from functools import lru_cache

from django.db import models

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_INDEX = {letter: value for value, letter in enumerate(_ALPHABET)}
_MAX = 2**63 - 1


def new_id() -> int:
    """A random id, 1 to 2**63 - 1. Collisions are left to the primary key to refuse."""
    return secrets.randbelow(_MAX) + 1


@lru_cache(maxsize=100_000)
def encode(number: int) -> str:
    """The form that stands in addresses: up to 11 letters and digits."""
    letters = []
    while number:
        number, rest = divmod(number, 58)
        letters.append(_ALPHABET[rest])
    return "".join(reversed(letters)) or _ALPHABET[0]


def decode(text: str) -> int:
    """The id behind `text`. Raises ValueError for anything that `encode` does not write."""
    number = 0
    for letter in text:
        if letter not in _INDEX:
            raise ValueError(f"not an id: {text!r}")
        number = number * 58 + _INDEX[letter]
    if not 0 < number <= _MAX or encode(number) != text:
        raise ValueError(f"not an id: {text!r}")
    return number


class RandomIdField(models.BigIntegerField):
    """The primary key of everything that a stranger could ever see the id of."""

    def __init__(self, **kwargs):
        kwargs.setdefault("primary_key", True)
        kwargs.setdefault("default", new_id)
        kwargs.setdefault("editable", False)
        super().__init__(**kwargs)


class IdConverter:
    """`<id:post_id>` in a URL pattern."""

    regex = "[1-9A-HJ-NP-Za-km-z]{1,11}"

    def to_python(self, value: str) -> int:
        return decode(value)

    def to_url(self, value: int) -> str:
        return encode(value)
