"""Jobs as they are found and read: composed of a job, its employer, and one's own skills."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.foundation.kit.refusals import Absent
from twofold.network.endorsements.queries import own_names
from twofold.network.jobs import queries
from twofold.network.jobs.drawing import drawn, where_words
from twofold.network.jobs.models import Level, Type, Workplace
from twofold.network.jobs.pay import CURRENCIES, pay_words
from twofold.network.jobs.posting import as_script, posting
from twofold.network.jobs.queries import Fit, MySkill, Row
from twofold.people.audiences.queries import by_handle
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.web.pages import profile

CHOICES = (("workplace", Workplace.choices), ("type", Type.choices), ("level", Level.choices))


@dataclass(frozen=True)
class Line:
    """A job in a list, in words, and how it suits whoever reads it (None where nobody can tell)."""

    row: Row
    pay: str
    where: str
    fit: Fit | None


@require_safe
def find(request: HttpRequest, network: str) -> HttpResponse:
    """Open jobs that suit what stands in the address."""
    viewer = _here(request, network)
    asked = queries.read_search(request.GET)
    page = queries.search(viewer, asked, request.GET.get("before"))
    words = {
        "asked": asked,
        "page": page,
        "lines": lines(viewer, queries.rows_of(page)),
        "choices": CHOICES,
        "currencies": CURRENCIES,
    }
    return render(request, "web/jobs.html", words)


@require_safe
def job(request: HttpRequest, network: str, job_id: int) -> HttpResponse:
    """One job, with how one's own skills suit it."""
    viewer = _here(request, network)
    found = queries.get(viewer, job_id)
    skills = queries.skills_of([found.pk]).get(found.pk, [])
    mine = my_skills(viewer)
    words = {
        "job": found,
        "drawn": drawn(found, skills),
        "fit": queries.fits(mine, skills) if viewer and skills else None,
        "application": queries.own_for(viewer, found.pk) if viewer else None,
        "saved": queries.is_saved(viewer, found.pk),
        "rate": queries.answer_rate(found.author_id),
        "posting": as_script(posting(found, skills)),
    }
    return render(request, "web/job.html", words)


@require_safe
def organisation_jobs(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """The open jobs of a page."""
    viewer, page = _here(request, network), by_handle(request.viewer, network, handle)
    if not page.is_page:
        raise Absent
    found = queries.of_page(viewer, page, request.GET.get("before"))
    words = {
        **profile.shown(request, page, "jobs"),
        "page": found,
        "lines": lines(viewer, queries.rows_of(found)),
    }
    return render(request, "web/organisation_jobs.html", words)


def lines(viewer: Viewer, rows: list[Row]) -> list[Line]:
    """Rows in words; one query, for one's own skills."""
    mine = my_skills(viewer) if rows else []
    return [
        Line(
            row,
            pay_words(row.job),
            where_words(row.job),
            queries.fits(mine, row.skills) if viewer and row.skills else None,
        )
        for row in rows
    ]


def my_skills(viewer: Viewer) -> list[MySkill]:
    return [MySkill(*each) for each in own_names(viewer)]


def _here(request: HttpRequest, network: str) -> Viewer:
    if network != Network.PROFESSIONAL:
        raise Absent
    return request.viewer.itself  # type: ignore[attr-defined]
