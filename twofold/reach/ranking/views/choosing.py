"""Choosing: the order, the recipe, and whether what one does is counted."""

from io import BytesIO

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from twofold.foundation.kit.ways import say_with_undo, see
from twofold.people.personas.acting import me
from twofold.reach.ranking import actions, forms, queries
from twofold.reach.ranking.recipes import MOST, PRESETS, STEP, USUAL, terms_of, to_file
from twofold.reach.ranking.views.answers import home_of


@require_POST
def order(request: HttpRequest, network: str) -> HttpResponse:
    """Read in this order from now on."""
    actions.choose_order(me(request), order=request.POST.get("order", ""))
    return see(home_of(network))


@require_http_methods(["GET", "POST"])
def tune(request: HttpRequest, network: str) -> HttpResponse:
    """The recipe: its effect is shown before it is kept."""
    reader, taste = me(request), queries.taste_of(request.viewer.id)
    form = forms.RecipeForm(taste.weights)
    if request.method == "POST":
        before, intent = request.POST.get("before"), request.POST.get("intent")
        form = forms.read(network, request.POST)
        if before or intent == "load":
            form = forms.read_file(network, BytesIO(before.encode()) if before else request.FILES.get("file"))
        if (before or intent == "keep") and not form.errors:
            actions.tune(reader, weights=form.weights)
            _say_kept(request, network, taste, again=bool(before))
            return see(home_of(network))
    return _shown(request, network, form, taste)


def _say_kept(request: HttpRequest, network: str, taste, *, again: bool) -> None:
    """With the recipe that was there before, to have it back."""
    if again:
        messages.success(request, _("Your feed is by the recipe that you had before."))
        return
    words, here = _("Kept. This is your feed by your recipe."), reverse("ranking:tune", args=[network])
    say_with_undo(request, words, here, before=to_file(network, taste.weights))


def _shown(request: HttpRequest, network: str, form: forms.RecipeForm, taste) -> HttpResponse:
    viewer = request.viewer.itself
    ranked = actions.ranking_of(viewer)
    context = {
        "form": form, "terms": terms_of(network), "presets": PRESETS[network], "taste": taste,
        "usual": USUAL, "most": MOST, "step": STEP, "unkept": form.weights != taste.weights,
        "replays": queries.replays(viewer),
        "moved": queries.preview(viewer, ranked, {} if form.errors else form.weights),
    }  # fmt: skip
    return render(request, "ranking/tune.html", context, status=422 if form.errors else 200)


@require_GET
def recipe(request: HttpRequest, network: str) -> HttpResponse:
    """One's own recipe as a file."""
    text = to_file(network, queries.taste_of(me(request).pk).weights)
    name = f"feed-{network}.recipe.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(text, content_type="application/json", headers=headers)


@require_POST
def profiling(request: HttpRequest, network: str) -> HttpResponse:
    """Whether what one does may be counted."""
    plain = request.POST.get("plain") == "yes"
    actions.choose_profiling(me(request), plain=plain)
    said = (
        _("Nothing of what you do is counted or kept any more.")
        if plain
        else _("It is counted again, from now on.")
    )
    messages.success(request, said)
    return see(reverse("ranking:tune", args=[network]))
