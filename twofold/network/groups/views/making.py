"""Making a group, changing what it is, closing it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.groups import actions, queries
from twofold.network.groups.forms import GroupForm
from twofold.network.groups.views.answers import home_of, see, shown
from twofold.network.media.views.portraits import portrait_in
from twofold.people.personas.acting import me


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    actor = me(request)
    form = GroupForm(request.POST) if request.method == "POST" else GroupForm.of()
    if form.is_bound and form.is_valid():
        try:
            made = actions.make_group(actor, **form.fields_for_action)
            messages.success(
                request, _("The group is there, and you own it. Write the first post, or invite people.")
            )
            return see("groups:group", made)
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.reason)
    return render(request, "groups/new.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    actor = me(request)
    place = queries.get(request.viewer.itself, group_id, "edit")
    form = GroupForm(request.POST) if request.method == "POST" else GroupForm.of(place.group)
    if form.is_bound and form.is_valid():
        try:
            made = actions.edit_group(actor, group=place.group, **form.fields_for_action)
            messages.success(request, _("Kept."))
            return see("groups:group", made)
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.reason)
    return shown(request, "edit", place, problem=form.errors if form.is_bound else "", tab="edit", form=form)


@require_POST
def portrait(request: HttpRequest, network: str, group_id: int, shape: str) -> HttpResponse:
    """The picture of a group, or its banner."""
    actor = me(request)
    place = queries.get(request.viewer.itself, group_id, "edit")
    try:
        name = portrait_in(request, place.group.author, shape)
    except Refused as refusal:
        words = {"form": GroupForm.of(place.group), "wrong_shape": shape, "tab": "edit"}
        return shown(request, "edit", place, problem=refusal.reason, wrong=refusal.reason, **words)
    actions.show_group(actor, group=place.group, shape=shape, name=name)
    messages.success(request, _("Kept.") if name else _("It is gone."))
    return see("groups:edit", place.group)


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    """Let it be read only, open it again, or give it up for good."""
    actor = me(request)
    place, act = queries.get(request.viewer.itself, group_id, "close"), request.POST.get("act", "")
    if request.method == "GET":
        return shown(request, "close", place, tab="edit")
    if act in ("archive", "reopen"):
        actions.archive_group(actor, group=place.group, archived=act == "archive")
        return see("groups:group", place.group)
    if act != "close":
        raise Absent
    if request.POST.get("name", "").strip().casefold() != place.group.name.casefold():
        problem = _("Type the name of the group, to be sure that it is this one.")
        return shown(request, "close", place, tab="edit", problem=problem)
    actions.close_group(actor, group=place.group)
    messages.success(request, _("The group is gone. What people wrote in it is theirs alone."))
    return home_of(network)
