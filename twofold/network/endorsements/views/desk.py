"""One's own skills: claiming, ordering, choosing who sees them, and answering grounds that others stated."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import say_with_undo, see
from twofold.network.endorsements import actions, queries
from twofold.network.endorsements.models import Skill
from twofold.network.endorsements.views.answers import spec_in, worker
from twofold.network.posts.views.answers import back
from twofold.people.personas.models import Persona

Act = Callable[[Persona, Skill, HttpRequest], object]

_ACTS: dict[str, Act] = {
    "up": lambda me, skill, _request: actions.move(me, skill=skill, up=True),
    "down": lambda me, skill, _request: actions.move(me, skill=skill, up=False),
    "pin": lambda me, skill, _request: actions.pin(me, skill=skill),
    "unpin": lambda me, skill, _request: actions.unpin(me, skill=skill),
    "audience": lambda me, skill, request: actions.choose_audience(me, skill=skill, spec=spec_in(request)),
    "remove": lambda me, skill, _request: actions.remove(me, skill=skill),
}


@require_http_methods(["GET", "POST"])
def desk(request: HttpRequest, network: str) -> HttpResponse:
    """All of one's skills; a POST adds one."""
    me, problem = worker(request, network), ""
    if request.method == "POST":
        try:
            skill = actions.claim(me, name=request.POST.get("name", "")[:200])
            messages.success(request, _("%(name)s stands on your profile.") % {"name": skill.name})
            return see(reverse("endorsements:desk", args=[network]))
        except Refused as refusal:
            problem = str(refusal.reason)
    return _desk(request, problem)


@require_POST
def change(request: HttpRequest, network: str, skill_id: int, act: str) -> HttpResponse:
    """Do something to a skill of one's own."""
    me, home = worker(request, network), reverse("endorsements:desk", args=[network])
    if act not in _ACTS:
        raise Absent
    skill = queries.skill(request.viewer, skill_id)
    _ACTS[act](me, skill, request)
    if act == "remove":
        undo = reverse("endorsements:restore", args=[network, skill.pk])
        say_with_undo(request, _("%(name)s is removed.") % {"name": skill.name}, undo)
    if request.htmx and act != "remove":
        return _desk(request, template="endorsements/_mine.html")
    return see(home)


@require_POST
def restore(request: HttpRequest, network: str, skill_id: int) -> HttpResponse:
    me = worker(request, network)
    skill = actions.restore(me, skill=queries.removed(me, skill_id))
    messages.success(request, _("%(name)s is back.") % {"name": skill.name})
    return see(reverse("endorsements:desk", args=[network]))


@require_POST
def default(request: HttpRequest, network: str) -> HttpResponse:
    """Who sees skills that one adds, or all of them."""
    me = worker(request, network)
    everything = "all" in request.POST
    actions.choose_default(me, spec=spec_in(request), all_of_them=everything)
    said = _("That holds for all your skills.") if everything else _("That holds for skills that you add.")
    messages.success(request, said)
    return see(reverse("endorsements:desk", args=[network]))


@require_POST
def answer(request: HttpRequest, network: str, evidence_id: int, act: str) -> HttpResponse:
    """Confirm or decline a ground that somebody stated, or stand by one no longer."""
    me, evidence = worker(request, network), queries.asked(request.viewer, evidence_id)
    if act == "confirm":
        actions.confirm(me, evidence=evidence)
        messages.success(request, _("Confirmed. It stands with the skill, and there is a badge for it."))
    elif act == "decline":
        actions.decline(me, evidence=evidence)
        messages.success(request, _("Declined. Nobody is told."))
    elif act == "withdraw":
        actions.take_back(me, evidence=evidence)
        messages.success(request, _("The reason is taken back, and its badge with it."))
    else:
        raise Absent
    return back(request, reverse("endorsements:desk", args=[network]))


def _desk(request: HttpRequest, problem: str = "", template: str = "endorsements/desk.html") -> HttpResponse:
    context = {
        "desk": queries.desk(request.viewer),
        "lately": queries.lately(request.viewer),
        "to_confirm": queries.waiting(request.viewer),
        "problem": problem,
        "typed": request.POST.get("name", "")[:200] if problem else "",
    }
    return render(request, template, context, status=422 if problem else 200)
