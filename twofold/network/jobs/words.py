"""The words of a job and of a search: the same folding for both, so that what was written is found."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from twofold.foundation.kit.text import folded

MOST_WORDS = 12
_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_TOKEN = re.compile(r'-?"[^"]*"?|\S+')


def words_of(text: str) -> list[str]:
    """The words of a text, folded, in their order: "C++ & Python" gives c++ and python."""
    return [each[:60] for each in _WORD.findall(folded(text))]


def weighed(parts: Iterable[tuple[str, int]]) -> Counter[str]:
    """Each word of several texts, with the largest weight that it has in any."""
    found: Counter[str] = Counter()
    for text, weight in parts:
        for word in words_of(text):
            found[word] = max(found[word], weight)
    return found


@dataclass(frozen=True)
class Wanted:
    """What a search asks for. Every group must be met, by one of its phrases; none of `without` may be there.

    A phrase is one word or several that stand together.
    """

    groups: tuple[tuple[tuple[str, ...], ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()

    @property
    def plain(self) -> list[str]:
        """Every word that speaks for a job."""
        return sorted({word for group in self.groups for phrase in group for word in phrase})


def wanted(text: str) -> Wanted:
    """Read what was typed: words, "words together", OR between two, a minus before what must not be there."""
    groups: list[list[tuple[str, ...]]] = []
    without: list[tuple[str, ...]] = []
    joined = False
    for token in _TOKEN.findall(text)[:MOST_WORDS]:
        if token in ("OR", "|"):
            joined = bool(groups)
            continue
        phrase = tuple(words_of(token.lstrip("-")))
        if not phrase or token == "AND":
            continue
        if token.startswith("-"):
            without.append(phrase)
        elif joined:
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
        joined = False
    return Wanted(tuple(map(tuple, groups)), tuple(without))
