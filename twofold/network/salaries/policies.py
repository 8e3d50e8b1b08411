"""May this persona enter that: nothing, or a refusal that says why."""

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.money import CURRENCIES
from twofold.foundation.kit.refusals import Refused
from twofold.network.salaries.models import Entry, Per
from twofold.network.salaries.noise import unit
from twofold.people.personas.models import Network, Persona

MOST_ENTRIES = 5
A_YEAR = {Per.YEAR: 1, Per.MONTH: 12, Per.HOUR: 1760}
# What can be meant as a year's pay, in units of about a euro.
_RANGE = (1_000, 4_000_000)
# What was earned longer ago tells little of today.
YEARS = 4


def insist(fine: object, reason: str, *, field: str = "") -> None:
    if not fine:
        raise Refused(reason, field=field)


def check_here(actor: Persona) -> None:
    at_work = actor.network == Network.PROFESSIONAL and not actor.is_page
    insist(at_work, _("What work pays is for people of the professional network."))


def check_words(role: str, place: str, country: str) -> None:
    insist(len(role) >= 2, _("Write what you do, as it stands in an advertisement."), field="role")
    insist(place, _("Write the town."), field="place")
    insist(len(country) == 2 and country.isalpha(), _("Choose the country."), field="country")


def check_pay(amount: int, per: str, currency: str, share: int, year: int) -> None:
    insist(currency in CURRENCIES, _("Choose one of the list."), field="currency")
    insist(per in A_YEAR, _("Choose one of the list."), field="per")
    insist(10 <= share <= 100, _("Between 10 and 100 in a hundred of a full week."), field="share")
    insist(amount > 0, _("Write a whole number above zero."), field="amount")
    words = _("Is that right? As a year of full-time work that would be beyond anything that we can compare.")
    least, most = (each * unit(currency) for each in _RANGE)
    insist(least <= yearly(amount, per, share) <= most, words, field="amount")
    now = clock.now().year
    words = _("Only the last %(years)d years count: what was paid before tells little of today.")
    insist(now - YEARS < year <= now, words % {"years": YEARS}, field="year")


def check_room(actor: Persona) -> None:
    full = Entry.objects.filter(persona=actor).count() >= MOST_ENTRIES
    insist(not full, _("%(most)d entries are enough. Let one go first.") % {"most": MOST_ENTRIES})


def yearly(amount: int, per: str, share: int) -> int:
    """As a year's pay for full-time work. An hour is an hour, however many there are in a week."""
    whole = amount * A_YEAR[Per(per)]
    return whole if per == Per.HOUR else round(whole * 100 / share)
