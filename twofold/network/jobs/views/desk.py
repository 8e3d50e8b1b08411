"""Where a page's jobs are written, looked over, published and ended."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.jobs import actions, queries
from twofold.network.jobs.drawing import drawn
from twofold.network.jobs.forms import PARTS, JobForm, part_with
from twofold.network.jobs.models import Job, Level, Period, State, Type, Workplace
from twofold.network.jobs.pay import countries, currencies
from twofold.network.jobs.policies import KEEP_MONTHS, RADII, REPLY_DAYS, STEPS, why_not_published
from twofold.network.jobs.views.answers import me, see
from twofold.people.personas.models import Persona


@require_safe
def home(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """All jobs of a page, for those who hire for it."""
    me(request)
    page = queries.page_of_team(request.viewer.itself, network, handle)
    jobs = queries.desk(request.viewer.itself, page)
    groups = [
        (state, [each for each in jobs if each.state == state])
        for state in (State.OPEN, State.DRAFT, State.PAUSED, State.EXPIRED, State.CLOSED)
    ]
    for each in jobs:
        each.lacking = part_with(why_not_published(each)[0] or "closes_on")  # type: ignore[attr-defined]
    words = {"page_persona": page, "groups": [each for each in groups if each[1]]}
    words["waiting"] = queries.waiting(request.viewer.itself, page)
    return render(request, "jobs/desk.html", words)


def new(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """The first step of a new one."""
    actor, page = me(request), queries.page_of_team(request.viewer.itself, network, handle)
    form = JobForm(initial={"place": page.place})
    form = form.with_part(request.POST) if request.method == "POST" else form
    kept = _kept(request, actor, page, form)
    return _onward(request, kept, "work") if kept else _form(request, page, form, part="work")


def part(request: HttpRequest, network: str, job_id: int, part: str) -> HttpResponse:
    """One step of one that was begun; each is kept as it is left."""
    actor, job = me(request), queries.job_of_team(request.viewer.itself, job_id)
    if part not in PARTS:
        raise Absent
    form = _as_kept(job)
    form = form.with_part(request.POST, part) if request.method == "POST" else form
    kept = _kept(request, actor, job.author, form, job)
    return _onward(request, kept, part) if kept else _form(request, job.author, form, job, part)


def _onward(request: HttpRequest, job: Job, part: str = "") -> HttpResponse:
    """To the next step, as long as it is a draft; after the last one it is looked over."""
    rest = list(PARTS)[list(PARTS).index(part) + 1 :] if part else []
    if job.state == State.DRAFT and rest:
        return see("web:job_part", job.pk, rest[0])
    messages.success(request, _("Kept."))
    return see("jobs:preview", job.pk)


def edit(request: HttpRequest, network: str, job_id: int) -> HttpResponse:
    """All steps on one page."""
    actor, job = me(request), queries.job_of_team(request.viewer.itself, job_id)
    form = JobForm(request.POST) if request.method == "POST" else _as_kept(job)
    kept = _kept(request, actor, job.author, form, job)
    return _onward(request, kept) if kept else _form(request, job.author, form, job)


def _as_kept(job: Job) -> JobForm:
    skills = queries.skills_of([job.pk]).get(job.pk, [])
    return JobForm.of(job, skills, queries.left_out(job))


def _kept(
    request: HttpRequest, actor: Persona, page: Persona, form: JobForm, job: Job | None = None
) -> Job | None:
    if not form.is_bound or not form.is_valid():
        return None
    try:
        kept = actions.keep_job(actor, page=page, job_id=job.pk if job else None, **form.fields_for_action())
    except Refused as refusal:
        form.add_error(refusal.field or None, refusal.reason)
        return None
    return kept


_WORDS = {
    "work": gettext_lazy("The work"),
    "where": gettext_lazy("Where, and pay"),
    "skills": gettext_lazy("Skills"),
    "asked": gettext_lazy("What you ask for"),
    "until": gettext_lazy("Until when, and who"),
}


def _form(
    request: HttpRequest, page: Persona, form: JobForm, job: Job | None = None, part: str = ""
) -> HttpResponse:
    names = list(PARTS)
    if part and set(form.errors) - {"__all__", *PARTS[part]}:
        # What is wrong stands in another step.
        part = ""
    at = names.index(part) if part else 0
    words = {
        "part": part,
        "parts": list(_WORDS.items()),
        "at": at,
        "back": names[at - 1] if at else "",
        "page_persona": page,
        "job": job,
        "form": form,
        "hirers": queries.hirers(request.viewer.itself, page),  # type: ignore[attr-defined]
        "choices": _choices(),
    }
    return render(request, "jobs/edit.html", words, status=422 if form.is_bound else 200)


def _choices() -> dict[str, Any]:
    """What can be chosen in the form."""
    language = get_language() or "en"
    return {
        "country": [("", _("Choose")), *countries(language)],
        "currency": currencies(language),
        "radius": [
            (0, _("There alone")),
            *((each, _("up to %(km)d km around") % {"km": each}) for each in RADII),
        ],
        "workplace": Workplace.choices,
        "type": Type.choices,
        "level": Level.choices,
        "period": Period.choices,
        "keep_months": [
            (each, ngettext("%(num)d month", "%(num)d months", each) % {"num": each}) for each in KEEP_MONTHS
        ],
        "reply_days": [(each, _("within %(days)d days") % {"days": each}) for each in REPLY_DAYS],
    }


@require_safe
def preview(request: HttpRequest, network: str, job_id: int) -> HttpResponse:
    """The job as others will read it, and what is still missing."""
    me(request)
    job = queries.job_of_team(request.viewer.itself, job_id)
    skills = queries.skills_of([job.pk]).get(job.pk, [])
    field, missing = why_not_published(job)
    words = {
        "page_persona": job.author,
        "job": job,
        "drawn": drawn(job, skills),
        "skills": skills,
        "missing": missing,
        "lacking": part_with(field),
        "steps": [step for step, states in STEPS.items() if job.state in states],
        "deeds": queries.deeds(request.viewer.itself, job),
        "waiting": queries.unsettled(request.viewer.itself, job),
    }
    return render(request, "jobs/preview.html", words)


_SAID = {
    "publish": gettext_lazy("It is open: everybody can find it and apply."),
    "pause": gettext_lazy("It rests: nobody finds it until you open it again."),
    "close": gettext_lazy("It is closed."),
    "reopen": gettext_lazy("It is open again."),
}


@require_POST
def step(request: HttpRequest, network: str, job_id: int, step: str) -> HttpResponse:
    """Publish, pause, close, reopen, drop or copy."""
    actor = me(request)
    if step == "copy":
        messages.success(request, _("Copied into a draft."))
        return see("web:job_part", actions.copy(actor, job_id=job_id).pk, "work")
    if step not in STEPS:
        raise Absent
    try:
        until = parse_date(request.POST.get("until", "")[:10]) if request.POST.get("until") else None
    except ValueError:
        until = None
    try:
        job = actions.take_step(actor, job_id=job_id, step=step, until=until)
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
        return see("jobs:preview", job_id)
    messages.success(request, str(_SAID.get(step, _("Gone."))))
    return see("jobs:desk", job.author.handle) if step == "drop" else see("jobs:preview", job_id)
