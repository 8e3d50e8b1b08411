"""Where towns are: names to coordinates, without asking anybody. Data of GeoNames (geonames.org), CC BY 4.0.

`towns.tsv` (made by scripts/towns.py) is sorted and read where it lies, so that it costs no memory and no start.
"""

import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import cos, radians
from pathlib import Path

from django.utils.translation import get_language

from twofold.foundation.kit.money import countries
from twofold.foundation.kit.text import folded

_FILE = Path(__file__).with_name("towns.tsv")
# Kilometres to a degree of latitude.
DEGREE = 111.2


@dataclass(frozen=True)
class Town:
    """`latitude` and `longitude` in degrees; `people` in thousands."""

    name: str
    country: str
    latitude: float
    longitude: float
    people: int


@dataclass(frozen=True)
class Reach:
    """All within some kilometres of a town. `east` says how much shorter a degree of longitude is there."""

    town: Town
    km: int

    @property
    def north(self) -> float:
        """Degrees of latitude."""
        return self.km / DEGREE

    @property
    def east(self) -> float:
        return max(0.01, cos(radians(self.town.latitude)))


def town(text: str, country: str = "") -> Town | None:
    """The town that is called so: "Utrecht" or "Utrecht, Netherlands". The largest of them, in `country` (its code) if
    that is given; None where no town is called so, or where it is the name of a country."""
    name, _comma, rest = (part.strip() for part in text.partition(","))
    within = country or (_code(rest) if rest else "")
    if not name or (rest and not within) or (not within and _code(name)):
        return None
    return _largest(folded(name), within)


@lru_cache(maxsize=2_000)
def _largest(look: str, country: str) -> Town | None:
    found = [each for each in _called(look) if country in ("", each.country)]
    return max(found, key=lambda each: each.people, default=None)


def _called(look: str) -> Iterator[Town]:
    """Every town of this name, found by halving the file."""
    held, wanted = _held(), f"{look}\t".encode()
    low, high = 0, len(held)
    while low < high:
        middle = (low + high) // 2
        start = held.rfind(b"\n", 0, middle) + 1
        if held[start : start + len(wanted)] < wanted:
            low = held.find(b"\n", middle) + 1
        else:
            high = start
    while held[low : low + len(wanted)] == wanted:
        end = held.find(b"\n", low)
        _look, country, latitude, longitude, people, name = held[low:end].decode().split("\t")
        yield Town(name, country, float(latitude), float(longitude), int(people))
        low = end + 1


@cache
def _held() -> mmap.mmap:
    with _FILE.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _code(text: str) -> str:
    """The code of a country by its code or its name, in English or as the reader calls it."""
    return _codes(get_language() or "en").get(folded(text), "")


@lru_cache(maxsize=20)
def _codes(language: str) -> dict[str, str]:
    known = {folded(name): code for each in ("en", language) for code, name in countries(each)}
    return known | {code.lower(): code for code, _name in countries("en")}
