"""What those who keep a group do: look at who and what waits, invite, and put things in order."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import way_back
from twofold.network.groups import actions, queries
from twofold.network.groups.views.answers import see, shown
from twofold.people.graph.queries.naming import somebody, ties_by_name
from twofold.people.personas.acting import me


@require_http_methods(["GET", "POST"])
def desk(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    """Who and what waits; a POST invites somebody."""
    actor, viewer = me(request), request.viewer.itself
    place, problem = queries.get(viewer, group_id, "look"), ""
    if request.method == "POST":
        try:
            person = somebody(viewer, request.POST.get("handle", "").strip()[:80])
            actions.invite(actor, group=place.group, persona=person)
            messages.success(request, _("Invited: %(name)s.") % {"name": person.name})
            return see("groups:desk", place.group)
        except Refused as refusal:
            problem = str(refusal.reason)
    words = {
        "asking": queries.asking(viewer, place.group),
        "asked": queries.asked(viewer, place.group),
        "sent_away": queries.sent_away(viewer, place.group),
        "waiting": queries.waiting(viewer, place.group),
        "links": queries.links(place.group),
        "typed": request.POST.get("handle", "")[:80],
        "acquaintances": ties_by_name(viewer),
    }
    return shown(request, "desk", place, problem=problem, tab="desk", **words)


_MEMBER: dict[str, Callable] = {
    "admit": actions.admit_asking,
    "refuse": actions.refuse_asking,
    "away": actions.send_away,
    "forgive": actions.forgive,
    "uninvite": actions.take_invitation_back,
}
_POST: dict[str, Callable] = {
    "approve": actions.approve,
    "out": actions.take_out,
    "pin": actions.pin,
    "unpin": lambda actor, **which: actions.pin(actor, pinned=False, **which),
}


@require_POST
def member(request: HttpRequest, network: str, group_id: int, persona_id: int, act: str) -> HttpResponse:
    actor, place = me(request), queries.get(request.viewer.itself, group_id)
    if act == "role":
        role = request.POST.get("role", "")
        actions.change_role(actor, group=place.group, persona_id=persona_id, role=role)
        return see("groups:members", place.group)
    if act not in _MEMBER:
        raise Absent
    _MEMBER[act](actor, group=place.group, persona_id=persona_id)
    return see("groups:members" if act == "away" else "groups:desk", place.group)


@require_POST
def post(request: HttpRequest, network: str, group_id: int, post_id: int, act: str) -> HttpResponse:
    actor, place = me(request), queries.get(request.viewer.itself, group_id)
    if act not in _POST:
        raise Absent
    _POST[act](actor, group=place.group, post_id=post_id)
    if act == "out":
        messages.success(request, _("Taken out. Its author still has it, for themselves alone."))
    otherwise = see("groups:group", place.group)
    otherwise["Location"] = way_back(request, otherwise["Location"])
    return otherwise


@require_POST
def link(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    """A new link that leads into the group."""
    actor, place = me(request), queries.get(request.viewer.itself, group_id, "invite")
    actions.make_link(actor, group=place.group)
    return see("groups:desk", place.group)


@require_POST
def revoke(request: HttpRequest, network: str, group_id: int, link_id: int) -> HttpResponse:
    actor, place = me(request), queries.get(request.viewer.itself, group_id, "invite")
    actions.revoke_link(actor, group=place.group, link_id=link_id)
    return see("groups:desk", place.group)
