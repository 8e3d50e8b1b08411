"""A persona's page, and the page on which it edits its own words."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.refusals import Absent, Refused, SignInNeeded
from twofold.network.media.actions import take_in_portrait
from twofold.network.posts.queries import by_author, cards
from twofold.network.profiles import queries
from twofold.network.profiles.forms import ProfileForm, crop_of
from twofold.people.audiences.queries import by_handle
from twofold.people.personas.actions import edit_persona, set_banner, set_picture
from twofold.people.personas.models import Persona


def profile(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """Who somebody is, and what they shared, as far as it is for whoever asks."""
    persona = by_handle(request.viewer, network, handle)
    if handle != persona.handle:
        return redirect("profiles:profile", network, persona.handle)
    page = by_author(request.viewer, persona, before=read_cursor(request.GET.get("before")))
    words = {**_shown(request, persona), "page": page, "cards": cards(request.viewer, page.rows)}
    return render(request, "profiles/profile.html", words)


def about(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """The words somebody wrote about themselves, all of them."""
    persona = by_handle(request.viewer, network, handle)
    return render(request, "profiles/about.html", _shown(request, persona))


def edit(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """One's own words, to be changed."""
    own = _own(request, network, handle)
    form = ProfileForm(request.POST) if request.method == "POST" else ProfileForm.of(own)
    if form.is_bound and form.is_valid() and _kept(own, form):
        messages.success(request, _("Your profile is kept."))
        return _see(reverse("profiles:profile", args=[network, own.handle]))
    return render(
        request, "profiles/edit.html", {"form": form, "persona": own}, status=422 if form.is_bound else 200
    )


def _see(address: str) -> HttpResponse:
    """Done; look there now."""
    return HttpResponse(status=303, headers={"Location": address})


@require_POST
def portrait(request: HttpRequest, network: str, handle: str, shape: str) -> HttpResponse:
    """Take in a picture or a banner of oneself, or take the one that shows away."""
    own = _own(request, network, handle)
    show = set_picture if shape == "picture" else set_banner
    try:
        show(own, name="" if "remove" in request.POST else _taken_in(request, own, shape))
    except Refused as refusal:
        words = {"form": ProfileForm.of(own), "persona": own, "wrong": refusal.reason, "wrong_shape": shape}
        return render(request, "profiles/edit.html", words, status=422)
    messages.success(
        request, _("Your picture is kept.") if "remove" not in request.POST else _("It is gone.")
    )
    return _see(reverse("profiles:edit", args=[network, own.handle]) + "#portraits")


def _taken_in(request: HttpRequest, own: Persona, shape: str) -> str:
    upload = request.FILES.get("upload")
    if upload is None:
        raise Refused(_("Choose a picture first."))
    return take_in_portrait(own, upload=upload, shape=shape, crop=crop_of(request.POST.get("crop", "")))


def _kept(own: Persona, form: ProfileForm) -> bool:
    try:
        edit_persona(own, **form.cleaned_data)
    except Refused as refusal:
        form.add_error(refusal.field or None, refusal.reason)
        return False
    return True


def _shown(request: HttpRequest, persona: Persona) -> dict:
    return {
        "persona": persona,
        "standing": queries.standing(request.viewer, persona),
        "own": request.viewer.id == persona.pk,
    }


def _own(request: HttpRequest, network: str, handle: str) -> Persona:
    """The viewer's own persona under this handle; nobody edits anybody else."""
    viewer = request.viewer
    if not viewer or viewer.home != network:
        raise SignInNeeded
    if by_handle(viewer, network, handle).pk != viewer.id:
        raise Absent
    return viewer.persona
