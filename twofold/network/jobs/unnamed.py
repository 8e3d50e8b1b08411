"""Words of an applicant without what names them: for those who read before the name is open."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from twofold.foundation.kit.text import folded

_MAIL = re.compile(r"[^\s@<>()\[\],;:]+@[^\s@<>()\[\],;:]+\.[^\s@<>()\[\],;:]*\w")
_WEB = re.compile(r"(?:https?://|www\.)\S*[\w/]|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}/\S*[\w/]", re.I)
_HANDLE = re.compile(r"(?<![\w@])@[\w.-]*\w(?:@[\w.-]*\w)?")
_PHONE = re.compile(r"(?<![\w+])\+?\d[\d ()/.-]{7,}\d(?!\w)")
_WORD = re.compile(r"\w[\w'’]*(?:-\w[\w'’]*)*")


def unnamed(text: str, names: Iterable[str]) -> str:
    """`text` without the words of `names`, however they are accented and capitalised, and without addresses, handles
    and telephone numbers, whoever they lead to."""
    names = [word for name in names for word in _WORD.findall(name)]
    parts, short = _parts(names), {word for word in names if len(word) == 2 and word[0].isupper()}
    for pattern, stead in ((_MAIL, _("[address]")), (_WEB, _("[link]")), (_HANDLE, _("[name]"))):
        text = pattern.sub(stead.replace("\\", ""), text)
    text = _PHONE.sub(lambda found: _("[number]") if _is_phone(found[0]) else found[0], text)
    text = _WORD.sub(
        lambda found: _("[name]") if found[0] in short or _is_named(found[0], parts) else found[0], text
    )
    return _joined(_without_letters(text, parts))


def unnamed_cv(parts: Sequence[dict[str, Any]], names: Sequence[str]) -> list[dict[str, Any]]:
    """Parts of a copied CV with every text in them `unnamed`."""
    return [
        {
            **part,
            "lines": [{key: unnamed(text, names) for key, text in line.items()} for line in part["lines"]],
        }
        for part in parts
    ]


def _parts(words: Iterable[str]) -> set[str]:
    """Each word that can tell somebody: of one or two Latin letters are initials and particles."""
    split = (each for word in map(folded, words) for each in (word, *word.split("-")))
    return {each for each in split if len(each) > 2 or (each and not each.isascii())}


def _is_named(word: str, parts: set[str]) -> bool:
    bare = re.sub(r"['’]s?$", "", folded(word))
    return any(each in parts for each in (bare, *bare.split("-")))


def _is_phone(found: str) -> bool:
    """Years and sums have fewer digits, or are four and four."""
    digits = sum(each.isdigit() for each in found)
    return digits >= 9 and not re.fullmatch(r"\d{4}\s*[-/.]\s*\d{4}", found)


def _without_letters(text: str, parts: Iterable[str]) -> str:
    """Names in scripts that part no words."""
    for part in parts:
        if not part.isascii() and any(ord(letter) > 0x2E7F for letter in part):
            text = text.replace(part, _("[name]"))
    return text


def _joined(text: str) -> str:
    """A first and a last name beside each other are one."""
    name = re.escape(_("[name]"))
    return re.sub(rf"{name}(?:\s+{name})+", lambda _found: _("[name]"), text)
