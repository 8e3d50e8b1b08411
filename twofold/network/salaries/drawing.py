"""Figures in words, and as a bar each."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from twofold.foundation.kit.money import country_name, whole
from twofold.network.salaries.models import Figure


@dataclass(frozen=True)
class Drawn:
    """`middle`, `low` and `high` in words; `at`, `start` and `width` in hundredths of the widest scale shown."""

    figure: Figure
    where: str
    middle: str
    low: str
    high: str
    at: float
    start: float
    width: float


def drawn(figures: Sequence[Figure]) -> list[Drawn]:
    """Bars of one currency share a scale, so that they can be compared."""
    tops: dict[str, int] = {}
    for each in figures:
        tops[each.currency] = max(tops.get(each.currency, 1), each.high, each.middle)
    return [_drawn(each, tops[each.currency] * 1.08) for each in figures]


def _drawn(figure: Figure, top: float) -> Drawn:
    language = get_language() or "en"
    words = {
        name: whole(getattr(figure, name), figure.currency, language) for name in ("middle", "low", "high")
    }
    return Drawn(
        figure,
        ", ".join(filter(None, (figure.place, country_name(figure.country)))),
        **words,
        at=round(100 * figure.middle / top, 1),
        start=round(100 * figure.low / top, 1),
        width=round(100 * (figure.high - figure.low) / top, 1),
    )
