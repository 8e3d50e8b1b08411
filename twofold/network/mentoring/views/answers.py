"""What the views of mentoring share."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from twofold.foundation.kit import clock
from twofold.foundation.kit.ways import see as seen_there
from twofold.network.mentoring import forms, queries
from twofold.network.mentoring.queries import Pair
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona

WORK = Network.PROFESSIONAL


def see(name: str, *more: object, part: str = "") -> HttpResponseRedirect:
    return seen_there(reverse(f"mentoring:{name}", args=[WORK, *more]) + part)


def both(request: HttpRequest, mentoring_id: int) -> tuple[Persona, Pair]:
    """Who acts, and the mentoring in which they are one of the two."""
    actor = me(request, only=WORK)
    return actor, queries.get(request.viewer.itself, mentoring_id)  # type: ignore[attr-defined]


def shown(
    request: HttpRequest, template: str, pair: Pair, *, problem: str = "", at: str = "", **words: object
) -> HttpResponse:
    """One of the pages of a mentoring; with a `problem` of the form `at`, what was typed comes back."""
    context = {
        "pair": pair,
        "mentoring": pair.mentoring,
        "base": reverse("mentoring:mentoring", args=[WORK, pair.mentoring.pk]),
        "problem": problem,
        "at": at,
        "typed": request.POST,
        "now": clock.now(),
        "zone": me(request).time_zone,
        **words,
    }
    return render(request, f"mentoring/{template}.html", context, status=422 if problem else 200)


def whole_page(request: HttpRequest, pair: Pair, problem: str = "", at: str = "") -> HttpResponse:
    """All that two have together."""
    goals, meetings = queries.entire(pair)
    for each in meetings:
        forms.here(each, me(request).time_zone)
    typed = request.POST if at == "terms" else None
    terms = forms.terms_values(typed, pair.mentoring)
    words = {"goals": goals, "meetings": meetings, "terms": terms}
    return shown(request, "mentoring", pair, problem=problem, at=at, **words)
