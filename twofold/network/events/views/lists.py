"""Events in lists: what one goes to, what one could go to, what was."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.network.events import queries
from twofold.network.events.drawing import lines
from twofold.people.personas.acting import me

_TABS = ("coming", "find", "ties", "past")


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    me(request)
    viewer, after = request.viewer, request.GET.get("after")
    tab = request.GET.get("tab", "coming")
    tab = tab if tab in _TABS else "coming"
    if tab == "coming":
        page = queries.coming(viewer, after)
    elif tab == "past":
        page = queries.past(viewer, after)
    else:
        page = queries.found(viewer, after, ties=tab == "ties")
    context = {
        "tab": tab,
        "page": page,
        "lines": lines(viewer, page),
        "asked": queries.asked_to_host(viewer) if tab == "coming" and not after else [],
    }
    return render(request, "events/home.html", context)
