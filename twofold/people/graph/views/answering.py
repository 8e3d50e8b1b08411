"""What the pages of this app share: who acts, where to go back to, and what a list of people shows."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from twofold.foundation.kit.paging import Page
from twofold.people.graph import queries
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def frame(viewer: Viewer) -> dict[str, int]:
    """What the tabs above every page of this app count."""
    asking, letters = queries.count_waiting(viewer)
    return {"asking": asking, "letters": letters}


def people(request: HttpRequest, template: str, page: Page, at: str = "", **context: Any) -> HttpResponse:
    """A page that lists people: those of `page`, or those that its rows hold under `at`, as the viewer knows them."""
    personas = [getattr(row, at) if at else row for row in page]
    context |= known(request.viewer, personas) | frame(request.viewer)
    context |= {"page": page, "people": list(zip(personas, page.rows, strict=True))}
    return render(request, f"graph/{template}.html", context)


def known(viewer: Viewer, personas: list[Persona]) -> dict[str, Any]:
    """How these stand to the viewer, how near they are, and what the viewer noted of them: five queries."""
    ids = [persona.pk for persona in personas]
    return {
        "relations": queries.relations(viewer, ids),
        "near": queries.nearness(viewer, ids),
        "memories": queries.memories(viewer, ids),
    }
