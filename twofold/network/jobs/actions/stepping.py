"""What becomes of a job by hand: published, paused, closed, reopened, dropped."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.jobs.actions.asking import held, insist, note
from twofold.network.jobs.actions.hiring import close_open_ones
from twofold.network.jobs.actions.shelving import shelve
from twofold.network.jobs.facts import JobEnded, JobPublished
from twofold.network.jobs.models import Job, State
from twofold.network.jobs.policies import STEPS, why_not_open, why_not_published
from twofold.people.personas.models import Persona

_BECOMES = {
    "publish": State.OPEN,
    "reopen": State.OPEN,
    "pause": State.PAUSED,
    "close": State.CLOSED,
}


@transaction.atomic
def take_step(actor: Persona, *, job_id: int, step: str, until: date | None = None) -> Job:
    """Take one of `STEPS` with a job; `until` is its new closing date, where it is reopened. Twice is once."""
    job = held(actor, job_id)
    if step in _BECOMES and job.state == _BECOMES[step]:
        return job
    insist("" if job.state in STEPS[step] else _("The job is not where it was. Look again."))
    if step == "drop":
        job.delete()
        return job
    if _BECOMES[step] == State.OPEN:
        _open(job, until)
    job.state = _BECOMES[step]
    job.live = job.state == State.OPEN
    job.changed_at = clock.now()
    job.save()
    shelve(job.pk)
    note(job, actor, step, job.title)
    if job.state == State.CLOSED:
        close_open_ones(job.pk)
    announce(JobPublished(job.pk) if job.live else JobEnded(job.pk))
    return job


def _open(job: Job, until: date | None) -> None:
    insist(why_not_open(job.author))
    job.closes_on = until or job.closes_on
    field, reason = why_not_published(job)
    insist(reason, field=field)
    if job.published_at is None:
        job.published_at = clock.now()
        job.position = clock.position_of(job.published_at)
