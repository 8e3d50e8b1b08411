"""The page of a search."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.passing import in_passing
from twofold.network.posts.queries import cards
from twofold.people.graph.queries import relations
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer
from twofold.reach.search import actions, queries
from twofold.reach.search.asking import LONGEST, WORK, Asked, parse, places_for
from twofold.reach.search.offering import offers

_FEW, _FEW_WORK, _MANY_WORK = 5, 3, 20
_KINDS: dict[str, Callable[[Viewer, Asked], Sequence[Any]]] = {
    "people": queries.people,
    "pages": queries.pages,
    "groups": queries.groups,
    "events": queries.events,
    "tags": queries.tags,
    "messages": queries.messages,
}


@require_safe
def search(request: HttpRequest, network: Network) -> HttpResponse:
    """All kinds of things for what was typed, a few of each; of one kind alone, many, with `in`."""
    viewer = request.viewer
    typed = request.GET.get("q", "")
    asked = parse(typed)
    places = places_for(viewer)
    place = request.GET.get("in", "") or asked.place
    place = place if place in places else ""
    context = {"asked": asked, "place": place, "places": places, "typed": typed[:LONGEST]}
    context["long"] = LONGEST if len(typed) > LONGEST else 0
    if asked.is_blank:
        context["recent"] = queries.recent(viewer)
        return render(request, "search/search.html", context)
    if viewer.persona and viewer.home == viewer.network and not request.htmx and request.method == "GET":
        with in_passing():
            actions.remember(viewer.persona, asked.typed)
    return render(request, "search/search.html", {**context, **_found(request, asked, place)})


def _found(request: HttpRequest, asked: Asked, place: str) -> dict[str, Any]:
    """What there is, by kind; the kinds that authors and dates say nothing of only where neither is asked for."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    every = not place
    any_kind = every and not (asked.author or asked.before)
    found: dict[str, Any] = {"more": set()}
    for name, read in _KINDS.items():
        rows = read(viewer, asked) if place == name or (any_kind and name in places_for(viewer)) else []
        found[name] = rows[:_FEW] if every else rows
        if every and len(rows) > _FEW:
            found["more"].add(name)
    found["said"] = found.pop("messages")  # Of that name are what the page tells its reader.
    if any_kind or place in WORK:
        found["working"] = queries.working(viewer, asked, _FEW_WORK if every else _MANY_WORK)
    found["relations"] = relations(viewer, [each.pk for each, _near in [*found["people"], *found["pages"]]])
    if every or place in ("posts", "saved"):
        before = read_cursor(request.GET.get("before"))
        page = queries.posts(viewer, asked, before, saved=place == "saved")
        found |= {"page": page, "cards": cards(viewer, page.rows)}
    return found


@require_safe
def complete(request: HttpRequest, network: Network) -> JsonResponse:
    """What may be meant by what is typed so far. Nothing of it is noted."""
    return JsonResponse({"options": offers(request.viewer, parse(request.GET.get("q", "")))})  # type: ignore[attr-defined]


@require_POST
def forget(request: HttpRequest, network: Network) -> HttpResponse:
    """Forget what one searched for."""
    actions.forget_searches(me(request))
    return HttpResponse(status=303, headers={"Location": reverse("search:search", args=[network])})
