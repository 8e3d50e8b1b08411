"""The entrance, the first words of a presence, and the settings of a login."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from allauth.account.views import LoginView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.people.accounts import actions, queries
from twofold.people.accounts.forms import ConfirmForm, NetworksForm, PresenceForm
from twofold.people.personas.models import Network


class SeeOther(HttpResponseRedirect):
    """Done; look here now."""

    status_code = 303


class Entrance(LoginView):
    """Signing in; in demo mode its invented people stand at the door."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = queries.demo_people() if settings.DEMO else []
        return {**super().get_context_data(**kwargs), "demo_people": people}


@require_POST
@never_cache
def demo(request: HttpRequest) -> HttpResponse:
    """Come in as one of the invented people. There is no such address outside the demo."""
    place = request.POST.get("place", "")
    account = (
        queries.demo_account(int(place)) if settings.DEMO and place.isdecimal() and len(place) < 6 else None
    )
    if account is None:
        raise Http404
    if request.user.is_authenticated:
        logout(request)
    return perform_login(
        request, Login(user=account, redirect_url=_inside(request.POST.get("next", ""), "") or None)
    )


@login_required
@never_cache
def welcome(request: HttpRequest) -> HttpResponse:
    """Professional, social or both; then a name and a handle in each, never one made from the other."""
    present = queries.networks_of(request.user)
    wanted = request.GET.getlist("networks") or request.GET.get("next", "").split("/")[1:2]
    asked = [each for each in wanted if each in Network.values and each not in present]
    if request.method == "POST":
        return _begin(request)
    if not asked:
        if len(present) == len(Network.values):
            return SeeOther(f"/{present[0]}/")
        form = NetworksForm(request.GET if "chosen" in request.GET else None)
        return render(request, "accounts/choose.html", {"form": form, "present": present})
    return _ask_names(request, {network: PresenceForm(prefix=network) for network in asked})


def _begin(request: HttpRequest) -> HttpResponse:
    networks = [each for each in request.POST.getlist("networks") if each in Network.values]
    forms = {network: PresenceForm(request.POST, prefix=network) for network in networks}
    wrong = [form for form in forms.values() if not form.is_valid()]
    if wrong or not forms:
        return _ask_names(request, forms, status=422)
    try:
        wanted = {network: form.cleaned_data for network, form in forms.items()}
        actions.make_presences(request.user, wanted)
    except Refused as refusal:
        network, _dash, field = refusal.field.partition("-")
        forms[network].add_error(field or None, refusal.reason)
        return _ask_names(request, forms, status=422)
    return SeeOther(f"/{networks[0]}/")


def _ask_names(request: HttpRequest, forms: dict[str, PresenceForm], status: int = 200) -> HttpResponse:
    if not forms:
        return SeeOther(reverse("accounts:welcome"))
    return render(request, "accounts/names.html", {"forms": forms}, status=status)


@require_POST
@login_required
def settle(request: HttpRequest, network: str) -> HttpResponse:
    """Put the checklist of the first days away."""
    actions.settle(request.user, network=network)
    return SeeOther(f"/{network}/")


@login_required
@never_cache
def hub(request: HttpRequest) -> HttpResponse:
    words = {
        "security": queries.security_of(request.user),
        "presences": queries.presences_of(request.user),
        "languages": settings.LANGUAGES,
    }
    return render(request, "accounts/settings.html", words)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the language of the pages in this browser."""
    answer = SeeOther(_inside(request.POST.get("next", ""), "/"))
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES) and check_for_language(chosen):
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=settings.SESSION_COOKIE_AGE,
            samesite="Lax",
            secure=settings.SECURE,
            httponly=True,
        )
    return answer


@login_required
@never_cache
def sessions(request: HttpRequest) -> HttpResponse:
    """Where one is signed in; all others, or one of them, can be ended."""
    key = request.session.session_key
    if request.method == "POST":
        ended = actions.end_sessions(request.user, besides=key)
        messages.success(request, _("Signed out everywhere else (%(count)d).") % {"count": ended})
        return SeeOther(reverse("usersessions_list"))
    places = queries.sessions_of(request.user, current=key)
    return render(request, "usersessions/usersession_list.html", {"places": places})


@require_POST
@login_required
def end_session(request: HttpRequest) -> HttpResponse:
    actions.end_session(request.user, mark=request.POST.get("mark", ""))
    messages.success(request, _("That session is over."))
    return SeeOther(reverse("usersessions_list"))


@login_required
@never_cache
@reauthentication_required
def leave_network(request: HttpRequest, network: str) -> HttpResponse:
    """Give up one presence, after asking."""
    persona = queries.presences_of(request.user).get(network)
    if persona is None:
        raise Absent
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.give_up_presence(request.user, network=network)
        messages.success(request, _("@%(handle)s is gone.") % {"handle": persona.handle})
        return SeeOther(reverse("account_settings"))
    status = 422 if form.is_bound else 200
    return render(request, "accounts/leave.html", {"form": form, "persona": persona}, status=status)


@login_required
@never_cache
@reauthentication_required
def close(request: HttpRequest) -> HttpResponse:
    """Close the account, after asking."""
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.close_account(request.user)
        logout(request)
        return render(request, "accounts/closed.html")
    status = 422 if form.is_bound else 200
    return render(request, "accounts/close.html", {"form": form}, status=status)


def _inside(address: str, otherwise: str) -> str:
    """`address` if it leads to this server, else `otherwise`."""
    return address if address and url_has_allowed_host_and_scheme(address, allowed_hosts=None) else otherwise
