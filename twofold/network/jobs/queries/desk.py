"""Reads for those who hire for a page."""

from collections.abc import Sequence

from django.db.models import Count, Q

from twofold.foundation.kit.refusals import Absent
from twofold.network.jobs.models import Application, Deed, Feed, Job, Stage
from twofold.network.jobs.policies import hires
from twofold.network.jobs.queries.applications import Done, told
from twofold.people.audiences.models import Component, Grant
from twofold.people.audiences.queries import by_handle
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_DEEDS = 60


def page_of_team(viewer: Viewer, network: str, handle: str) -> Persona:
    """The page under this handle. Absent unless the viewer hires for it."""
    page = by_handle(viewer, network, handle)
    if not page.is_page or not viewer or viewer.home != network or not hires(viewer.id, page.pk):
        raise Absent
    return page


def job_of_team(viewer: Viewer, job_id: int) -> Job:
    """A job in whatever state, with its page. Absent unless the viewer hires for it."""
    job = Job.objects.select_related("author").filter(pk=job_id).first()
    if job is None or not viewer or not hires(viewer.id, job.author_id):
        raise Absent
    return job


def desk(viewer: Viewer, page: Persona) -> Sequence[Job]:
    """All jobs of a page that the viewer hires for, the one changed last first."""
    return list(Job.objects.filter(author=page).defer("words", "text").order_by("-changed_at")[:400])


def waiting(viewer: Viewer, page: Persona) -> dict[int, tuple[int, int]]:
    """By job of a page that the viewer hires for: how many applied, and how many of them nobody has read; one query."""
    rows = Application.objects.visible_to(viewer).filter(page=page).exclude(author=viewer.id).order_by()
    sums = rows.values_list("job").annotate(all=Count("pk"), new=Count("pk", filter=Q(stage=Stage.SENT)))
    return {job: (number, fresh) for job, number, fresh in sums if job}


def deeds(viewer: Viewer, job: Job) -> list[Done]:
    """What was done to a job lately, the latest first."""
    rows = Deed.objects.filter(job=job).select_related("actor")
    return told(viewer, rows.order_by("-at", "-pk")[:_DEEDS])


def left_out(job: Job) -> list[str]:
    """The handles of the people and the companies for whom a job that `job_of_team` gave is not."""
    rows = Component.objects.filter(audience=job.audience_id, excepted=True)
    parts = list(rows.values_list("part", "part__kind", "part__ref"))
    companies = [int(ref) for _part, kind, ref in parts if kind == "staff"]
    named = Grant.objects.filter(part__in=[part for part, kind, _ref in parts if kind != "staff"])
    whom = Q(pk__in=companies) | Q(pk__in=named.values("persona"))
    return list(Persona.objects.filter(whom).order_by("handle").values_list("handle", flat=True))


def feeds() -> list[Feed]:
    """All feeds, for whoever keeps the server."""
    return list(Feed.objects.select_related("page").order_by("page__handle", "added_at"))
