"""Applications as those who hire read and answer them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.passing import in_passing
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.tables import csv_of
from twofold.network.jobs import actions, queries
from twofold.network.jobs.drawing import slot_drawn
from twofold.network.jobs.forms import ids_of
from twofold.network.jobs.models import Job, Stage
from twofold.network.jobs.policies import (
    LENGTHS_OF_TALKS,
    MOST_REMARK,
    MOST_REPLY,
    MOST_SLOTS,
    MOVES,
    UNDO,
)
from twofold.network.jobs.seals import Dossier
from twofold.network.jobs.views.answers import me, see
from twofold.people.personas.viewers import Viewer

# The columns: which stages stand together, and the stage that a move puts there.
COLUMNS = (
    ("new", (Stage.SENT, Stage.VIEWED)),
    *((stage.value, (stage,)) for stage in MOVES),
    ("closed", (Stage.CLOSED,)),
)


@require_safe
def hiring(request: HttpRequest, network: str) -> HttpResponse:
    """The pages that one hires for, and what waits there."""
    me(request)
    return render(
        request, "jobs/hiring.html", {"pages": queries.hiring_for(request.viewer.itself), "tab": "hiring"}
    )


@require_safe
def pipeline(request: HttpRequest, network: str, job_id: int) -> HttpResponse:
    """The applications for a job: a board of where they stand, or a list of those at one stage."""
    me(request)
    viewer = request.viewer.itself
    job = queries.job_of_team(viewer, job_id)
    counts = queries.counts_for_job(viewer, job)
    words = {
        "page_persona": job.author,
        "job": job,
        "funnel": queries.funnel(viewer, job),
        "columns": _columns(counts),
        "column": "",
        "total": sum(counts.values()),
        "moves": MOVES,
        "pending": queries.undoable(viewer, job),
        "zone": viewer.persona.time_zone,
    }
    if "stage" in request.GET:
        return render(request, "jobs/pipeline.html", words | _listed(request, job))
    piles = _piles(words["columns"], queries.board(viewer, job))
    shown = [each.pk for pile in piles for each in pile.rows]
    return render(request, "jobs/board.html", words | {"piles": piles, "verdicts": queries.verdicts(shown)})


def _listed(request: HttpRequest, job: Job) -> dict[str, Any]:
    column = request.GET["stage"]
    stages = dict(COLUMNS).get(column, ())
    page = queries.for_job(request.viewer.itself, job, stages, request.GET.get("before"))  # type: ignore[attr-defined]
    verdicts = queries.verdicts([each.pk for each in page.rows])
    kept = queries.templates(job.author)
    return {"column": column if stages else "all", "page": page, "verdicts": verdicts, "templates": kept}


@dataclass(frozen=True)
class Pile:
    """A column of the board. Of its `number` the latest are in `rows`; one click leads to `next`."""

    name: str
    words: str
    number: int
    rows: Sequence[Dossier]
    next: str
    next_words: str


def _piles(columns: Sequence[tuple[str, str, int]], there: Mapping[str, Sequence[Dossier]]) -> list[Pile]:
    """All columns but the one of what was closed: nobody is put there."""
    ahead = dict(zip(("new", *MOVES[:3]), MOVES[:4], strict=True))
    piles = []
    for name, words, number in columns[:-1]:
        stages, onward = dict(COLUMNS)[name], ahead.get(name)
        rows = [each for stage in stages for each in there.get(stage, ())]
        piles.append(Pile(name, words, number, rows, onward or "", str(onward.label) if onward else ""))
    return piles


def _columns(counts: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """Each column with its words and how many stand in it."""
    return [
        (
            name,
            _("New") if name == "new" else str(Stage(name).label),
            sum(counts.get(each, 0) for each in some),
        )
        for name, some in COLUMNS
    ]


@require_safe
def one(request: HttpRequest, network: str, application_id: int) -> HttpResponse:
    """One application, with what was noted of it. Reading it tells its author that it was viewed."""
    actor, viewer = me(request), request.viewer.itself
    found = queries.received(viewer, application_id)
    if found.stage == Stage.SENT and "prefetch" not in request.headers.get("Sec-Purpose", ""):
        with in_passing():
            actions.look_at(actor, application_id=application_id)
        found = queries.received(viewer, application_id)
    return shown(request, found)


def _beside(viewer: Viewer, found: Dossier) -> dict[str, Any]:
    """What came with an application, and what was added to it since."""
    return {
        "file": queries.file_of(found),
        "papers": queries.papers_of(found),
        "remarks": queries.remarks(viewer, found),
        "others": [each for each in queries.hirers(viewer, found.page) if each.pk != viewer.id],
        "deeds": queries.deeds_of(viewer, found),
        "cards": queries.scorecards(viewer, found),
        "replies": queries.replies(found),
    }


_LIMITS = {"note": MOST_REMARK, "reply": MOST_REPLY, "slots": MOST_SLOTS}


def shown(request: HttpRequest, found: Dossier, problem: Refused | None = None) -> HttpResponse:
    """The page of an application; with what was typed and the reason, where something was refused."""
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    zone, kept = viewer.persona.time_zone, queries.templates(found.page)
    chosen = next((each for each in kept if encode(each.pk) == request.GET.get("words")), None)
    words = {
        "page_persona": found.page,
        "application": found,
        "job": found.job,
        **_beside(viewer, found),
        "slots": [slot_drawn(each, zone) for each in queries.slots(found)],
        "templates": kept,
        "zone": zone,
        "moves": MOVES,
        "pending": [found] if found.told_at else [],
        "limits": _LIMITS,
        "lengths": [(each, _("%(minutes)d minutes") % {"minutes": each}) for each in LENGTHS_OF_TALKS],
        "problem": problem,
        "typed": request.POST if problem else {"reply": chosen.text if chosen else "", "minutes": "45"},
    }
    return render(request, "jobs/received.html", words, status=422 if problem else 200)


@require_POST
def move(request: HttpRequest, network: str, application_id: int, stage: str) -> HttpResponse:
    actor = me(request)
    found = queries.received(request.viewer.itself, application_id)
    # The board has waited itself before it sends.
    scripted = request.headers.get("HX-Request") == "true"
    wait, words = timedelta() if scripted else UNDO, request.POST.get("reply")
    try:
        actions.move(actor, application_id=application_id, stage=stage, wait=wait, words=words)
    except Refused as refusal:
        if refusal.field == "reply":
            return shown(request, found, refusal)
        if scripted:
            return HttpResponse(str(refusal.reason), content_type="text/plain; charset=utf-8", status=422)
        messages.error(request, str(refusal.reason))
    if scripted:
        return HttpResponse(status=204)
    if request.POST.get("from") == "list" and found.job_id:
        return see("jobs:pipeline", found.job_id)
    return see("jobs:received", application_id)


@require_POST
def move_many(request: HttpRequest, network: str, job_id: int) -> HttpResponse:
    """Several at once: those that are ticked."""
    actor = me(request)
    job = queries.job_of_team(request.viewer.itself, job_id)
    chosen = set(request.POST.getlist("application")[:200])
    there = [each.pk for each in queries.all_for_job(request.viewer.itself, job) if encode(each.pk) in chosen]
    kept = {encode(each.pk): each.text for each in queries.templates(job.author)}
    words, stage = kept.get(request.POST.get("words", "")), request.POST.get("stage", "")
    try:
        if not actions.move_all(actor, application_ids=there, stage=stage, wait=UNDO, words=words):
            messages.error(request, _("Tick those that you mean first."))
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    back, listed = see("jobs:pipeline", job_id), request.POST.get("from", "")
    if listed == "all" or listed in dict(COLUMNS):
        back.headers["Location"] += f"?stage={listed}"
    return back


@require_POST
def undo(request: HttpRequest, network: str, application_id: int) -> HttpResponse:
    """Put it back before its author is told; `all` of its job at once."""
    actor, viewer = me(request), request.viewer.itself
    found = queries.received(viewer, application_id)
    whole = "all" in request.POST and found.job is not None
    these = [each.pk for each in queries.undoable(viewer, found.job)] if whole else [application_id]  # type: ignore[arg-type]
    try:
        number = actions.undo(actor, application_ids=these)
        said = ngettext("Undone. Nobody was told.", "%(number)d moves undone. Nobody was told.", number)
        messages.success(request, said % {"number": number})
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    if "from" in request.POST and found.job_id:
        return see("jobs:pipeline", found.job_id)
    return see("jobs:received", application_id)


@require_POST
def remark(request: HttpRequest, network: str, application_id: int) -> HttpResponse:
    actor = me(request)
    found = queries.received(request.viewer.itself, application_id)
    try:
        told, text = ids_of(request.POST.getlist("tell")), request.POST.get("text", "")
        actions.remark(actor, application_id=application_id, text=text, tell_to=told)
    except Refused as refusal:
        return shown(request, found, refusal)
    return see("jobs:received", application_id)


@require_safe
def table(request: HttpRequest, network: str, job_id: int) -> HttpResponse:
    """All applications for a job as CSV. Cells that a spreadsheet would calculate stand as text."""
    actor, viewer = me(request), request.viewer.itself
    job = queries.job_of_team(viewer, job_id)
    actions.take_out(actor, job_id=job_id)
    asked = [each["words"] for each in job.questions]
    heads = ["Name", "E-mail", "Telephone", "Place", "Stage", "Applied", "Answer by", *asked]
    return csv_of(
        "applications.csv", heads, (_cells(each, asked) for each in queries.all_for_job(viewer, job))
    )


def _cells(each: Dossier, asked: list[str]) -> list[str]:
    answers: dict[str, str] = dict(each.answers)  # type: ignore[arg-type]
    dates = f"{each.sent_at:%Y-%m-%d}", f"{each.reply_by}"
    who = [each.name, each.email, each.phone, each.place, str(Stage(each.stage).label)]
    return [*who, *dates, *(answers.get(words, "") for words in asked)]
