"""Ties of family: asked, answered, changed and removed, all on one page."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.kin import actions, queries, words
from twofold.people.audiences.beforehand import spec_of
from twofold.people.audiences.specs import ALL_TIES
from twofold.people.graph.queries import audience_options
from twofold.people.graph.queries.choosing import choice_of, reach_options, spec_chosen
from twofold.people.graph.queries.naming import somebody, ties_by_name
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona


@require_http_methods(["GET", "POST"])
def family(request: HttpRequest, network: str) -> HttpResponse:
    """One's family as it is, who asks, and asking somebody."""
    actor = me(request, only=Network.SOCIAL)
    if request.method == "GET":
        return _page(request)
    try:
        asked = _ask(request, actor)
    except Refused as refusal:
        return _page(request, refusal)
    said = _("%(name)s is asked. It stands on both profiles when they say yes.")
    messages.success(request, said % {"name": asked.name})
    return see(request.path)


def _ask(request: HttpRequest, actor: Persona) -> Persona:
    typed = request.POST
    if not typed.get("who", "").strip():
        raise Refused(_("Say who it is."), field="who")
    other = somebody(request.viewer.itself, typed["who"].strip()[:80])
    spec = spec_chosen(typed.get("reach", "")) or ALL_TIES
    actions.ask(actor, persona=other, word=typed.get("word", ""), spec=spec)
    return other


def _page(request: HttpRequest, refusal: Refused | None = None) -> HttpResponse:
    viewer = request.viewer.itself
    options = audience_options(viewer)
    held = [(each, choice_of(spec_of(each.audience))) for each in queries.own_family(viewer)]
    context = {
        "asked": [(each, words.answers_to(each.word)) for each in queries.asked_of(viewer)],
        "held": [
            (each, chosen, reach_options(options, chosen), words.alike(each.word)) for each, chosen in held
        ],
        "waiting": queries.waiting_for(viewer),
        "known": ties_by_name(viewer),
        "offered": words.offered(),
        "reaches": reach_options(options, "ties"),
        "typed": request.POST,
        "refusal": refusal,
    }
    return render(request, "kin/family.html", context, status=422 if refusal else 200)


@require_POST
def act(request: HttpRequest, network: str, kinship_id: int, act: str) -> HttpResponse:
    actor = me(request, only=Network.SOCIAL)
    if act not in _ACTS:
        raise Absent
    try:
        said = _ACTS[act](request, actor, kinship_id)
    except Refused as refusal:
        return _page(request, refusal)
    messages.success(request, said)
    return see(reverse("kin:family", args=[network]))


def _agree(request: HttpRequest, actor: Persona, kinship_id: int) -> str:
    spec = spec_chosen(request.POST.get("reach", "")) or ALL_TIES
    actions.agree(actor, kinship_id=kinship_id, word=request.POST.get("word", ""), spec=spec)
    return _("Confirmed. It stands on both profiles, for those to whom both of you show it.")


def _decline(request: HttpRequest, actor: Persona, kinship_id: int) -> str:
    actions.decline(actor, kinship_id=kinship_id)
    return _("Done. Nobody is told.")


def _change(request: HttpRequest, actor: Persona, kinship_id: int) -> str:
    spec = spec_chosen(request.POST.get("reach", ""))
    actions.change(actor, kinship_id=kinship_id, word=request.POST.get("word", ""), spec=spec)
    return _("Kept.")


def _take_back(request: HttpRequest, actor: Persona, kinship_id: int) -> str:
    actions.take_back(actor, kinship_id=kinship_id)
    return _("Taken back.")


def _let_go(request: HttpRequest, actor: Persona, kinship_id: int) -> str:
    actions.let_go(actor, kinship_id=kinship_id)
    return _("It stands on neither profile any more. Nobody is told.")


_ACTS: dict[str, Callable[[HttpRequest, Persona, int], str]] = {
    "agree": _agree,
    "decline": _decline,
    "change": _change,
    "take-back": _take_back,
    "let-go": _let_go,
}
