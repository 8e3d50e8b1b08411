"""Somebody's skills, and what others say to one of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.ways import see
from twofold.network.credentials.signing import token, with_proof, written
from twofold.network.endorsements import actions, queries
from twofold.network.endorsements.views.answers import at_work, worker
from twofold.network.posts.views.answers import back
from twofold.people.audiences.queries import by_handle


@require_safe
def skills(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """All skills of somebody that are there for whoever asks."""
    at_work(network)
    persona = by_handle(request.viewer, network, handle)
    if handle != persona.handle:
        return redirect("endorsements:skills", network, persona.handle)
    context = {"persona": persona, "section": queries.section(request.viewer, persona, few=None)}
    return render(request, "endorsements/skills.html", context)


@require_safe
def skill(request: HttpRequest, network: str, skill_id: int) -> HttpResponse:
    """One skill: what endorsements rest on, then who else endorses it."""
    at_work(network)
    found = queries.skill(request.viewer, skill_id)
    before = request.GET.get("before")
    context = {
        "skill": found,
        "shown": queries.shown_one(request.viewer, found),
        "may_endorse": queries.may_endorse(request.viewer, found.author),
        "grounded": [] if before else queries.grounded(request.viewer, found),
        "page": queries.endorsers(request.viewer, found, before=before),
        "hidden": [] if before else queries.hidden_from_others(request.viewer, found),
        "stated": queries.stated(request.viewer, found),
    }
    return render(request, "endorsements/skill.html", context)


@require_POST
def endorse(request: HttpRequest, network: str, skill_id: int) -> HttpResponse:
    """Endorse, or take it back."""
    me, found = worker(request, network), queries.skill(request.viewer, skill_id)
    act = actions.withdraw if "withdraw" in request.POST else actions.endorse
    act(me, skill=found)
    if request.htmx:
        shown = queries.shown_one(request.viewer, found)
        context = {"each": shown, "may_endorse": queries.may_endorse(request.viewer, found.author)}
        return render(request, "endorsements/_said.html", context)
    return back(request, reverse("endorsements:skill", args=[network, found.pk]))


@require_safe
def given(request: HttpRequest, network: str) -> HttpResponse:
    """What one said of others."""
    worker(request, network)
    page = queries.given(request.viewer, before=request.GET.get("before"))
    return render(request, "endorsements/given.html", {"page": page})


@require_POST
def withdraw(request: HttpRequest, network: str, endorsement_id: int) -> HttpResponse:
    """Take back what one said, whether one still sees the skill or not."""
    me, said = worker(request, network), queries.given_one(request.viewer, endorsement_id)
    actions.withdraw(me, skill=said.skill)
    messages.success(request, _("Taken back."))
    return see(reverse("endorsements:given", args=[network]))


@require_POST
def keep(request: HttpRequest, network: str, endorsement_id: int, act: str) -> HttpResponse:
    """Show an endorsement of one's own skill to others, or to nobody."""
    me, said = worker(request, network), queries.endorsement_of(request.viewer, endorsement_id)
    if act not in ("hide", "show"):
        raise Absent
    (actions.hide if act == "hide" else actions.show)(me, endorsement=said)
    return back(request, reverse("endorsements:skill", args=[network, said.skill_id]))


@require_safe
def badge(request: HttpRequest, network: str, evidence_id: int, form: str) -> HttpResponse:
    """The badge of one's own, signed: to keep, and to show elsewhere."""
    worker(request, network)
    document = queries.badge(request.viewer, evidence_id)
    if form == "jwt":
        answer = HttpResponse(token(document), content_type="application/vc+jwt")
    elif form == "json":
        answer = HttpResponse(written(with_proof(document)), content_type="application/vc")
    else:
        raise Absent
    answer.headers["Content-Disposition"] = f'attachment; filename="badge.{form}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
