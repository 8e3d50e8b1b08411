"""Applications: one's own, and those for the pages that one hires for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import folded
from twofold.network.jobs.models import Application, CvFile, Deed, Job, Paper, Receipt, Remark, Stage
from twofold.network.jobs.policies import HIRING, hires
from twofold.network.jobs.seals import Dossier, called, dossier
from twofold.people.audiences.models import Grant
from twofold.people.audiences.queries import by_ids
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_SETTLED = (Stage.HIRED, Stage.REJECTED, Stage.CLOSED)
SHELF = 40
PILE = 12
# Fewer promises than this say nothing, and could point at somebody.
LEAST = 5


@dataclass(frozen=True)
class Done:
    """A line of the log. `who` and `whom` are called as the team may know them; empty for nobody."""

    what: str
    about: str
    at: datetime
    who: str
    whom: str


@dataclass(frozen=True)
class Tracker:
    """What one applied for: what goes on, what is settled, and receipts of what was withdrawn."""

    drafts: Sequence[Application]
    open: Sequence[Application]
    settled: Sequence[Application]
    receipts: Sequence[Receipt]


def tracker(viewer: Viewer) -> Tracker:
    """Two queries."""
    rows = (
        Application.objects.filter(author=viewer.id).select_related("page").defer("cv", "answers", "letter")
    )
    found = [as_told(each) for each in rows.order_by("-began_at")[:200]]
    return Tracker(
        drafts=[each for each in found if each.stage == Stage.DRAFT],
        open=[each for each in found if each.live and not each.settled],
        settled=[each for each in found if each.settled],
        receipts=list(Receipt.objects.filter(persona=viewer.id).order_by("-at")[:60]),
    )


def own(viewer: Viewer, application_id: int) -> Application:
    """One's own application, sent or not. Absent otherwise."""
    rows = (
        Application.objects.filter(author=viewer.id, pk=application_id)
        if viewer
        else Application.objects.none()
    )
    found = rows.select_related("page", "job").first()
    if found is None:
        raise Absent
    return as_told(found)


def as_told(application: Application) -> Application:
    """As its author was told that it stands: a move that can still be undone is nobody's news yet."""
    if application.undoable:
        as_before(application)
    return application


def as_before(application: Application) -> None:
    """Set back, in memory, what the move changed that can still be undone."""
    was: dict[str, Any] = application.before or {}
    application.stage, application.reached = was["stage"], was["reached"]
    for name in ("moved_at", "answered_at"):
        setattr(application, name, datetime.fromisoformat(was[name]) if was[name] else None)


def own_for(viewer: Viewer, job_id: int) -> Application | None:
    """One's own application for this job, if there is one."""
    rows = Application.objects.filter(author=viewer.id, job=job_id) if viewer else Application.objects.none()
    found = rows.select_related("page", "job").first()
    return as_told(found) if found else None


def receipt(viewer: Viewer, receipt_id: int) -> Receipt:
    found = Receipt.objects.filter(persona=viewer.id, pk=receipt_id).first()
    if found is None:
        raise Absent
    return found


def received(viewer: Viewer, application_id: int) -> Dossier:
    """An application to a page that the viewer hires for: through the door, as far as it is open. Absent otherwise, and
    for its author."""
    rows = Application.objects.visible_to(viewer).filter(pk=application_id).exclude(author=viewer.id)
    found = rows.select_related("author", "page", "job").first()
    if found is None or not hires(viewer.id, found.page_id):
        raise Absent
    return dossier(found)


def for_job(
    viewer: Viewer, job: Job, stages: Sequence[str] = (), before: str | None = None, size: int = SHELF
) -> Page[Dossier]:
    """Applications for a job, the latest first: those that the door shows to the viewer."""
    rows = for_team(viewer, job)
    if stages:
        rows = rows.filter(stage__in=stages)
    start = read_cursor(before)
    if start is not None:
        rows = rows.filter(sent_at__lt=clock.moment_at(start))
    found = [dossier(each) for each in rows.order_by("-sent_at", "-pk")[: size + 1]]
    return cut(found, size, lambda each: clock.position_of(each.sent_at))


def board(viewer: Viewer, job: Job, size: int = PILE) -> dict[str, list[Dossier]]:
    """The latest `size` at each stage, by stage; one query."""
    by_stage = Window(RowNumber(), partition_by=F("stage"), order_by=[F("sent_at").desc(), F("pk").desc()])
    piles: dict[str, list[Dossier]] = defaultdict(list)
    rows = for_team(viewer, job).annotate(rank=by_stage).filter(rank__lte=size)
    for each in rows.order_by("-sent_at", "-pk"):
        piles[each.stage].append(dossier(each))
    return piles


def undoable(viewer: Viewer, job: Job) -> list[Dossier]:
    """Those whose last move can still be undone."""
    rows = for_team(viewer, job).filter(told_at__gt=clock.now())
    return [dossier(each) for each in rows.order_by("told_at", "pk")]


def all_for_job(viewer: Viewer, job: Job) -> list[Dossier]:
    return [dossier(each) for each in for_team(viewer, job).order_by("-sent_at", "-pk")[:5_000]]


def counts_for_job(viewer: Viewer, job: Job) -> dict[str, int]:
    rows = (
        for_team(viewer, job)
        .select_related(None)
        .order_by()
        .values_list("stage")
        .annotate(number=Count("pk"))
    )
    return dict(rows)


def unsettled(viewer: Viewer, job: Job) -> int:
    """How many applications for a job are not settled."""
    return sum(number for stage, number in counts_for_job(viewer, job).items() if stage not in _SETTLED)


def for_team(viewer: Viewer, job: Job) -> QuerySet[Application]:
    """Applications for a job, as far as the door shows them to the viewer; never one's own."""
    rows = Application.objects.visible_to(viewer).filter(job=job).exclude(author=viewer.id)
    return rows.select_related("author", "page", "job")


def remarks(viewer: Viewer, application: Dossier) -> list[Remark]:
    """What was noted of an application that `received` gave."""
    return list(Remark.objects.filter(application=application.pk).select_related("by").order_by("at", "pk"))


def deeds_of(viewer: Viewer, application: Dossier) -> list[Done]:
    """What was done with an application that `received` gave, the latest first."""
    author = Application.objects.filter(pk=application.id).values("author")
    rows = Deed.objects.filter(job=application.job_id, applicant__in=author)
    return told(viewer, rows.select_related("actor").order_by("-at", "-pk")[:60])


def told(viewer: Viewer, rows: Iterable[Deed]) -> list[Done]:
    """Lines of the log of one job. An applicant is called by the name that is open, where the door shows who it is."""
    deeds = list(rows)
    jobs, people = {each.job_id for each in deeds}, {each.applicant_id for each in deeds if each.applicant_id}
    there = Application.objects.visible_to(viewer).filter(job__in=jobs, author__in=people) if people else ()
    names: dict[tuple[Any, Any], str] = {(each.job_id, each.author_id): called(each) for each in there}
    return [
        Done(
            each.what,
            each.about,
            each.at,
            who=_actor(each, names),
            whom=names.get((each.job_id, each.applicant_id), ""),
        )
        for each in deeds
    ]


def _actor(deed: Deed, names: Mapping[tuple[Any, Any], str]) -> str:
    if deed.actor_id is not None and deed.actor_id == deed.applicant_id:
        return names.get((deed.job_id, deed.actor_id), _("Somebody"))
    return deed.actor.name if deed.actor else ""


def file_of(application: Application | Dossier) -> CvFile | None:
    """The file of an application that a query here gave, without its bytes."""
    if getattr(application, "cv_from", "") != "file":
        return None
    return CvFile.objects.filter(application=application.pk).defer("data").first()


def papers_of(application: Application | Dossier) -> list[Paper]:
    """The documents of an application that a query here gave, without their bytes; they open with the name."""
    if isinstance(application, Dossier) and not application.named:
        return []
    return list(Paper.objects.filter(application=application.pk).defer("data").order_by("pk"))


def paper_bytes(application: Application | Dossier, paper_id: int) -> Paper:
    found = Paper.objects.filter(application=application.pk, pk=paper_id).first()
    if found is None or (isinstance(application, Dossier) and not application.named):
        raise Absent
    return found


def remembered(viewer: Viewer, application: Application) -> dict[str, str]:
    """What the viewer answered to the same questions the last time, by the words of the question as asked now."""
    asked = application.job.questions if application.job else []
    rows = Application.objects.filter(author=viewer.id).exclude(pk=application.pk).exclude(answers=[])
    before: dict[str, str] = {}
    for answers in rows.order_by("-began_at").values_list("answers", flat=True)[:40]:
        for words, answer in answers:
            before.setdefault(folded(words), answer)
    return {each["words"]: before[folded(each["words"])] for each in asked if folded(each["words"]) in before}


def file_bytes(application: Application | Dossier) -> CvFile:
    found = CvFile.objects.filter(application=application.pk).first()
    if found is None or application.cv_from == "sealed":
        raise Absent
    return found


@dataclass(frozen=True)
class Hiring:
    page: Persona
    jobs: int
    fresh: int


def hiring_for(viewer: Viewer) -> list[Hiring]:
    """The pages that the viewer hires for, with how many jobs are open and how many applications wait unread."""
    if not viewer:
        return []
    rows = Grant.objects.filter(persona=viewer.id, part__kind=HIRING.kind, part__ref="")
    pages = Persona.objects.active().filter(pk__in=rows.values("part__owner")).order_by("name")
    jobs = dict(
        Job.objects.filter(author__in=pages, live=True)
        .order_by()
        .values_list("author")
        .annotate(number=Count("pk"))
    )
    unread = Application.objects.visible_to(viewer).filter(page__in=pages, stage=Stage.SENT)
    fresh = dict(unread.order_by().values_list("page").annotate(number=Count("pk")))
    return [Hiring(page, jobs.get(page.pk, 0), fresh.get(page.pk, 0)) for page in pages]


def answer_rate(page_id: int) -> int | None:
    """How many in a hundred applications to a page were answered by the promised day, of those due or answered in a
    year; None for fewer than `LEAST`."""
    today = clock.now().date()
    since = (
        today.replace(year=today.year - 1)
        if (today.month, today.day) != (2, 29)
        else today.replace(year=today.year - 1, day=28)
    )
    rows = Application.objects.filter(page=page_id, live=True, reply_by__gte=since)
    kept = Q(answered_at__isnull=False, answered_at__date__lte=F("reply_by"))
    sums = rows.aggregate(kept=Count("pk", filter=kept), due=Count("pk", filter=kept | Q(reply_by__lt=today)))
    return round(100 * sums["kept"] / sums["due"]) if sums["due"] >= LEAST else None


def told_of(application_id: int, page_id: int) -> set[int]:
    """Those of `team_of` whom the job names; all of them where it names nobody who still hires."""
    team = team_of(page_id)
    rows = Job.team.through.objects.filter(
        job__in=Application.objects.filter(pk=application_id).values("job")
    )
    return team & set(rows.values_list("persona", flat=True)) or team


def hirers(viewer: Viewer, page: Persona) -> list[Persona]:
    """Those who hire for a page that the viewer hires for."""
    return sorted(by_ids(viewer, team_of(page.pk)).values(), key=lambda each: each.name)


def team_of(page_id: int) -> set[int]:
    """The ids of those who hire for a page: for telling them, never for showing."""
    rows = Grant.objects.filter(part__owner=page_id, part__kind=HIRING.kind, part__ref="")
    return set(rows.values_list("persona", flat=True))
