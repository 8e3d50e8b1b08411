"""Handles as text: one spelling to keep, and what a quick eye takes them for.

A handle is kept in NFKC and small letters, of any script. Its skeleton is what two handles share when they look
alike (`раul` in Cyrillic and `paul`, `rn` and `m`, `0` and `o`), after Unicode's table of confusable characters.
"""

import json
import unicodedata
from functools import cache
from importlib.resources import files
from itertools import pairwise

MIN_LENGTH, MAX_LENGTH = 3, 30
SEPARATORS = "._-"
# The Unicode categories of letters, the marks that belong to them, and digits.
_ALLOWED = {"Ll", "Lu", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"}
_MARKS = str.maketrans("", "", "\u200e\u200f")
# Names that a stranger would take for the server's own voice, and words of our addresses.
RESERVED = frozenset(
    """
    about abuse account accounts admin administrator api app apps auth billing contact delete demo edit everyone help
    home info legal live login logout mail media members mod moderation moderator moderators new news notifications
    null oauth official owner pages password people postmaster posts privacy professional root rules saved search
    security server settings signin signup social staff static status support system tags team terms twofold undefined
    webmaster welcome
    """.split()  # noqa: SIM905 (words are read more easily than quotes)
)


def canonical(handle: str) -> str:
    """The spelling that is kept: NFKC, small letters, without the @ that people type in front."""
    folded = unicodedata.normalize("NFKC", handle.strip().removeprefix("@")).casefold()
    return unicodedata.normalize("NFKC", folded)


def is_well_formed(handle: str) -> bool:
    """Whether a canonical handle is of letters, digits and single separators inside."""
    if not handle or handle[0] in SEPARATORS or handle[-1] in SEPARATORS or unicodedata.combining(handle[0]):
        return False
    if any(one in SEPARATORS and other in SEPARATORS for one, other in pairwise(handle)):
        return False
    return all(letter in SEPARATORS or unicodedata.category(letter) in _ALLOWED for letter in handle)


def skeleton(handle: str) -> str:
    """What `handle` looks like: equal for two handles that a quick eye takes for the same. At most 60 letters."""
    look = _looks()
    return "".join(look.get(letter, letter) for letter in canonical(handle)[:MAX_LENGTH])


def _single(letter: str) -> bool:
    """Whether `letter` can stand in a canonical handle."""
    return len(letter) == 1 and unicodedata.category(letter) in _ALLOWED and canonical(letter) == letter


@cache
def _looks() -> dict[str, str]:
    """Each letter that looks like another, and that other: the smallest of its likes, or two letters (m: rn)."""
    table = json.loads((files("confusable_homoglyphs") / "confusables.json").read_text("utf-8"))
    leader: dict[str, str] = {}

    def lead(letter: str) -> str:
        while letter in leader:
            letter = leader[letter]
        return letter

    pairs: dict[str, str] = {}
    for written, alikes in table.items():
        one = written.translate(_MARKS)
        if not _single(one):
            continue
        for alike in alikes:
            other = _small(alike["c"].translate(_MARKS), beside=one)
            if _single(other):
                first, second = sorted((lead(one), lead(other)))
                if first != second:
                    leader[second] = first
            elif len(other) == 2 and all(_single(letter) for letter in other):
                pairs[one] = other
    looks = {letter: lead(letter) for letter in leader}
    looks.update({one: "".join(map(lead, two)) for one, two in pairs.items()})
    return looks


def _small(alike: str, *, beside: str) -> str:
    """Handles have no capitals, so what looks only like a capital is like nothing; but 0 is like O and so like o."""
    return alike.casefold() if beside in "01" else alike
