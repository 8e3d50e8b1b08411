"""What the views of learning share."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from twofold.foundation.kit.ways import see as seen_there
from twofold.network.learning.queries import Place
from twofold.people.personas.models import Network

WORK = Network.PROFESSIONAL


def see(name: str, *more: object, part: str = "") -> HttpResponseRedirect:
    return seen_there(reverse(f"learning:{name}", args=[WORK, *more]) + part)


def shown(
    request: HttpRequest, template: str, place: Place, *, problem: object = "", **words: object
) -> HttpResponse:
    """One of the pages of a course; with a `problem`, what was typed on it comes back."""
    base = reverse("learning:course", args=[WORK, place.course.pk])
    context = {"place": place, "course": place.course, "base": base, "problem": problem, **words}
    return render(request, f"learning/{template}.html", context, status=422 if problem else 200)
