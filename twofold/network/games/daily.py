"""The word of the day: five letters, six tries, the same word for all of this server who guess in that language.

The lists in words/ are our own. Any five letters are a guess: a dictionary that says no is no fun. Which word comes
when follows from the server's secret, so that nobody reads tomorrow's in the source.
"""

import hmac
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings

LETTERS, TRIES = 5, 6
HERE, ELSEWHERE, NOWHERE = "here", "elsewhere", "nowhere"
# Each in its own words; what a keyboard of it holds, in rows.
LANGUAGES = {
    "en": ("English", ("qwertyuiop", "asdfghjkl", "zxcvbnm")),
    "nl": ("Nederlands", ("qwertyuiop", "asdfghjkl", "zxcvbnm")),
    "de": ("Deutsch", ("qwertzuiop", "asdfghjkl", "yxcvbnm")),
    "fr": ("Français", ("azertyuiop", "qsdfghjklm", "wxcvbn")),
    "es": ("Español", ("qwertyuiop", "asdfghjklñ", "zxcvbnm")),
    "ar": ("العربية", ("ضصثقفغعهخحج", "شسيبلاتنمكط", "ئءؤرىةوزظدذ")),
}
_FOLDER = Path(__file__).parent / "words"
_SIGNS = {HERE: "●", ELSEWHERE: "◐", NOWHERE: "○"}


@cache
def words(language: str) -> tuple[str, ...]:
    return tuple((_FOLDER / f"{language}.txt").read_text("utf-8").split())


def word_of(language: str, day: date) -> str:
    """The word of a day. All of a list come once before any comes again."""
    return _shuffled(language)[day.toordinal() % len(words(language))]


@cache
def _shuffled(language: str) -> tuple[str, ...]:
    def place(word: str) -> bytes:
        return hmac.digest(settings.SECRET_KEY.encode(), f"word:{language}:{word}".encode(), "sha256")

    return tuple(sorted(words(language), key=place))


def folded(text: str, language: str) -> str:
    """What was typed as the lists spell it: small letters without accents, ñ kept, every alef plain."""
    letters = []
    for letter in unicodedata.normalize("NFC", text.strip().casefold()):
        plain = unicodedata.normalize("NFD", letter)[0]
        keep = letter in "".join(LANGUAGES[language][1])
        if not unicodedata.combining(letter):
            letters.append(letter if keep else plain)
    return "".join(letters)


def is_guess(text: str, language: str) -> bool:
    return len(text) == LETTERS and set(text) <= set("".join(LANGUAGES[language][1]))


def marks(word: str, guess: str) -> list[str]:
    """For each letter of a guess whether it is here in the word, elsewhere, or nowhere; none is counted twice."""
    left = Counter(one for one, other in zip(word, guess, strict=True) if one != other)
    found = []
    for one, other in zip(word, guess, strict=True):
        if one == other:
            found.append(HERE)
        elif left[other] > 0:
            left[other] -= 1
            found.append(ELSEWHERE)
        else:
            found.append(NOWHERE)
    return found


def known(word: str, guesses: Sequence[str]) -> dict[str, str]:
    """The best that is known of each letter that was tried."""
    best: dict[str, str] = {}
    order = [NOWHERE, ELSEWHERE, HERE]
    for guess in guesses:
        for letter, mark in zip(guess, marks(word, guess), strict=True):
            if letter not in best or order.index(mark) > order.index(best[letter]):
                best[letter] = mark
    return best


def picture(word: str, guesses: Sequence[str]) -> str:
    """The tries as signs, a line each: what may be shown without giving the word away."""
    return "\n".join("".join(_SIGNS[mark] for mark in marks(word, guess)) for guess in guesses)
