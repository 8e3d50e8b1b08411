"""What the views of groups share."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from twofold.network.groups import queries
from twofold.network.groups.models import Group
from twofold.network.groups.queries import Place


def see(name: str, group: Group, *more: object) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(name, args=[group.network, group.pk, *more]), status=303)


def home_of(network: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("groups:home", args=[network]), status=303)


def shown(
    request: HttpRequest, template: str, place: Place, *, problem: object = "", **words: object
) -> HttpResponse:
    """One of the pages of a group; with a `problem`, what was typed on it comes back."""
    if "look" in place.can:
        words["waits"] = queries.count_waiting(request.viewer.itself, place.group)  # type: ignore[attr-defined]
    context = {"place": place, "group": place.group, "problem": problem, **words}
    return render(request, f"groups/{template}.html", context, status=422 if problem else 200)
