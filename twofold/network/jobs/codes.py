"""Workplace, type and level of a job as one number, for filters and counts to read: three digits, a place in each list.

Values may be added at the end of a list and never moved: the numbers are kept.
"""

from collections.abc import Collection
from functools import lru_cache
from itertools import product

from twofold.network.jobs.models import Level, Type, Workplace

_LISTS = (Workplace.values, Type.values, Level.values)
NAMES = ("workplace", "type", "level")


@lru_cache(maxsize=1_000)
def code_of(workplace: str, type: str, level: str) -> int:
    places = [known.index(each) for known, each in zip(_LISTS, (workplace, type, level), strict=True)]
    return places[0] * 100 + places[1] * 10 + places[2]


@lru_cache(maxsize=1_000)
def parts_of(code: int) -> dict[str, str]:
    """The three values under their names."""
    places = (code // 100, code // 10 % 10, code % 10)
    return {name: known[place] for name, known, place in zip(NAMES, _LISTS, places, strict=True)}


def codes_of(workplace: Collection[str], type: Collection[str], level: Collection[str]) -> list[int]:
    """All that have one of the values in each; where none is given any is good."""
    chosen = [given or known for given, known in zip((workplace, type, level), _LISTS, strict=True)]
    return [code_of(*each) for each in product(*chosen)]
