"""Guides: read, written, published."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.advice import actions, queries
from twofold.network.advice.forms import GuideForm
from twofold.network.advice.models import Field, Guide
from twofold.network.advice.views.answers import form_page, here, me, see
from twofold.people.personas.models import Persona


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    here(network)
    viewer, field = request.viewer.itself, request.GET.get("field", "")
    words = {
        "page": queries.guides(viewer, field, request.GET.get("before")),
        "own": queries.own_guides(viewer),
        "field": field if field in Field.values else "",
        "choices": Field.choices,
    }
    return render(request, "advice/guides.html", words)


@require_safe
def guide(request: HttpRequest, network: str, guide_id: int) -> HttpResponse:
    here(network)
    viewer = request.viewer.itself
    found = queries.guide(viewer, guide_id)
    words = {"guide": found, "others": queries.others_of(viewer, found.author, found.pk)}
    return render(request, "advice/guide.html", words)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    actor = me(request)
    form = GuideForm(request.POST) if request.method == "POST" else GuideForm()
    kept = _kept(request, actor, form)
    return see("advice:guide", kept.pk) if kept else form_page(request, "advice/edit_guide.html", form)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, guide_id: int) -> HttpResponse:
    actor, found = me(request), queries.own_guide(request.viewer.itself, guide_id)
    form = GuideForm(request.POST) if request.method == "POST" else GuideForm.of(found)
    kept = _kept(request, actor, form, guide_id)
    if kept:
        return see("advice:guide", kept.pk)
    return form_page(request, "advice/edit_guide.html", form, guide=found)


def _kept(request: HttpRequest, actor: Persona, form: GuideForm, guide_id: int | None = None) -> Guide | None:
    if not form.is_bound or not form.is_valid():
        return None
    try:
        kept = actions.keep_guide(actor, guide_id=guide_id, **form.cleaned_data)
    except Refused as refusal:
        form.add_error(refusal.field or None, refusal.reason)
        return None
    messages.success(
        request,
        _("Kept.") if kept.live else _("Kept as a draft, for you alone. Read it through, then publish it."),
    )
    return kept


@require_POST
def act(request: HttpRequest, network: str, guide_id: int, act: str) -> HttpResponse:
    """Publish it, make it a draft again, or let it go."""
    actor = me(request)
    if act == "drop":
        actions.drop_guide(actor, guide_id=guide_id)
        messages.success(request, _("The guide is gone."))
        return see("advice:guides")
    if act not in ("publish", "hide"):
        raise Absent
    try:
        actions.publish_guide(actor, guide_id=guide_id, live=act == "publish")
        messages.success(
            request, _("It is published.") if act == "publish" else _("It is a draft again, for you alone.")
        )
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    return see("advice:guide", guide_id)


@require_safe
def drop(request: HttpRequest, network: str, guide_id: int) -> HttpResponse:
    """Sure? The button there does it."""
    me(request)
    found = queries.own_guide(request.viewer.itself, guide_id)
    return render(request, "advice/drop.html", {"guide": found})
