"""Writing a job that is not for some companies: who works there is known to the guards of privacy, not to jobs."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from twofold.care.privacy.actions import hide_from_staff
from twofold.network.jobs import queries
from twofold.network.jobs.policies import MOST_LEFT_OUT
from twofold.network.jobs.views import desk
from twofold.network.jobs.views.answers import me
from twofold.people.audiences.queries import by_handles
from twofold.people.personas.models import Persona


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    me(request)
    _hide(request, queries.page_of_team(request.viewer.itself, network, handle))  # type: ignore[attr-defined]
    return desk.new(request, network, handle)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, job_id: int) -> HttpResponse:
    me(request)
    _hide(request, queries.job_of_team(request.viewer.itself, job_id).author)  # type: ignore[attr-defined]
    return desk.edit(request, network, job_id)


@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, network: str, job_id: int, part: str) -> HttpResponse:
    me(request)
    _hide(request, queries.job_of_team(request.viewer.itself, job_id).author)  # type: ignore[attr-defined]
    return desk.part(request, network, job_id, part)


def _hide(request: HttpRequest, page: Persona) -> None:
    """Before the job is kept: its lists are right before anybody could see it."""
    if request.method != "POST":
        return
    typed = [each.strip().lstrip("@") for each in request.POST.get("not_for", "").split(",")]
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    found = by_handles(viewer, page.network, [each for each in typed if each][:MOST_LEFT_OUT])
    hide_from_staff(page, companies=[each for each in found.values() if each.is_page and each.pk != page.pk])
