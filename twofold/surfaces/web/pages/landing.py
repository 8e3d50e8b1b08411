"""The first page of a stranger; somebody signed in goes on to the network used last."""

from importlib.metadata import version

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from twofold.people.accounts.queries import networks_of


def landing(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        present = networks_of(request.user)
        return redirect(f"/{present[0]}/" if present else "/welcome/")
    return render(request, "web/landing.html")


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "web/about.html", {"version": version("twofold")})
