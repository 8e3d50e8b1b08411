"""What an endorsement can rest on: a ground that its author shares with the owner of the skill, as both may see it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.refusals import Absent, SignInNeeded
from twofold.network.endorsements import actions, queries
from twofold.people.personas.models import Network, Persona


class Ground(Protocol):
    """Something that two people share: `words` say it, `kind` and `key` name it for whoever keeps it."""

    kind: str
    key: str
    words: str


# Who knows of grounds: each says what two people share, as far as both may see it.
SOURCES: tuple[Callable[[Persona, Persona], Sequence[Ground]], ...] = ()


def grounds_of(one: Persona, other: Persona) -> list[Ground]:
    return [ground for source in SOURCES for ground in source(one, other)]


@require_http_methods(["GET", "POST"])
def ground(request: HttpRequest, network: str, skill_id: int) -> HttpResponse:
    """Say where one has seen a skill; its owner is asked whether it is so."""
    if network != Network.PROFESSIONAL:
        raise Absent
    if request.viewer.persona is None or request.viewer.home != network:
        raise SignInNeeded
    me, skill = request.viewer.persona, queries.skill(request.viewer, skill_id)
    if not queries.may_endorse(request.viewer, skill.author):
        raise Absent
    shared, problem = grounds_of(me, skill.author), ""
    if request.method == "POST":
        chosen = [each for each in shared if f"{each.kind}:{each.key}" == request.POST.get("ground")]
        if chosen:
            return _stated(request, me, skill, chosen[0])
        problem = _("Choose what you share.")
    context = {"skill": skill, "grounds": shared, "problem": problem}
    return render(request, "web/ground.html", context, status=422 if problem else 200)


def _stated(request: HttpRequest, me: Persona, skill, ground: Ground) -> HttpResponse:
    audience = getattr(ground, "audience_id", None)
    actions.endorse(me, skill=skill)
    actions.propose(me, skill=skill, kind=ground.kind, key=ground.key, words=ground.words, audience=audience)
    messages.success(request, _("%(name)s is asked whether it is so.") % {"name": skill.author.name})
    return HttpResponse(
        status=303, headers={"Location": reverse("endorsements:skill", args=[skill.author.network, skill.pk])}
    )
