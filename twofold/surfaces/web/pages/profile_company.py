"""With whom and where somebody is, among friends: the tabs of friends, groups and events."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.foundation.kit.refusals import Absent
from twofold.network.events import queries as events
from twofold.network.events.drawing import lines
from twofold.network.groups.queries import groups_of
from twofold.people.audiences.queries import by_handle
from twofold.people.graph.queries import mutual, relations, ties_of
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.web.pages.profile import shown


def _persona(request: HttpRequest, network: str, handle: str) -> tuple[Viewer, Persona]:
    if network != Network.SOCIAL:
        raise Absent
    viewer = request.viewer.itself
    persona = by_handle(viewer, network, handle)
    if persona.is_page:
        raise Absent
    return viewer, persona


@require_safe
def friends(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """One's own friends; of others those in common: whom else they know is theirs to tell."""
    viewer, persona = _persona(request, network, handle)
    before = request.GET.get("before")
    if viewer.id == persona.pk:
        page = ties_of(viewer, before=before)
        people = [tie.other for tie in page]
    elif viewer and viewer.home == network:
        page = mutual(viewer, persona, before=before)  # type: ignore[assignment]
        people = list(page.rows)  # type: ignore[arg-type]
    else:
        page, people = None, []  # type: ignore[assignment]
    words = {"page": page, "people": people, "relations": relations(viewer, [each.pk for each in people])}
    return render(request, "web/profile_friends.html", {**shown(request, persona, "friends"), **words})


@require_safe
def groups(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """Groups in which whoever asks may read that this person is."""
    viewer, persona = _persona(request, network, handle)
    words = {"groups": groups_of(viewer, persona)}
    return render(request, "web/profile_groups.html", {**shown(request, persona, "groups"), **words})


@require_safe
def meetings(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """What this person hosts next, for whoever may come across it."""
    viewer, persona = _persona(request, network, handle)
    page = events.by_host(viewer, persona, request.GET.get("after"))
    words = {"page": page, "lines": lines(viewer, page)}
    return render(request, "web/profile_events.html", {**shown(request, persona, "events"), **words})
