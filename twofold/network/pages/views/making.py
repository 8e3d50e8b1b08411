"""Pages that one runs and could run; making one, changing what it says, closing it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Refused
from twofold.network.media.views.portraits import portrait_in
from twofold.network.pages import actions, queries
from twofold.network.pages.forms import PageForm
from twofold.network.pages.views.answers import desk, run, see
from twofold.people.graph.queries import relations
from twofold.people.personas.acting import me
from twofold.people.personas.actions import set_banner, set_picture


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    """Pages of one's own, roles that wait for an answer, and all pages to be found."""
    me(request)
    viewer, name = request.viewer.itself, request.GET.get("name", "").strip()[:80]
    page = queries.found_pages(viewer, network, name=name, before=request.GET.get("before"))
    words = {
        "mine": queries.pages_run_by(viewer),
        "offers": queries.waiting_offers(viewer),
        "page": page,
        "name": name,
        "relations": relations(viewer, [each.pk for each in page]),
    }
    return render(request, "pages/home.html", words)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    actor = me(request)
    form = PageForm(network, request.POST) if request.method == "POST" else PageForm(network)
    if form.is_bound and form.is_valid():
        try:
            made = actions.make_page(actor, **form.cleaned_data)
            messages.success(request, _("The page is there, and you own it. A logo makes it easy to find."))
            return see("pages:edit", made)
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.reason)
    status = 422 if form.is_bound else 200
    return render(request, "pages/new.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    actor, page, role = run(request, network, handle, "edit")
    form = PageForm(network, request.POST) if request.method == "POST" else PageForm.of(page)
    if form.is_bound and form.is_valid():
        fields = {name: value for name, value in form.cleaned_data.items() if name != "handle"}
        try:
            actions.edit_page(actor, page=page, **fields)
            messages.success(request, _("Kept."))
            return see("web:profile", page)
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.reason)
    return desk(request, "edit", page, role, form=form, tab="edit", status=422 if form.is_bound else 200)


@require_POST
def portrait(request: HttpRequest, network: str, handle: str, shape: str) -> HttpResponse:
    """The logo or the banner."""
    _actor, page, role = run(request, network, handle, "edit")
    show = set_picture if shape == "picture" else set_banner
    try:
        show(page, name=portrait_in(request, page, shape))
    except Refused as refusal:
        words = {"form": PageForm.of(page), "wrong": refusal.reason, "wrong_shape": shape, "tab": "edit"}
        return desk(request, "edit", page, role, status=422, **words)
    messages.success(request, _("Kept."))
    return see("pages:edit", page)


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    actor, page, role = run(request, network, handle, "close")
    if request.method == "GET":
        return desk(request, "close", page, role, tab="edit")
    if request.POST.get("handle", "").strip().lstrip("@") != page.handle:
        problem = _("Type the handle of the page, to be sure that it is this one.")
        return desk(request, "close", page, role, tab="edit", problem=problem, status=422)
    actions.close_page(actor, page=page)
    messages.success(request, _("The page is closed. Nobody else can take its handle."))
    return HttpResponseRedirect(reverse("pages:home", args=[network]), status=303)
