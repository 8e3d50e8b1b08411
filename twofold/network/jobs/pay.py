"""What a job pays: in words, and as a year's pay to compare with."""

from functools import lru_cache

from babel import Locale
from babel.numbers import format_currency, get_currency_name
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _

from twofold.network.jobs.models import Job, Period

CURRENCIES = (
    "EUR", "USD", "GBP", "CHF", "AED", "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "HUF", "INR", "JPY", "KRW", "MAD",
    "MXN", "NOK", "NZD", "PLN", "RON", "SAR", "SEK", "SGD", "TRY", "UAH", "ZAR",
)  # fmt: skip
# How many of each make a year of full-time work.
A_YEAR = {Period.YEAR: 1, Period.MONTH: 12, Period.WEEK: 52, Period.DAY: 220, Period.HOUR: 1760}


def yearly(amount: int | None, period: str) -> int:
    return (amount or 0) * A_YEAR[Period(period)]


def pay_words(job: Job) -> str:
    """ "€62,000–79,000 a year"; nothing for a draft that does not say yet."""
    if job.salary_low is None or job.salary_high is None or not job.currency:
        return ""
    return _said(job.salary_low, job.salary_high, job.currency, job.period, get_language() or "en")


@lru_cache(maxsize=4_000)
def _said(low: int, high: int, currency: str, period: str, language: str) -> str:
    locale = to_locale(language)
    ends = [
        format_currency(each, currency, locale=locale, currency_digits=False, format="¤#,##0")
        for each in (low, high)
    ]
    words = ends[0] if low == high else f"{ends[0]} – {ends[1]}"
    return _("%(pay)s %(period)s") % {"pay": words, "period": Period(period).label}


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


# What Unicode names beside countries.
_NOT = {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"}


def country_name(code: str) -> str:
    return dict(countries(get_language() or "en")).get(code, code)
