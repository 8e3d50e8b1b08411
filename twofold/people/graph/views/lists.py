"""Lists of people: ties, requests, followers, the directory. Each shows its viewer's own and nobody else's."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from twofold.people.audiences.queries import by_handle
from twofold.people.graph import queries
from twofold.people.graph.views.answering import people
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network

_ASKED = ("kind", "tag", "name", "sort")


@require_GET
def home(request: HttpRequest, network: Network) -> HttpResponse:
    """My network: the viewer's ties."""
    me(request)
    ask = {key: request.GET.get(key, "").strip()[:80] for key in _ASKED}
    page = queries.ties_of(request.viewer, **ask, before=request.GET.get("before"))
    kinds = queries.kinds_held(request.viewer)
    return people(
        request,
        "home",
        page,
        "other",
        ask=ask,
        total=sum(each.count or 0 for each in kinds),
        kinds=kinds,
        tags=queries.tags_of(request.viewer),
    )


@require_GET
def requests(request: HttpRequest, network: Network) -> HttpResponse:
    me(request)
    if "sent" in request.GET:
        page = queries.requests_by(request.viewer, before=request.GET.get("before"))
        return people(request, "requests", page, "receiver", sent=True)
    page = queries.requests_to(request.viewer, before=request.GET.get("before"))
    return people(request, "requests", page, "sender", sent=False)


@require_GET
def followers(request: HttpRequest, network: Network) -> HttpResponse:
    me(request)
    page = queries.followers_of(request.viewer, before=request.GET.get("before"))
    return people(request, "follows", page, "follower", mine=False)


@require_GET
def following(request: HttpRequest, network: Network) -> HttpResponse:
    me(request)
    page = queries.followed_by(request.viewer, before=request.GET.get("before"))
    return people(request, "follows", page, "followed", mine=True)


@require_GET
def find(request: HttpRequest, network: Network) -> HttpResponse:
    me(request)
    name = request.GET.get("name", "").strip().lstrip("@")[:80]
    degree = request.GET.get("degree", "")
    degree = degree if degree in {"1", "2", "3"} else ""
    page = queries.find(request.viewer, name=name, degree=int(degree or 0), before=request.GET.get("before"))
    return people(request, "find", page, name=name, degree=degree)


@require_GET
def blocked(request: HttpRequest, network: Network) -> HttpResponse:
    me(request)
    page = queries.blocked_by(request.viewer, before=request.GET.get("before"))
    return people(request, "blocked", page, "persona")


@require_GET
def muted(request: HttpRequest, network: Network) -> HttpResponse:
    me(request)
    page = queries.muted_by(request.viewer, before=request.GET.get("before"))
    return people(request, "muted", page, "persona")


@require_GET
def mutual(request: HttpRequest, network: Network, handle: str) -> HttpResponse:
    me(request)
    persona = by_handle(request.viewer, network, handle)
    page = queries.mutual(request.viewer, persona, before=request.GET.get("before"))
    return people(request, "mutual", page, persona=persona)
