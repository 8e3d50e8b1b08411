"""The page on which a persona edits its own words and pictures."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.media.views.portraits import portrait_in
from twofold.network.profiles.actions import introduce
from twofold.network.profiles.forms import ProfileForm
from twofold.network.profiles.models import Aside
from twofold.network.profiles.queries import own_asides
from twofold.network.profiles.views.own import own_persona, profile_of
from twofold.people.graph.queries import audience_options
from twofold.people.graph.queries.choosing import reach_options
from twofold.people.personas.actions import set_banner, set_picture
from twofold.people.personas.models import Persona


def edit(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """One's own words, to be changed."""
    own = own_persona(request, network, handle)
    form = ProfileForm(request.POST) if request.method == "POST" else _as_it_is(request, own)
    if form.is_bound and form.is_valid() and _kept(own, form):
        messages.success(request, _("Your profile is kept."))
        return see(profile_of(own))
    return _page(request, own, form, status=422 if form.is_bound else 200)


def _as_it_is(request: HttpRequest, own: Persona) -> ProfileForm:
    return ProfileForm.of(own, own_asides(request.viewer.itself))


def _page(
    request: HttpRequest, own: Persona, form: ProfileForm, *, status: int, **wrong: object
) -> HttpResponse:
    options = audience_options(request.viewer)
    reaches = {
        name: [
            ("", _("Whoever finds you")),
            *reach_options(options, form[f"reach_{name}"].value() or "me"),
        ]
        for name in Aside.Field.values
    }
    words = {"form": form, "persona": own, "reaches": reaches, **wrong}
    return render(request, "profiles/edit.html", words, status=status)


@require_POST
def portrait(request: HttpRequest, network: str, handle: str, shape: str) -> HttpResponse:
    """Take in a picture or a banner of oneself, or take the one that shows away."""
    own = own_persona(request, network, handle)
    show = set_picture if shape == "picture" else set_banner
    try:
        show(own, name=portrait_in(request, own, shape))
    except Refused as refusal:
        wrong = {"wrong": refusal.reason, "wrong_shape": shape}
        return _page(request, own, _as_it_is(request, own), status=422, **wrong)
    messages.success(
        request, _("Your picture is kept.") if "remove" not in request.POST else _("It is gone.")
    )
    return see(reverse("profiles:edit", args=[network, own.handle]) + "#portraits")


def _kept(own: Persona, form: ProfileForm) -> bool:
    try:
        introduce(own, reaches=form.reaches(), **form.words())
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
        return False
    return True
