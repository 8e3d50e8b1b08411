"""A job as it is read, and the jobs of a page: composed of jobs, their employer, and one's own skills."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.foundation.kit.refusals import Absent
from twofold.network.jobs import queries
from twofold.network.jobs.drawing import drawn
from twofold.network.jobs.posting import as_script, posting
from twofold.network.profiles.queries import ties_at_work
from twofold.people.audiences.queries import by_handle
from twofold.surfaces.web.pages import profile
from twofold.surfaces.web.pages.job_fit import gaps
from twofold.surfaces.web.pages.job_search import here, lines, my_skills, work_there


@require_safe
def job(request: HttpRequest, network: str, job_id: int) -> HttpResponse:
    """One job, with how one's own skills suit it."""
    viewer = here(request, network)
    found = queries.get(viewer, job_id)
    skills = queries.skills_of([found.pk]).get(found.pk, [])
    fit = queries.fits(my_skills(viewer), skills) if viewer and skills else None
    words = {
        "job": found,
        "drawn": drawn(found, skills),
        "fit": fit,
        "known": work_there(ties_at_work(viewer).get(found.author_id, ())),
        "gaps": gaps(viewer, fit.lack) if fit else [],
        "application": queries.own_for(viewer, found.pk) if viewer else None,
        "saved": queries.is_saved(viewer, found.pk),
        "rate": queries.answer_rate(found.author_id),
        "posting": as_script(posting(found, skills)),
    }
    return render(request, "web/job.html", words)


@require_safe
def organisation_jobs(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """The open jobs of a page."""
    viewer, page = here(request, network), by_handle(request.viewer, network, handle)
    if not page.is_page:
        raise Absent
    found = queries.of_page(viewer, page, request.GET.get("before"))
    words = {
        **profile.shown(request, page, "jobs"),
        "page": found,
        "lines": lines(viewer, queries.rows_of(found)),
    }
    return render(request, "web/organisation_jobs.html", words)
