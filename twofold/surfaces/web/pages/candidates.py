"""Whom those who hire for a page can find: people who are open to work for them, by their own choice and shield."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from twofold.foundation.kit.text import folded
from twofold.network.endorsements.queries import experts
from twofold.network.jobs.queries import page_of_team
from twofold.network.openness.queries import looking_for_work
from twofold.network.vocabulary.models import TermKind
from twofold.network.vocabulary.queries import terms_for
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer


@require_safe
def candidates(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """Who may see an openness decides its audience, and nothing here looks past it."""
    me(request, only=Network.PROFESSIONAL)
    viewer, said = request.viewer.itself, request.GET  # type: ignore[attr-defined]
    page = page_of_team(viewer, network, handle)
    asked = {name: said.get(name, "")[:120].strip() for name in ("what", "where", "skills")}
    skills = _skilled(viewer, asked["skills"])
    among = None if skills is None else list(skills)
    found = looking_for_work(viewer, text=asked["what"], place=asked["where"], among=among)
    words = {"page_persona": page, "asked": asked, "found": found, "skills": skills or {}}
    return render(request, "web/candidates.html", words)


def _skilled(viewer: Viewer, typed: str) -> dict[int, list[str]] | None:
    """Who says to have one of the skills, and which; None where none is asked for."""
    names = [each.strip()[:60] for each in typed.split(",") if each.strip()][:6]
    if not names:
        return None
    terms = terms_for(TermKind.SKILL, names)
    wanted = [(folded(each), terms[each].pk if each in terms else None) for each in names]
    return {each.persona.pk: each.skills for each in experts(viewer, wanted, limit=400)}
