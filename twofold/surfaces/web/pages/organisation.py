"""Pages of organisations that compose several nouns: who worked or learnt there, and what a page was told."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.foundation.kit.refusals import Absent
from twofold.network.pages import queries as pages
from twofold.network.pages.policies import MAY
from twofold.network.profiles.queries import people_at
from twofold.network.profiles.spans import span
from twofold.people.audiences.queries import by_handle
from twofold.people.graph.queries import nearness, relations
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications.queries import inbox
from twofold.reach.notifications.sentences import sentence
from twofold.surfaces.web.pages import profile

WHEN = ("", "now", "past")


@require_safe
def people(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """Who worked or learnt at an organisation and lets it be seen."""
    viewer, page = request.viewer.itself, by_handle(request.viewer, network, handle)
    if not page.is_page:
        raise Absent
    when = request.GET.get("when", "")
    name = request.GET.get("name", "").strip()[:80]
    found = people_at(
        viewer, page, name=name, when=when if when in WHEN else "", before=request.GET.get("before")
    )
    ids = [each.persona.pk for each in found]
    words = {
        **profile.shown(request, page, "people"),
        "found": found,
        "name": name,
        "when": when,
        "span": span,
        "relations": relations(viewer, ids),
        "near": nearness(viewer, ids),
    }
    return render(request, "web/organisation_people.html", words)


@require_safe
def news(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """What the page was told: who follows it, and what was said to its posts. For those who run it."""
    page, role = pages.running(request.viewer.itself, network, handle)
    told = inbox(Viewer.of(page), request.GET.get("before"))
    words = {
        "page_persona": page,
        "role": role,
        "can": MAY[role.kind],  # type: ignore[index]
        "tab": "news",
        "page": told,
        "lines": [(each, sentence(each, network)) for each in told],
    }
    return render(request, "web/organisation_news.html", words)
