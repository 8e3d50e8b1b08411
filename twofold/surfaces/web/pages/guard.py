"""The collapse guard at its author's request: in the composer, and for a reader who shares into the other network."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from twofold.foundation.kit.refusals import Refused
from twofold.network.posts import forms
from twofold.network.posts import queries as posts
from twofold.network.posts.forms import Composition
from twofold.network.posts.views.desk import intend, laid_out
from twofold.people.audiences.specs import EVERYONE, AudienceSpec
from twofold.people.graph.queries import audience_summary
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network
from twofold.surfaces.web.guarding import (
    OTHER,
    Writing,
    named_out_of_sight,
    passing_on,
    side_words,
    warnings_for,
)


@require_POST
def guard(request: HttpRequest, network: Network) -> HttpResponse:
    """The composer as it stands, with what would let somebody put both sides of its author together."""
    author, made = me(request), forms.read(request.POST)
    try:
        intend(author, made, "check", request.FILES.getlist("pictures"))
    except Refused as refusal:
        made.refuse(refusal)
    here, there = request.viewer.itself, request.viewer_in(OTHER[network])
    context = laid_out(request, made) | {
        "asked": True,
        "other_side": side_words(OTHER[network]),
        "lone": not there,
    }
    spec = _spec(made)
    if there:
        writing = Writing(_words(made), tuple(made.pictures), spec or EVERYONE)
        context["warnings"] = warnings_for(here, there, writing)
        context["unseen"] = [] if context["warnings"] else named_out_of_sight(here, there, writing)
    context["summary"] = audience_summary(here, spec) if spec else None
    template = "posts/_guard.html" if request.htmx else "posts/new.html"
    return render(request, template, context, status=422 if made.errors else 200)


@require_safe
def elsewhere(request: HttpRequest, network: Network, post_id: int) -> HttpResponse:
    """Before somebody shares what they read here in the other network: what that would tell of them."""
    me(request)
    here, post = request.viewer.itself, posts.original(request.viewer, post_id)
    there = request.viewer_in(OTHER[network])
    context = {
        "post": post,
        "card": posts.quote_card(here, post.pk),
        "warnings": passing_on(here, post),
        "other": OTHER[network],
        "there": there.persona,
        "once": Composition().once,
        "address": settings.BASE_URL + reverse("posts:thread", args=[network, post.pk]),
    }
    return render(request, "web/elsewhere.html", context)


def _spec(made: Composition) -> AudienceSpec | None:
    try:
        return made.spec
    except Refused:
        return None


def _words(made: Composition) -> str:
    """Every word that would be shared."""
    alts = (made.alts.get(each.pk, each.alt) for each in made.pictures)
    return "\n".join([made.text, made.warning, made.place, *made.options, *alts])
