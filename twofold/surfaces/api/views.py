"""The pages on which people let applications act for them, and end it; and the exchange of codes for tokens."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from twofold.foundation.kit.refusals import SignInNeeded
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.api import actions
from twofold.surfaces.api.oauth import exchange, permission
from twofold.surfaces.api.queries import tokens


def _persona(request: HttpRequest) -> Persona:
    """Who one is in the network that the address names. Raises SignInNeeded for a stranger there."""
    persona: Persona | None = request.viewer.persona  # type: ignore[attr-defined]
    if persona is None:
        raise SignInNeeded
    return persona


@require_GET
@never_cache
def choose_network(request: HttpRequest) -> HttpResponse:
    """A client knows no network: the person goes to one of them, and the place decides the persona."""
    try:
        wish = permission.read_wish(request)
    except permission.Mistake as mistake:
        return _mistaken(request, mistake)
    query = request.META.get("QUERY_STRING", "")
    places = [(each, f"{reverse('api:authorize', args=[each])}?{query}") for each in Network]
    return render(request, "api/choose.html", {"wish": wish, "places": places})


@require_http_methods(["GET", "POST"])
@never_cache
def authorize(request: HttpRequest, network: Network) -> HttpResponse:
    persona = _persona(request)
    try:
        wish = permission.read_wish(request)
        if request.method == "GET":
            page = render(request, "api/authorize.html", {"wish": wish})
            return permission.let_form_lead_to(page, wish)
        if request.POST.get("answer") != "allow":
            back = permission.deny(wish)
            return permission.ReturnToApplication(back) if back else redirect("web:home", network)
        found = permission.allow(request, wish, persona)
    except permission.Mistake as mistake:
        return _mistaken(request, mistake)
    if wish.out_of_band:
        return render(request, "api/code.html", {"wish": wish, "code": found})
    return permission.ReturnToApplication(found)


def _mistaken(request: HttpRequest, mistake: permission.Mistake) -> HttpResponse:
    if mistake.back:
        return permission.ReturnToApplication(mistake.back)
    return render(request, "api/mistake.html", {"words": mistake.words}, status=400)


@csrf_exempt
@require_POST
def token(request: HttpRequest) -> HttpResponse:
    return exchange.exchange(request)


@csrf_exempt
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    return exchange.revoke(request)


@require_GET
@never_cache
def applications(request: HttpRequest, network: Network) -> HttpResponse:
    acting = tokens.acting_for(Viewer.of(_persona(request)))
    return render(request, "api/applications.html", {"acting": acting})


@require_POST
def end_application(request: HttpRequest, network: Network, application_id: int) -> HttpResponse:
    actions.end(_persona(request), application_id=application_id)
    return redirect("api:applications", network)
