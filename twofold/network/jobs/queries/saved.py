"""Jobs and searches that one keeps."""

from twofold.network.jobs.models import Job, SavedJob, SavedSearch
from twofold.network.jobs.queries.reading import there
from twofold.people.personas.viewers import Viewer

_SHOWN = 60


def saved_jobs(viewer: Viewer) -> list[Job]:
    """Those that are still open and for the viewer, saved last first."""
    if not viewer:
        return []
    mine = dict(SavedJob.objects.filter(persona=viewer.id).order_by("-at").values_list("job", "at")[:_SHOWN])
    return sorted(there(viewer).filter(pk__in=list(mine)), key=lambda job: mine[job.pk], reverse=True)


def is_saved(viewer: Viewer, job_id: int) -> bool:
    return bool(viewer) and SavedJob.objects.filter(persona=viewer.id, job=job_id).exists()


def searches(viewer: Viewer) -> list[SavedSearch]:
    return list(SavedSearch.objects.filter(persona=viewer.id).order_by("-made_at")) if viewer else []
