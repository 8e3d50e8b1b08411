"""Beginning a project, changing what it is, finishing it, giving it up; and saying that one had a part in it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see as look
from twofold.network.projects import actions, queries
from twofold.network.projects.forms import ProjectForm
from twofold.network.projects.views.answers import WORK, see, shown
from twofold.people.personas.acting import me


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    actor = me(request, only=WORK)
    form = ProjectForm(request.POST) if request.method == "POST" else ProjectForm.of()
    if form.is_bound and form.is_valid():
        try:
            made = actions.make_project(actor, **form.cleaned_data)
            messages.success(
                request, _("The project is there, and you lead it. Write the first tasks, ask people in.")
            )
            return see("board", made.pk)
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.reason)
    return render(request, "projects/new.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, project_id: int) -> HttpResponse:
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id, "edit")
    form = ProjectForm(request.POST) if request.method == "POST" else ProjectForm.of(place.project)
    if form.is_bound and form.is_valid():
        try:
            actions.edit_project(actor, project=place.project, **form.cleaned_data)
            messages.success(request, _("Kept."))
            return see("board", project_id)
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.reason)
    return shown(request, "edit", place, problem=form.errors if form.is_bound else "", tab="shape", form=form)


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, network: str, project_id: int) -> HttpResponse:
    """Finish it, take it up again, or give it up for good."""
    actor = me(request, only=WORK)
    place, act = queries.get(request.viewer.itself, project_id, "close"), request.POST.get("act", "")
    if request.method == "GET":
        done, count = queries.count_open(request.viewer.itself, place.project)
        return shown(request, "close", place, tab="shape", left=count - done)
    if act in ("finish", "resume"):
        actions.finish_project(actor, project=place.project, finished=act == "finish")
        return see("board", project_id)
    if act != "close":
        raise Absent
    if request.POST.get("name", "").strip().casefold() != place.project.name.casefold():
        problem = _("Type the name of the project, to be sure that it is this one.")
        return shown(request, "close", place, tab="shape", problem=problem, left=0)
    actions.close_project(actor, project=place.project)
    messages.success(request, _("The project is gone, with its board."))
    return look(reverse("projects:home", args=[network]))


@require_POST
def confirm(request: HttpRequest, network: str, project_id: int) -> HttpResponse:
    """Yes, one had a part in it: it goes on one's CV."""
    actor = me(request, only=WORK)
    place = queries.get(request.viewer.itself, project_id)
    actions.confirm_part(actor, project=place.project)
    messages.success(request, _("It goes on your profile, under projects. There you choose who sees it."))
    return see("board", project_id)
