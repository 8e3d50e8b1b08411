"""What the views of pages share."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from twofold.network.pages import queries
from twofold.network.pages.models import Role
from twofold.network.pages.policies import MAY
from twofold.people.personas.acting import me
from twofold.people.personas.models import Persona


def run(request: HttpRequest, network: str, handle: str, act: str = "look") -> tuple[Persona, Persona, Role]:
    """Who acts, the page, and as what; Absent for whoever does not run it or may not do that."""
    actor = me(request)
    page, role = queries.running(request.viewer.itself, network, handle, act)  # type: ignore[attr-defined]
    return actor, page, role


def see(name: str, page: Persona, *more: object) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(name, args=[page.network, page.handle, *more]), status=303)


def desk(
    request: HttpRequest, template: str, run: Persona, role: Role, /, *, status: int = 200, **words: object
) -> HttpResponse:
    """One of the pages on which an organisation is run."""
    context = {"page_persona": run, "role": role, "can": MAY[role.kind], **words}  # type: ignore[index]
    return render(request, f"pages/{template}.html", context, status=status)
