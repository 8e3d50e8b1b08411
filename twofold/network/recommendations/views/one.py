"""One recommendation before its two people: reading it, and deciding about it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.recommendations import actions, queries
from twofold.network.recommendations.models import Recommendation
from twofold.network.recommendations.views.answers import spec_in, worker
from twofold.people.audiences.specs import parse
from twofold.people.graph.queries import audience_options
from twofold.people.personas.models import Persona

Act = Callable[[Persona, Recommendation, HttpRequest], object]

_ACTS: dict[str, Act] = {
    "show": lambda me, row, request: actions.show(
        me, recommendation=row, spec=spec_in(request) if "audience" in request.POST else None
    ),
    "hide": lambda me, row, _request: actions.hide(me, recommendation=row),
    "return": lambda me, row, request: actions.give_back(
        me, recommendation=row, reply=request.POST.get("reply", "")
    ),
    "audience": lambda me, row, request: actions.choose_audience(
        me, recommendation=row, spec=spec_in(request)
    ),
}


@require_safe
def one(request: HttpRequest, network: str, recommendation_id: int) -> HttpResponse:
    worker(request, network)
    return _one(request, queries.of_mine(request.viewer, recommendation_id))


@require_POST
def decide(request: HttpRequest, network: str, recommendation_id: int, act: str) -> HttpResponse:
    """What its receiver does with it."""
    me, row = worker(request, network), queries.of_mine(request.viewer, recommendation_id)
    if act not in _ACTS:
        raise Absent
    try:
        _ACTS[act](me, row, request)
    except Refused as refusal:
        return _one(request, row, refusal)
    messages.success(request, _said(act, row.author.name))
    return see(reverse("recommendations:desk", args=[network]))


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, network: str, recommendation_id: int) -> HttpResponse:
    """Ask once, then take back what one wrote."""
    me, row = worker(request, network), queries.of_mine(request.viewer, recommendation_id)
    if row.author_id != me.pk:
        raise Absent
    if request.method == "GET":
        return render(request, "recommendations/withdraw.html", {"row": row})
    actions.withdraw(me, recommendation=row)
    messages.success(request, _("It is taken back."))
    return see(reverse("recommendations:desk", args=[network]) + "?tab=given")


def _one(request: HttpRequest, row: Recommendation, problem: Refused | None = None) -> HttpResponse:
    options = audience_options(request.viewer)
    by_recipe = {parse([each.value]).recipe(): each.value for each in options}
    context = {
        "row": row,
        "phrase": queries.phrase,
        "options": options,
        "audience": by_recipe.get(row.audience.recipe, ""),
        "problem": problem,
        "typed": request.POST.get("reply", "")[:2000],
    }
    return render(request, "recommendations/one.html", context, status=422 if problem else 200)


def _said(act: str, name: str) -> str:
    words = {
        "show": _("It stands on your profile."),
        "hide": _("It is not shown. Nobody is told."),
        "return": _("%(name)s is asked for a change.") % {"name": name},
        "audience": _("Kept."),
    }
    return words[act]
