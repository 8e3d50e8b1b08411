"""Finding jobs: composed of jobs, of one's own skills, and of where those one knows work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from twofold.foundation.kit.money import country_name
from twofold.foundation.kit.refusals import Absent
from twofold.network.endorsements.queries import own_names
from twofold.network.jobs import queries
from twofold.network.jobs.drawing import where_words
from twofold.network.jobs.models import Level, Type, Workplace
from twofold.network.jobs.pay import CURRENCIES, pay_words
from twofold.network.jobs.queries import Fit, Mine, MySkill, Row, Search
from twofold.network.profiles.queries import ties_at_work
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

CHOICES = (("workplace", Workplace), ("type", Type), ("level", Level))
_NAMES_SHOWN = 2


@dataclass(frozen=True)
class Line:
    """A job in a list, in words: how it suits whoever reads it (None where nobody can tell), whom they know there."""

    row: Row
    pay: str
    where: str
    fit: Fit | None
    known: str = ""


@dataclass(frozen=True)
class Chip:
    """Something that is asked for, and the address without it."""

    words: str
    away: str


@require_safe
def find(request: HttpRequest, network: str) -> HttpResponse:
    """Open jobs that suit what stands in the address, with how many each filter would leave.

    A form sends empty fields too; they do not stay in the address.
    """
    viewer, asked = here(request, network), queries.read_search(request.GET)
    address = f"{request.path}?{asked.query()}"
    if "" in request.GET.values() and not request.htmx:  # type: ignore[attr-defined]
        return HttpResponseRedirect(address)
    known = ties_at_work(viewer)
    mine = Mine(my_skills(viewer), frozenset(known))
    page, counts = queries.find(viewer, asked, request.GET.get("before"), mine)
    words = {
        "page": page,
        "lines": lines(viewer, queries.rows_of(page), known),
        "counts": counts,
        "mine": mine,
        **_form(asked),
    }
    answer = render(request, "web/jobs.html", words)
    answer.headers["HX-Push-Url"] = address
    return answer


def _form(asked: Search) -> dict[str, Any]:
    return {
        "asked": asked,
        "chips": chips(asked),
        "choices": CHOICES,
        "distances": queries.DISTANCES,
        "currencies": CURRENCIES,
    }


def bringing(viewer: Viewer) -> Mine:
    """What somebody brings along to a search."""
    return Mine(my_skills(viewer), frozenset(ties_at_work(viewer)))


def lines(
    viewer: Viewer, rows: list[Row], known: Mapping[int, Sequence[Persona]] | None = None
) -> list[Line]:
    """Rows in words; one query, for one's own skills."""
    mine = my_skills(viewer) if rows else []
    return [
        Line(
            row,
            pay_words(row.job),
            where_words(row.job),
            queries.fits(mine, row.skills) if viewer and row.skills else None,
            work_there((known or {}).get(row.job.author_id, ())),
        )
        for row in rows
    ]


def work_there(people: Sequence[Persona]) -> str:
    """ "Tomás Reyes works here", "Tomás Reyes and 3 more work here"; nothing of nobody."""
    if not people:
        return ""
    names = [each.name for each in people[:_NAMES_SHOWN]]
    more = len(people) - len(names)
    if more:
        words = ngettext(
            "%(name)s and %(num)d more work here", "%(name)s and %(num)d more work here", more + 1
        )
        return words % {"name": names[0], "num": more + 1}
    if len(names) > 1:
        return _("%(name)s and %(other)s work here") % {"name": names[0], "other": names[1]}
    return _("%(name)s works here") % {"name": names[0]}


def chips(asked: Search) -> list[Chip]:
    """Everything that narrows a search down, to be taken away one by one."""
    found = [Chip(f"“{asked.what}”", asked.without("what", ""))] if asked.what else []
    if asked.where:
        found.append(Chip(_where(asked), asked.without("where", "")))
    for name, choice in CHOICES:
        found += [Chip(str(choice(each).label), asked.without(name, each)) for each in getattr(asked, name)]
    if asked.pay:
        words = _("%(pay)s or more a year") % {"pay": f"{asked.pay:,} {asked.currency}".strip()}
        found.append(Chip(words, asked.without("pay", "")))
    elif asked.currency:
        found.append(
            Chip(_("Paid in %(currency)s") % {"currency": asked.currency}, asked.without("currency", ""))
        )
    found += [Chip(each, asked.without("skills", each)) for each in asked.skills]
    if asked.age:
        words = ngettext("New in the last day", "New in the last %(num)d days", asked.age) % {
            "num": asked.age
        }
        found.append(Chip(words, asked.without("age", "")))
    if asked.known:
        found.append(Chip(_("People I know work there"), asked.without("known", "")))
    if asked.good:
        found.append(Chip(_("Good match"), asked.without("good", "")))
    return found


def _where(asked: Search) -> str:
    if asked.reach is None:
        return asked.where
    at = f"{asked.reach.town.name}, {country_name(asked.reach.town.country)}"
    return _("Within %(km)d km of %(town)s") % {"km": asked.within, "town": at}


def my_skills(viewer: Viewer) -> list[MySkill]:
    return [MySkill(*each) for each in own_names(viewer)]


def here(request: HttpRequest, network: str) -> Viewer:
    """Whoever asks; jobs are there in one network only."""
    if network != Network.PROFESSIONAL:
        raise Absent
    return request.viewer.itself  # type: ignore[attr-defined]
