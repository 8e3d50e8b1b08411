"""Naming who had a part in a project, and answering when one is named."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Absent, Refused, SignInNeeded
from twofold.foundation.kit.ways import see
from twofold.network.profiles import actions, queries
from twofold.network.profiles.models import EntryKind
from twofold.network.profiles.views.own import own_persona
from twofold.people.graph.queries.naming import somebody, ties_by_name
from twofold.people.personas.models import Network, Persona


@require_http_methods(["GET", "POST"])
def members(request: HttpRequest, network: str, handle: str, entry_id: int) -> HttpResponse:
    """Whom the owner of a project names."""
    own, entry = own_persona(request, network, handle), queries.own_entry(request.viewer, entry_id)
    if entry.kind != EntryKind.PROJECT:
        raise Absent
    typed, problem = request.POST, ""
    if request.method == "POST":
        try:
            found = somebody(request.viewer, typed.get("who", "").strip()[:80])
            actions.name_member(own, entry_id=entry_id, persona=found, role=typed.get("role", ""))
        except Refused as refusal:
            problem = str(refusal.reason)
        else:
            messages.success(request, _("%(name)s is asked.") % {"name": found.name})
            return see(request.path)
    words = {
        "persona": own,
        "entry": entry,
        "rows": queries.named_in(request.viewer.itself, entry),
        "known": ties_by_name(request.viewer),
        "typed": typed,
        "problem": problem,
    }
    return render(request, "profiles/members.html", words, status=422 if problem else 200)


@require_safe
def asked(request: HttpRequest, network: str) -> HttpResponse:
    """Projects in which others say the viewer had a part."""
    _worker(request, network)
    words = {
        "asked": queries.asked_about(request.viewer.itself),
        "parts": queries.parts_of(request.viewer.itself),
    }
    return render(request, "profiles/parts.html", words)


@require_POST
def answer(request: HttpRequest, network: str, member_id: int, act: str) -> HttpResponse:
    """Yes, no, or no more."""
    me = _worker(request, network)
    if act == "agree":
        copied = actions.agree(me, member_id=member_id, copy="copy" in request.POST)
        messages.success(request, _("It is on your profile too.") if copied else _("Confirmed."))
    elif act == "decline":
        actions.decline(me, member_id=member_id)
        messages.success(request, _("Done. Nobody is told."))
    elif act == "leave":
        entry = actions.leave_out(me, member_id=member_id)
        if entry.author_id == me.pk:
            return see(reverse("profiles:members", args=[network, me.handle, entry.pk]))
    else:
        raise Absent
    return see(reverse("profiles:parts", args=[network]))


def _worker(request: HttpRequest, network: str) -> Persona:
    viewer = request.viewer.itself
    if network != Network.PROFESSIONAL:
        raise Absent
    if not viewer or viewer.home != network:
        raise SignInNeeded
    return viewer.persona
