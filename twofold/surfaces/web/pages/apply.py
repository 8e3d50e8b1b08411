"""Applying for a job in five steps, each kept as it is left: a draft is there until it is sent or thrown away."""

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.endorsements import queries as endorsements
from twofold.network.jobs import actions, queries
from twofold.network.jobs.models import Application, Seal, Stage
from twofold.network.jobs.policies import MOST_ANSWER, MOST_LETTER, MOST_PAPERS, why_not_sent
from twofold.network.jobs.seals import SKILLS_PART, at_first, goes_along
from twofold.network.profiles import queries as profiles
from twofold.network.profiles.models import EntryKind
from twofold.network.profiles.queries.sections import Line
from twofold.network.profiles.spans import span
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

STEPS = ("contact", "cv", "documents", "questions", "see")
WORDS = {
    "contact": gettext_lazy("How to reach you"),
    "cv": gettext_lazy("Your CV"),
    "documents": gettext_lazy("Documents"),
    "questions": gettext_lazy("Questions"),
    "see": gettext_lazy("The employer will see"),
}
# How else to reach somebody is said in a step of its own.
_LEFT_OUT = {EntryKind.CONTACT, EntryKind.INTEREST}


@require_http_methods(["GET", "POST"])
def apply(request: HttpRequest, network: str, job_id: int, step: str) -> HttpResponse:
    """One step; a POST keeps it and goes on to the next. The step "on" is where something is missing yet."""
    actor = me(request, Network.PROFESSIONAL)
    application = _application(request, actor, job_id)
    if step not in (*STEPS, "send", "on"):
        raise Absent
    if application.stage != Stage.DRAFT:
        return _to("jobs:mine_one", application.pk)
    if step == "on":
        return _to("web:apply", job_id, why_not_sent(application, application.job)[0] or "see")
    problem: Refused | None = None
    if request.method == "POST":
        try:
            return _kept(request, actor, application, step)
        except Refused as refusal:
            problem = refusal
    return _shown(request, application, "see" if step == "send" else step, problem)


def _application(request: HttpRequest, actor: Persona, job_id: int) -> Application:
    """The draft for this job, begun when it is not there yet. A job that closed meanwhile leaves the draft."""
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    there = queries.own_for(viewer, job_id)
    if there is None:
        actions.begin(actor, job=queries.get(viewer, job_id))
        there = queries.own_for(viewer, job_id)
    if there is None:
        raise Absent
    return there


def _kept(request: HttpRequest, actor: Persona, application: Application, step: str) -> HttpResponse:
    number, said = application.pk, request.POST
    if step == "contact":
        fields = {name: said.get(name, "") for name in ("name", "email", "phone", "place")}
        actions.keep_contact(actor, application_id=number, **fields)
    elif step == "cv":
        upload = request.FILES.get("file")
        how = {"cv_from": said.get("cv_from", ""), "sealed": said.get("sealed", "")}
        actions.keep_cv(actor, application_id=number, upload=upload, **how)
    elif step == "documents":
        _keep_papers(request, actor, application)
        if "more" in request.POST:
            return _to("web:apply", application.job_id, step)
    elif step == "questions":
        asked = application.job.questions if application.job else []
        answers = {each["words"]: said.get(f"answer{place}", "") for place, each in enumerate(asked)}
        actions.keep_answers(actor, application_id=number, answers=answers, letter=said.get("letter", ""))
    elif step == "send":
        actions.send(actor, application_id=number, cv=cv_of(actor, application))
        messages.success(request, _("Sent to %(employer)s.") % {"employer": application.employer})
        return _to("jobs:mine_one", number)
    return _to("web:apply", application.job_id, STEPS[min(STEPS.index(step) + 1, len(STEPS) - 1)])


def _keep_papers(request: HttpRequest, actor: Persona, application: Application) -> None:
    """Keep each file that came, drop those that are ticked; the first that was refused is told, the others are kept."""
    number, problem = application.pk, None
    for each in request.POST.getlist("drop"):
        with suppress(ValueError):
            actions.drop_paper(actor, application_id=number, paper_id=decode(each))
    asked = [each["words"] for each in application.job.documents] if application.job else []
    wanted = [(words, request.FILES.getlist(f"paper{place}")[:1]) for place, words in enumerate(asked)]
    for words, uploads in (*wanted, ("", request.FILES.getlist("paper"))):
        for upload in uploads:
            try:
                actions.keep_paper(actor, application_id=number, upload=upload, asked=words)
            except Refused as refusal:
                problem = problem or Refused(f"{upload.name}: {refusal.reason}", field="paper")
    if problem:
        raise problem


def _shown(
    request: HttpRequest, application: Application, step: str, problem: Refused | None
) -> HttpResponse:
    place, job = STEPS.index(step), application.job
    words = {
        "application": application,
        "job": job,
        "step": step,
        "steps": [(each, WORDS[each], at < place) for at, each in enumerate(STEPS)],
        "heading": WORDS[step],
        "number": place + 1,
        "back": STEPS[place - 1] if place else "",
        "typed": request.POST
        or {name: getattr(application, name) for name in ("name", "email", "phone", "place")},
        "answers": dict(application.answers) or queries.remembered(request.viewer.itself, application),  # type: ignore[attr-defined]
        "remembered": not application.answers,
        "file": queries.file_of(application),
        "papers": queries.papers_of(application) if step in ("documents", "see") else (),
        "problem": problem,
        "seals": Seal.choices,
        "limits": {"letter": MOST_LETTER, "answer": MOST_ANSWER, "papers": MOST_PAPERS},
        **(_seen(application) if step == "see" else {}),
    }
    return render(request, "web/apply.html", words, status=422 if problem else 200)


def _seen(application: Application) -> dict[str, Any]:
    """What the employer will see, at once and in the end, and what is missing before that."""
    cv, job = goes_along(application, cv_of(application.author, application)), application.job
    first = at_first(application, job, cv) if job else None
    return {"cv": cv, "at_first": first, "missing": why_not_sent(application, job)}


def cv_of(actor: Persona, application: Application) -> list[dict[str, Any]]:
    """What stands on the profile for the page that one applies to, as it goes along."""
    viewer = Viewer.of(application.page)
    found: list[dict[str, Any]] = [
        {"heading": str(each.section.heading), "lines": [_line(line) for line in each.lines]}
        for each in profiles.sections(viewer, actor)
        if each.groups and each.section.kind not in _LEFT_OUT
    ]
    skills = [each.name for each in endorsements.section(viewer, actor, few=None).skills]
    if skills:
        lines = [{"title": ", ".join(skills), "where": "", "when": "", "text": ""}]
        found.append({"heading": _("Skills"), "lines": lines, "kind": SKILLS_PART})
    return found


def _line(line: Line) -> dict[str, str]:
    entry = line.entry
    return {
        "title": entry.title or entry.text[:200],
        "where": line.page.name if line.page else entry.organisation_name,
        "when": span(
            entry.began, entry.ended, current=entry.current, coarse=bool(entry.details.get("coarse"))
        ),
        "text": entry.text if entry.title else "",
    }


def _to(name: str, *parts: object) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(name, args=[Network.PROFESSIONAL, *parts]), status=303)
