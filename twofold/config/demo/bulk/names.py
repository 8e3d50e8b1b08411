"""Names of very many invented people: given and family names of many places, put together at random."""

import unicodedata
from collections.abc import Iterator

import numpy as np

from twofold.config.demo.reading import read, split
from twofold.people.personas.handles import skeleton

_WORDS = read("bulk/names.toml")
_PLACES = [(split(place["given"]), split(place["family"])) for place in _WORDS["places"]]
_FIRST, _SECOND = split(_WORDS["nicknames"]["first"]), split(_WORDS["nicknames"]["second"])
_JOBS, _EMPLOYERS = split(_WORDS["work"]["jobs"]), split(_WORDS["work"]["employers"])
_TOWNS = split(_WORDS["homes"]["towns"])


class Handles:
    """Gives out handles, none of which looks like another in its network."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> tuple[str, str]:
        """`wanted`, or with the next number that is free, and its skeleton."""
        handle, number = wanted, 1
        while (look := skeleton(handle)) in self._taken:
            number += 1
            handle = f"{wanted}{number}"
        self._taken.add(look)
        return handle, look


def professionals(rng: np.random.Generator, count: int) -> Iterator[tuple[str, str, str, str, str]]:
    """(handle, skeleton, name, line, place), `count` times."""
    handles = Handles()
    for place, given, family, job, employer, town in rng.random((count, 6)).tolist():
        given_names, family_names = _PLACES[int(place * len(_PLACES))]
        first, last = _pick(given_names, given), _pick(family_names, family)
        line = f"{_pick(_JOBS, job).capitalize()}, {_pick(_EMPLOYERS, employer)}"
        yield *handles.take(_plain(f"{first}.{last}")), f"{first} {last}", line, _pick(_TOWNS, town)


def nicknames(rng: np.random.Generator, count: int) -> Iterator[tuple[str, str, str, str, str]]:
    """The same for the other network, where people choose what to be called."""
    handles = Handles()
    for first, second, line, town in rng.random((count, 4)).tolist():
        one, two = _pick(_FIRST, first), _pick(_SECOND, second)
        words = f"Mostly {_pick(_SECOND, line)}s and {_pick(_SECOND, line * 7 % 1)}s"
        name = f"{one.capitalize()} {two.capitalize()}"
        yield *handles.take(f"{one}.{two}"), name, words, _pick(_TOWNS, town)


def _pick(words: list[str], share: float) -> str:
    return words[int(share * len(words))]


def _plain(text: str) -> str:
    """Small ASCII letters for a handle."""
    folded = unicodedata.normalize(
        "NFKD", text.casefold().replace("ı", "i").replace("ł", "l").replace("ø", "o")
    )
    return "".join(letter for letter in folded if letter.isascii() and (letter.isalnum() or letter == "."))
