"""Groups of one's own, groups to be found, one group, and who belongs to it."""

from secrets import token_urlsafe

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.groups import actions, queries
from twofold.network.groups.models import BELONGS, Entry, Group, Role
from twofold.network.groups.views.answers import see, shown
from twofold.network.media.actions import take_in
from twofold.network.posts.actions import POLL_DAYS
from twofold.network.posts.extras import Extras
from twofold.network.posts.forms import read
from twofold.network.posts.models import MAX_PICTURES, MAX_TEXT
from twofold.people.personas.acting import me
from twofold.people.personas.models import Persona

# A poll in a group has room for four answers; who needs more of them asks in a post of their own.
POLL = {"options_shown": 4, "most_options": 4, "poll_days": POLL_DAYS}


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    """What one belongs to, what waits for an answer, and groups to be found."""
    viewer, name = request.viewer.itself, request.GET.get("name", "").strip()[:80]
    before = read_cursor(request.GET.get("before"))
    held = queries.mine_all(viewer) if before is None else []
    words = {
        "mine": [each for each in held if each.role in BELONGS],
        "invitations": [each for each in held if each.role == Role.INVITED],
        "asking": [each for each in held if each.role == Role.PENDING],
        "page": queries.found(viewer, name=name, before=before),
        "lately": queries.lately(viewer) if before is None and not name else [],
        "name": name,
        "first_page": before is None,
    }
    return render(request, "groups/home.html", words)


@require_http_methods(["GET", "POST"])
def group(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    """What stands in a group, and a place to write in it."""
    viewer = request.viewer.itself
    place, problem, made = queries.get(viewer, group_id), "", read(request.POST)
    if request.method == "POST":
        try:
            entry = _write(request, me(request), place.group, made.extras)
            messages.success(request, _said(entry))
            return see("groups:group", place.group)
        except Refused as refusal:
            problem = str(refusal.reason)
    before, name = read_cursor(request.GET.get("before")), request.GET.get("name", "").strip()[:80]
    words = {
        "feed": queries.feed(viewer, place.group, before=before, name=name) if place.reads else None,
        "first_page": before is None,
        "name": name,
        "once": request.POST.get("once") or token_urlsafe(18),
        "typed": request.POST,
        "limit": MAX_TEXT,
        "most": MAX_PICTURES,
        "made": made,
    }
    return shown(request, "group", place, problem=problem, tab="posts", **words, **POLL)


def _write(request: HttpRequest, actor: Persona, group: Group, extras: Extras) -> Entry:
    uploads = request.FILES.getlist("pictures")
    if len(uploads) > MAX_PICTURES:
        raise Refused(_("%(most)d pictures fit into a post.") % {"most": MAX_PICTURES})
    alt = request.POST.get("alt", "")
    return actions.write(
        actor,
        group=group,
        text=request.POST.get("text", ""),
        pictures=[take_in(actor, upload=each, alt=alt) for each in uploads],
        extras=Extras(options=extras.options, many=extras.many, days=extras.days),
        announced=request.POST.get("announced") == "on",
        once=request.POST.get("once", "")[:60],
    )


def _said(entry: Entry) -> str:
    if entry.waits:
        return _("It waits until somebody who keeps the group has looked at it.")
    return _("Shared with the group.")


@require_safe
def members(request: HttpRequest, network: str, group_id: int) -> HttpResponse:
    """Who belongs to the group: for those who may read it and are present in this network."""
    me(request)
    viewer = request.viewer.itself
    place, name = queries.get(viewer, group_id), request.GET.get("name", "").strip()[:80]
    if not place.reads:
        raise Absent
    before = read_cursor(request.GET.get("before"))
    words = {
        "page": queries.members(viewer, place.group, name=name, before=before),
        "keepers": queries.keepers(viewer, place.group) if before is None and not name else [],
        "name": name,
        "roles": [(role.value, role.label) for role in BELONGS],
        "ranks": [role.value for role in BELONGS],
    }
    return shown(request, "members", place, tab="members", **words)
