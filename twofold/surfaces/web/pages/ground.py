"""Saying what an endorsement rests on: a job, project or course that both show each other."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.refusals import Absent, SignInNeeded
from twofold.network.endorsements import actions, queries
from twofold.network.endorsements.models import Skill
from twofold.people.personas.models import Network, Persona
from twofold.surfaces.web.pages.grounds import SharedGround, grounds_between


@require_http_methods(["GET", "POST"])
def ground(request: HttpRequest, network: str, skill_id: int) -> HttpResponse:
    """Say where one has seen a skill; its owner is asked whether it is so."""
    me, skill = _endorser(request, network, skill_id)
    grounds, problem = grounds_between(skill.author, me), ""
    if request.method == "POST":
        chosen = [each for each in grounds if f"{each.kind}:{each.key}" == request.POST.get("ground")]
        if chosen:
            return _stated(request, me, skill, chosen[0])
        problem = _("Choose what you share.")
    context = {"skill": skill, "grounds": grounds, "problem": problem}
    return render(request, "web/ground.html", context, status=422 if problem else 200)


def _endorser(request: HttpRequest, network: str, skill_id: int) -> tuple[Persona, Skill]:
    """Who acts, and the skill; Absent unless they may endorse it."""
    if network != Network.PROFESSIONAL:
        raise Absent
    if request.viewer.persona is None or request.viewer.home != network:
        raise SignInNeeded
    skill = queries.skill(request.viewer, skill_id)
    if not queries.may_endorse(request.viewer, skill.author):
        raise Absent
    return request.viewer.persona, skill


def _stated(request: HttpRequest, me: Persona, skill: Skill, ground: SharedGround) -> HttpResponse:
    actions.endorse(me, skill=skill)
    actions.propose(
        me,
        skill=skill,
        kind=ground.kind,
        key=ground.key,
        words=ground.words,
        audience=ground.audience_id,
        stated_to=ground.stated_to_id,
    )
    messages.success(request, _("%(name)s is asked whether it is so.") % {"name": skill.author.name})
    back = reverse("endorsements:skill", args=[skill.author.network, skill.pk])
    return HttpResponse(status=303, headers={"Location": back})
