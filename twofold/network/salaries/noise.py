"""Figures that tell of many and of nobody: counts and quantiles drawn with noise.

A quantile is drawn by the exponential mechanism of differential privacy: every amount on the scale can come out, those
near the true quantile far more often, and one entry more or less changes no chance by more than a factor e^epsilon.
The lot is drawn from a secret of the server and the name of the figure, so that making it again gives the same.
"""

import hashlib
import hmac
import math
from collections.abc import Sequence
from random import Random

FEWEST = 10
# From so many on, the middle half is told beside the middle.
FEWEST_FOR_RANGE = 40
EPSILON = 3.0
# Whether there are enough is itself decided with noise: who comes tenth is not betrayed by a page that appears.
_MARGIN, _COUNT_EPSILON = 2, 1.0
_SIZES = (10, 20, 50, 100, 200, 500, 1_000)
# Amounts of a year outside of these count as their ends; in units of about a euro, see `unit`.
_LOWEST, _HIGHEST = 8_000, 400_000
# Roughly how many of a currency buy what a euro buys: known to everybody, and never taken from what people entered.
_UNITS = {
    "AED": 4, "BRL": 4, "CNY": 5, "CZK": 20, "DKK": 8, "HUF": 300, "INR": 30, "JPY": 120, "KRW": 1_200, "MAD": 6,
    "MXN": 12, "NOK": 10, "PLN": 4, "RON": 4, "SAR": 4, "SEK": 10, "TRY": 20, "UAH": 25, "ZAR": 10,
}  # fmt: skip
_DIGITS = 3


def lot(secret: str, *name: object) -> Random:
    """Chance that is always the same for the same name, and that nobody outside can foresee."""
    words = "\x1f".join(str(each) for each in name)
    return Random(hmac.new(secret.encode(), words.encode(), hashlib.sha256).digest())


def enough(number: int, chance: Random) -> bool:
    """Whether a group may be told of: never below `FEWEST`, and a little above only perhaps."""
    spread = chance.expovariate(_COUNT_EPSILON) - chance.expovariate(_COUNT_EPSILON)
    return number >= FEWEST and number + spread >= FEWEST + _MARGIN


def told_size(number: int) -> int:
    """The largest step that is not above the number."""
    return max(step for step in _SIZES if step <= max(number, FEWEST))


def unit(currency: str) -> int:
    return _UNITS.get(currency, 1)


def quantile(amounts: Sequence[int], share: float, chance: Random, scale: int = 1) -> int:
    """An amount near the one below which `share` of `amounts` lie, rounded; `scale` is the `unit` of its currency."""
    low, high = _LOWEST * scale, _HIGHEST * scale
    inside = sorted(math.log(min(max(each, low), high)) for each in amounts)
    ends = [math.log(low), *inside, math.log(high)]
    wanted = share * len(inside)
    weights = [
        (ends[place + 1] - ends[place]) * math.exp(-EPSILON * abs(place - wanted) / 2)
        for place in range(len(ends) - 1)
    ]
    place = chance.choices(range(len(weights)), weights)[0] if any(weights) else len(inside) // 2
    return rounded(math.exp(chance.uniform(ends[place], ends[place + 1])))


def rounded(amount: float) -> int:
    """The first three digits, in steps of five of the third."""
    step = 10 ** max(0, math.floor(math.log10(max(amount, 1))) - _DIGITS + 1) * 5
    return round(amount / step) * step
