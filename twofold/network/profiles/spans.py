"""Spans of time in words, as a profile and a CV say them."""

from datetime import date

from babel.dates import format_skeleton, get_month_names
from django.utils.translation import get_language, ngettext, to_locale
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock


def month(day: date | None, *, coarse: bool = False) -> str:
    """ "Mar 2019", or with `coarse` "2019"; nothing for no date."""
    if day is None:
        return ""
    return format_skeleton("y" if coarse else "yMMM", day, locale=to_locale(get_language() or "en"))


def months() -> list[tuple[int, str]]:
    """The months by number, in the words of the language that is spoken."""
    names = get_month_names("wide", context="stand-alone", locale=to_locale(get_language() or "en"))
    return [(number, names[number]) for number in range(1, 13)]


def span(began: date | None, ended: date | None, *, current: bool = False, coarse: bool = False) -> str:
    """ "Mar 2019 – now", "2011 – 2014", "2011", "from May 2027", or nothing."""
    first, last = month(began, coarse=coarse), month(ended, coarse=coarse)
    if began and began > clock.now().date():
        return _("from %(began)s") % {"began": first}
    if current and began:
        return _("%(began)s – now") % {"began": first}
    return " – ".join(dict.fromkeys(filter(None, (first, last))))


def duration(began: date | None, ended: date | None, *, current: bool = False, coarse: bool = False) -> str:
    """ "3 yrs 2 mos", both ends counted; nothing where the months are not known or it has not begun."""
    today = clock.now().date()
    if began is None or coarse or began > today or not (ended or current):
        return ""
    last = ended or today
    number = (last.year - began.year) * 12 + last.month - began.month + 1
    years, rest = divmod(number, 12)
    words = []
    if years:
        words.append(ngettext("%(number)d yr", "%(number)d yrs", years) % {"number": years})
    if rest or not years:
        words.append(ngettext("%(number)d mo", "%(number)d mos", rest) % {"number": rest})
    return " ".join(words)
