"""Pages of the shell itself."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.http import require_POST

from twofold.foundation.kit.ways import way_back
from twofold.people.personas.models import Network
from twofold.surfaces.web.context import THEMES

_YEAR = 60 * 60 * 24 * 365


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the wish for light or dark in this browser; anything else follows the system."""
    response = HttpResponseRedirect(way_back(request, "/"), status=303)
    wish = request.POST.get("theme", "")
    if wish in THEMES:
        response.set_cookie("theme", wish, max_age=_YEAR, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie("theme", samesite="Lax")
    return response


def keys(request: HttpRequest) -> HttpResponse:
    """The sheet of shortcuts: a page of its own, or what script lays over another page."""
    chosen = request.GET.get("network", "")
    template = "web/_keys.html" if request.headers.get("X-Fragment") else "web/keys.html"
    return render(request, template, {"sheet_of": chosen if chosen in Network.values else ""})


def favicon(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(static("web/mark.svg"))
