"""What the courier ends: jobs past their closing date."""

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.jobs.actions.asking import note
from twofold.network.jobs.actions.shelving import shelve
from twofold.network.jobs.facts import JobEnded, JobPublished
from twofold.network.jobs.models import Job, State


def expire() -> int:
    """Take down what nobody can apply for any more; how many. Each on its own: one that fails stops no other."""
    due = Job.objects.filter(live=True, closes_on__lt=clock.now().date()).values_list("pk", flat=True)
    return sum(_expire(job_id) for job_id in due[:1_000])


@transaction.atomic
def _expire(job_id: int) -> int:
    rows = Job.objects.select_for_update().filter(pk=job_id, live=True, closes_on__lt=clock.now().date())
    job = rows.first()
    if job is None:
        return 0
    Job.objects.filter(pk=job_id).update(live=False, state=State.EXPIRED, changed_at=clock.now())
    shelve(job_id)
    note(job, None, "expired", job.title)
    announce(JobEnded(job_id))
    return 1


@transaction.atomic
def take_down(job_id: int) -> None:
    """Whatever its page says: what those who look after the server decided. It is closed."""
    if Job.objects.filter(pk=job_id, live=True).update(
        live=False, state=State.CLOSED, changed_at=clock.now()
    ):
        shelve(job_id)
        announce(JobEnded(job_id))


@transaction.atomic
def put_back(job_id: int) -> None:
    """Undo `take_down`, unless its date is over."""
    rows = Job.objects.filter(pk=job_id, live=False, state=State.CLOSED, closes_on__gte=clock.now().date())
    if rows.update(live=True, state=State.OPEN, changed_at=clock.now()):
        shelve(job_id)
        announce(JobPublished(job_id))
