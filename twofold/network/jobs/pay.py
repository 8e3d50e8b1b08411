"""What a job pays: in words, and as a year's pay to compare with."""

from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from twofold.foundation.kit.money import CURRENCIES, countries, country_name, currencies, whole
from twofold.network.jobs.models import Job, Period

__all__ = ["A_YEAR", "CURRENCIES", "countries", "country_name", "currencies", "pay_words", "yearly"]

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
    ends = [whole(each, currency, language) for each in (low, high)]
    words = ends[0] if low == high else f"{ends[0]} – {ends[1]}"
    return _("%(pay)s %(period)s") % {"pay": words, "period": Period(period).label}
