"""Who could speak for the viewer where a job is: people near who work there now, and the way to each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.network.jobs import queries
from twofold.network.profiles.queries import working_at
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network

SHOWN = 40


@require_safe
def referrals(request: HttpRequest, network: str, job_id: int) -> HttpResponse:
    """Those whom one knows can be asked at once. To those whom they know goes a letter from hand to hand: each hand
    decides, and knows only the ones beside it. Nobody else learns of it, the employer neither."""
    me(request, only=Network.PROFESSIONAL)
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    job = queries.get(viewer, job_id)
    found = working_at(viewer, job.author)[:SHOWN]
    words = {
        "job": job,
        "known": [each for each in found if each.near.degree == 1],
        "near": [each for each in found if each.near.degree == 2],
        "far": [each for each in found if each.near.degree == 3],
    }
    return render(request, "web/referrals.html", words)
