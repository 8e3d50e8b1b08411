"""Whether a text has a word that somebody snoozed: whole words, whatever their accents and capitals."""

import re
from collections.abc import Iterable

from twofold.foundation.kit.text import folded

_BETWEEN = re.compile(r"[\W_]+")
# From here on scripts write words without spaces between them: there a part of a word must do.
_UNSPACED = 0x2E80


def as_word(written: str) -> str:
    """A word or some words in a row, as they are compared; nothing where there is no letter in it."""
    return _BETWEEN.sub(" ", folded(written)).strip()


def has_word(text: str, words: Iterable[str]) -> bool:
    """Whether one of `words`, as `as_word` makes them, stands in `text`."""
    plain = f" {as_word(text)} "
    return any((word if _unspaced(word) else f" {word} ") in plain for word in words)


def _unspaced(word: str) -> bool:
    return any(ord(letter) >= _UNSPACED for letter in word)
