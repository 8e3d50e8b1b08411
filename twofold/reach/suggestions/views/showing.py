"""The two pages of suggestions: people one may know, and things worth a look."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from twofold.people.graph.queries import count_waiting, relations
from twofold.people.personas.acting import me
from twofold.reach.suggestions import queries

MOST = 30


@require_GET
def people(request: HttpRequest, network: str) -> HttpResponse:
    me(request)
    viewer = request.viewer.itself
    found = queries.people_to_meet(viewer, MOST)
    asking, letters = count_waiting(viewer)
    context = {
        "suggestions": found,
        "relations": relations(viewer, [each.persona.pk for each in found]),
        "refusals": queries.refusals(viewer),
        "is_suggested": queries.is_suggested(viewer),
        "asking": asking,
        "letters": letters,
    }
    return render(request, "suggestions/people.html", context)


@require_GET
def worth(request: HttpRequest, network: str) -> HttpResponse:
    me(request)
    return render(request, "suggestions/worth.html", {"worth": queries.worth_a_look(request.viewer.itself)})
