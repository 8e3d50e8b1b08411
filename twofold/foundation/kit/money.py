"""Currencies and countries: which there are, and how they are called."""

from functools import lru_cache

from babel import Locale
from babel.numbers import format_currency, get_currency_name
from django.utils.translation import get_language, to_locale

CURRENCIES = (
    "EUR", "USD", "GBP", "CHF", "AED", "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "HUF", "INR", "JPY", "KRW", "MAD",
    "MXN", "NOK", "NZD", "PLN", "RON", "SAR", "SEK", "SGD", "TRY", "UAH", "ZAR",
)  # fmt: skip
# What Unicode names beside countries.
_NOT = {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"}


@lru_cache(maxsize=8_000)
def whole(amount: int, currency: str, language: str) -> str:
    """An amount without its hundredths: "€62,000"."""
    locale = to_locale(language)
    return format_currency(amount, currency, locale=locale, currency_digits=False, format="¤#,##0")


@lru_cache(maxsize=20)
def currencies(language: str) -> list[tuple[str, str]]:
    """Choices of a form: the code and the name of each."""
    locale = to_locale(language)
    return [(each, f"{each} · {get_currency_name(each, locale=locale)}") for each in CURRENCIES]


@lru_cache(maxsize=20)
def countries(language: str) -> list[tuple[str, str]]:
    """Choices of a form: the code and the name of each country, by name."""
    known = Locale.parse(to_locale(language)).territories
    found = [
        (code, name) for code, name in known.items() if len(code) == 2 and code.isalpha() and code not in _NOT
    ]
    return sorted(found, key=lambda each: each[1])


def country_name(code: str) -> str:
    return dict(countries(get_language() or "en")).get(code, code)
