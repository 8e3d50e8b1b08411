"""What searching reads of open jobs, kept in step with them: each open job has a face on a shelf, no other has."""

from collections.abc import Iterable
from typing import Any

from twofold.network.jobs.codes import code_of
from twofold.network.jobs.models import Face, Job, JobSkill, Shelf, Workplace
from twofold.network.jobs.queries.matching import weight
from twofold.network.jobs.towns import town_of


def shelve(job_id: int) -> None:
    """Give an open job the face that it should have; take it from one that is not open."""
    job = Job.objects.filter(pk=job_id, live=True).defer("text", "words").first()
    if job is None:
        Face.objects.filter(pk=job_id).delete()
        return
    shelf, _made = Shelf.objects.get_or_create(author_id=job.author_id, audience_id=job.audience_id)
    Face.objects.update_or_create(
        job=job, defaults={"shelf": shelf, **face_of(job, JobSkill.objects.filter(job=job))}
    )


def face_of(job: Job, skills: Iterable[JobSkill]) -> dict[str, Any]:
    """What a face says of a job."""
    known = town_of(job.place, job.country)
    return {
        "position": job.position,
        "closes_on": job.closes_on,
        "code": code_of(job.workplace, job.type, job.level),
        "yearly_high": job.yearly_high,
        "currency": job.currency,
        "latitude": known.latitude if known else None,
        "longitude": known.longitude if known else None,
        "radius": job.radius if known and job.workplace != Workplace.REMOTE else 0,
        "asked": sum(map(weight, skills)),
    }
