"""What the views of projects share."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from twofold.foundation.kit import clock
from twofold.foundation.kit.ways import see as seen_there
from twofold.network.projects.queries import Place
from twofold.people.personas.models import Network

WORK = Network.PROFESSIONAL
__all__ = ["WORK", "see", "shown"]


def see(name: str, project_id: int, *more: object) -> HttpResponseRedirect:
    return seen_there(reverse(f"projects:{name}", args=[WORK, project_id, *more]))


def shown(
    request: HttpRequest, template: str, place: Place, *, problem: object = "", **words: object
) -> HttpResponse:
    """One of the pages of a project; with a `problem`, what was typed on it comes back."""
    context = {
        "place": place,
        "project": place.project,
        "problem": problem,
        "today": clock.now().date(),
        **words,
    }
    return render(request, f"projects/{template}.html", context, status=422 if problem else 200)
