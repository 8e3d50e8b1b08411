"""The page of a search."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from twofold.foundation.kit.paging import read_cursor
from twofold.network.posts.queries import cards
from twofold.people.graph.queries import relations
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network
from twofold.reach.search import actions, queries
from twofold.reach.search.asking import PLACES, Asked, parse

_FEW = 5


@require_safe
def search(request: HttpRequest, network: Network) -> HttpResponse:
    """People, pages, hashtags and posts for what was typed, and at work jobs, courses, questions; of one kind alone
    with `in`."""
    viewer = request.viewer
    typed = request.GET.get("q", "")
    asked = parse(typed)
    place = request.GET.get("in", "") or asked.place
    place = place if place in PLACES else ""
    context = {"asked": asked, "place": place, "places": PLACES, "typed": typed[:200]}
    if asked.is_blank:
        context["recent"] = queries.recent(viewer)
        return render(request, "search/search.html", context)
    if viewer.persona and viewer.home == viewer.network and not request.htmx and request.method == "GET":
        actions.remember(viewer.persona, asked.typed)
    return render(request, "search/search.html", {**context, **_found(request, asked, place)})


def _found(request: HttpRequest, asked: Asked, place: str) -> dict:
    viewer, every = request.viewer, not place  # type: ignore[attr-defined]
    only_posts = bool(asked.author or asked.before)
    every_kind = every and not only_posts
    people = queries.people(viewer, asked) if every_kind or place == "people" else []
    pages = queries.pages(viewer, asked) if every_kind or place == "pages" else []
    tags = queries.tags(viewer, asked) if every_kind or place == "tags" else []
    found: dict[str, Any] = {
        "people": people if place else people[:_FEW],
        "pages": pages if place else pages[:_FEW],
        "tags": tags if place else tags[:_FEW],
        "more_people": every and len(people) > _FEW,
        "more_pages": every and len(pages) > _FEW,
        "working": queries.working(viewer, asked) if every_kind else None,
    }
    shown = [each.pk for each, _near in [*people, *pages]]
    found["relations"] = relations(viewer, shown)
    if every or place == "posts":
        page = queries.posts(viewer, asked, read_cursor(request.GET.get("before")))
        found |= {"page": page, "cards": cards(viewer, page.rows)}
    return found


@require_POST
def forget(request: HttpRequest, network: Network) -> HttpResponse:
    """Forget what one searched for."""
    actions.forget_searches(me(request))
    return HttpResponse(status=303, headers={"Location": reverse("search:search", args=[network])})
