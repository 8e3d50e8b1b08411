"""Pages of ties, requests, follows, circles, blocks and mutes. Each shows its viewer's own and nobody else's."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from twofold.foundation.kit.paging import Page
from twofold.foundation.kit.refusals import Absent, Refused, SignInNeeded
from twofold.foundation.kit.ways import way_back
from twofold.people.audiences.queries import by_handle
from twofold.people.graph import actions, queries
from twofold.people.personas.models import Network, Persona

Act = Callable[[Persona, Persona, HttpRequest], None]


def _me(request: HttpRequest) -> Persona:
    """The persona that acts here."""
    if request.viewer.persona is None:
        raise SignInNeeded
    return request.viewer.persona


def _see_other(address: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(address, status=303)


def _back(request: HttpRequest, otherwise: str) -> HttpResponseRedirect:
    """To where the form stood, if that is here; else to `otherwise`."""
    return _see_other(way_back(request, otherwise))


def _people(request: HttpRequest, template: str, page: Page, at: str = "", **context) -> HttpResponse:
    """A page that lists people: those of `page`, or those that its rows hold under `at`, with their relations."""
    personas = [getattr(row, at) if at else row for row in page]
    ids = [persona.pk for persona in personas]
    context |= {
        "page": page,
        "people": list(zip(personas, page.rows, strict=True)),
        "relations": queries.relations(request.viewer, ids),
        "mutual": queries.mutual_counts(request.viewer, ids),
        "asking": queries.count_requests_to(request.viewer),
    }
    return render(request, f"graph/{template}.html", context)


@require_GET
def home(request: HttpRequest, network: Network) -> HttpResponse:
    _me(request)
    ask = {key: request.GET.get(key, "")[:80] for key in ("kind", "name", "sort")}
    page = queries.ties_of(
        request.viewer, kind=ask["kind"], name=ask["name"], sort=ask["sort"], before=request.GET.get("before")
    )
    total = queries.count_ties(request.viewer)
    return _people(
        request, "home", page, "other", ask=ask, total=total, options=queries.kinds_held(request.viewer)
    )


@require_GET
def requests(request: HttpRequest, network: Network) -> HttpResponse:
    _me(request)
    if "sent" in request.GET:
        page = queries.requests_by(request.viewer, before=request.GET.get("before"))
        return _people(request, "requests", page, "receiver", sent=True)
    page = queries.requests_to(request.viewer, before=request.GET.get("before"))
    return _people(request, "requests", page, "sender", sent=False)


@require_GET
def followers(request: HttpRequest, network: Network) -> HttpResponse:
    _me(request)
    page = queries.followers_of(request.viewer, before=request.GET.get("before"))
    return _people(request, "follows", page, "follower", mine=False)


@require_GET
def following(request: HttpRequest, network: Network) -> HttpResponse:
    _me(request)
    page = queries.followed_by(request.viewer, before=request.GET.get("before"))
    return _people(request, "follows", page, "followed", mine=True)


@require_GET
def find(request: HttpRequest, network: Network) -> HttpResponse:
    _me(request)
    name = request.GET.get("name", "").strip().lstrip("@")[:80]
    page = queries.find(request.viewer, name=name, before=request.GET.get("before"))
    return _people(request, "find", page, name=name)


@require_GET
def blocked(request: HttpRequest, network: Network) -> HttpResponse:
    _me(request)
    page = queries.blocked_by(request.viewer, before=request.GET.get("before"))
    return _people(request, "blocked", page, "persona")


@require_GET
def muted(request: HttpRequest, network: Network) -> HttpResponse:
    _me(request)
    page = queries.muted_by(request.viewer, before=request.GET.get("before"))
    return _people(request, "muted", page, "persona")


@require_GET
def mutual(request: HttpRequest, network: Network, handle: str) -> HttpResponse:
    _me(request)
    persona = by_handle(request.viewer, network, handle)
    page = queries.mutual(request.viewer, persona, before=request.GET.get("before"))
    return _people(request, "mutual", page, persona=persona)


@require_GET
def how_known(request: HttpRequest, network: Network, handle: str) -> HttpResponse:
    _me(request)
    persona = by_handle(request.viewer, network, handle)
    chain = queries.path(request.viewer, persona)
    return _people(request, "path", Page(chain or [], None), persona=persona, found=chain is not None)


# --- what one can do with somebody ----------------------------------------------------------------------------------

_ACTS: dict[str, Act] = {
    "request": lambda me, them, request: actions.request_tie(
        me, receiver=them, kind=request.POST.get("kind"), note=request.POST.get("note", "")
    ),
    "accept": lambda me, them, request: actions.accept_tie(me, sender=them, kind=request.POST.get("kind")),
    "decline": lambda me, them, _request: actions.decline_tie(me, sender=them),
    "withdraw": lambda me, them, _request: actions.withdraw_tie(me, receiver=them),
    "end": lambda me, them, _request: actions.end_tie(me, other=them),
    "kind": lambda me, them, request: actions.set_tie_kind(me, other=them, kind=request.POST.get("kind", "")),
    "follow": lambda me, them, _request: actions.follow(me, followed=them),
    "unfollow": lambda me, them, _request: actions.unfollow(me, followed=them),
    "mute": lambda me, them, _request: actions.mute(me, persona=them),
    "unmute": lambda me, them, _request: actions.unmute(me, persona=them),
    "block": lambda me, them, _request: actions.block(me, persona=them),
    "unblock": lambda me, them, _request: actions.unblock(me, persona=them),
}
_ASKED_FIRST = ("block", "end")


@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, network: Network, persona_id: int, act: str) -> HttpResponse:
    """Do it; or ask first, for what one would not want to have done by a slip."""
    me = _me(request)
    if act not in _ACTS or (request.method == "GET" and act not in _ASKED_FIRST):
        raise Absent
    find_one = queries.blocked_one if act == "unblock" else queries.persona_of
    persona = find_one(request.viewer, persona_id)
    if request.method == "GET":
        return render(request, "graph/ask.html", {"persona": persona, "act": act})
    _ACTS[act](me, persona, request)
    if act in ("block", "end", "unblock"):
        messages.success(request, _said(act, persona))
    if request.htmx:
        relation = queries.relations(request.viewer, [persona.pk])[persona.pk]
        context = {"persona": persona, "relation": relation}
        return render(request, "graph/_relation.html", {**context, "brief": "brief" in request.POST})
    gone = act == "block"
    otherwise = reverse("graph:home", args=[network])
    return _see_other(otherwise) if gone else _back(request, otherwise)


def _said(act: str, persona: Persona) -> str:
    words = {
        "block": _("%(name)s is blocked. Neither of you sees the other."),
        "unblock": _("%(name)s is no longer blocked. What ended stays ended."),
        "end": _("You and %(name)s are no longer tied. They are not told."),
    }
    return words[act] % {"name": persona.name}


# --- circles --------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
def circles(request: HttpRequest, network: Network) -> HttpResponse:
    me, problem = _me(request), ""
    if request.method == "POST":
        try:
            made = actions.make_circle(me, name=request.POST.get("name", ""))
            return _see_other(reverse("graph:circle", args=[network, made.pk]))
        except Refused as refusal:
            problem = refusal.reason
    context = {
        "circles": queries.circles_of(request.viewer),
        "asking": queries.count_requests_to(request.viewer),
    }
    context |= {"problem": problem, "typed": request.POST.get("name", "")[:200]}
    return render(request, "graph/circles.html", context, status=422 if problem else 200)


@require_http_methods(["GET", "POST"])
def circle(request: HttpRequest, network: Network, circle_id: int) -> HttpResponse:
    """One circle; a POST renames it."""
    me, found, problem = _me(request), queries.circle_of(request.viewer, circle_id), ""
    if request.method == "POST":
        try:
            actions.rename_circle(me, circle=found, name=request.POST.get("name", ""))
            return _see_other(reverse("graph:circle", args=[network, circle_id]))
        except Refused as refusal:
            problem = refusal.reason
    wanted = request.GET.get("name", "").strip()[:80]
    context = {
        "circle": found,
        "members": queries.members_of(request.viewer, found),
        "others": queries.outside_circle(request.viewer, found, name=wanted),
        "name": wanted,
        "asking": queries.count_requests_to(request.viewer),
        "problem": problem,
        "typed": request.POST.get("name", found.name)[:200],
    }
    return render(request, "graph/circle.html", context, status=422 if problem else 200)


@require_http_methods(["GET", "POST"])
def circle_delete(request: HttpRequest, network: Network, circle_id: int) -> HttpResponse:
    me, found = _me(request), queries.circle_of(request.viewer, circle_id)
    if request.method == "GET":
        return render(request, "graph/circle_delete.html", {"circle": found})
    actions.delete_circle(me, circle=found)
    messages.success(request, _("The circle %(name)s is gone.") % {"name": found.name})
    return _see_other(reverse("graph:circles", args=[network]))


@require_POST
def circle_member(
    request: HttpRequest, network: Network, circle_id: int, change: str, persona_id: int
) -> HttpResponse:
    me, found = _me(request), queries.circle_of(request.viewer, circle_id)
    if change not in ("add", "remove"):
        raise Absent
    change_it = actions.add_to_circle if change == "add" else actions.remove_from_circle
    change_it(me, circle=found, persona=queries.persona_of(request.viewer, persona_id))
    return _back(request, reverse("graph:circle", args=[network, circle_id]))
