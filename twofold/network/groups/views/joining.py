"""Coming in and going."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.groups import actions, queries
from twofold.network.groups.forms import coming_in
from twofold.network.groups.models import BELONGS, Membership, Role
from twofold.network.groups.queries import Place
from twofold.network.groups.views.answers import home_of, see, shown
from twofold.people.personas.acting import me


@require_POST
def join(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    """Come in, or ask to."""
    actor = me(request)
    viewer = request.viewer.itself
    place = queries.get(viewer, group_id)
    try:
        made = actions.join(actor, group=place.group, **coming_in(request.POST))
    except Refused as refusal:
        feed = queries.feed(viewer, place.group) if place.reads else None
        words = {
            "feed": feed,
            "typed": request.POST,
            "first_page": True,
            "tab": "posts",
            "joining": refusal.reason,
        }
        return shown(request, "group", place, problem=refusal.reason, **words)
    _greet(request, made)
    return see("groups:group", place.group)


def _greet(request: HttpRequest, made: Membership) -> None:
    if made.role == Role.PENDING:
        messages.success(request, _("Asked. You hear of it when somebody who keeps the group lets you in."))
    else:
        messages.success(request, _("Welcome! You belong to the group now."))


@require_POST
def decline(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    actor, place = me(request), queries.get(request.viewer.itself, group_id)
    actions.decline(actor, group=place.group)
    return home_of(network)


@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    """Go, after hearing what follows from it."""
    actor, place = me(request), queries.get(request.viewer.itself, group_id)
    if place.mine is None or place.mine.role not in (*BELONGS, Role.PENDING):
        raise Absent
    if request.method == "POST":
        actions.leave(actor, group=place.group)
        messages.success(request, _("You left the group. Nobody is told."))
        return home_of(network)
    last = queries.is_last_owner(place.mine)
    following = queries.heir(place.group, besides=actor.pk) if last else None
    return shown(request, "leave", place, tab="posts", last=last, following=following)


@require_http_methods(["GET", "POST"])
def by_link(request: HttpRequest, network: str, secret: str) -> HttpResponse:
    """What a link leads to: the group, its rules, and the way in."""
    actor = me(request)
    group, mine = queries.by_link(request.viewer.itself, secret)
    place, problem = Place(group, mine), ""
    if place.belongs:
        return see("groups:group", group)
    if request.method == "POST":
        try:
            joined = actions.join_by_link(actor, secret=secret, agreed=request.POST.get("agreed") == "on")
            messages.success(request, _("Welcome! You belong to the group now."))
            return see("groups:group", joined)
        except Refused as refusal:
            problem = str(refusal.reason)
    return shown(request, "by_link", place, problem=problem)
