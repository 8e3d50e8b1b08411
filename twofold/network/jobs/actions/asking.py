"""What every action on a job asks first, and writes last."""

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.jobs.models import Deed, Job
from twofold.network.jobs.policies import hires
from twofold.people.personas.models import Persona


def insist(reason: str, *, field: str = "") -> None:
    if reason:
        raise Refused(reason, field=field)


def hiring(actor: Persona, page: Persona) -> None:
    """Absent unless `actor` hires for `page`."""
    if page.state != Persona.State.ACTIVE or not hires(actor.pk, page.pk):
        raise Absent


def held(actor: Persona, job_id: int) -> Job:
    """The job, held until the end of the transaction. Absent unless `actor` hires for its page."""
    job = Job.objects.select_for_update(of=("self",)).select_related("author").filter(pk=job_id).first()
    if job is None:
        raise Absent
    hiring(actor, job.author)
    return job


def note(
    job: Job, actor: Persona | None, what: str, about: str = "", *, applicant: int | None = None
) -> None:
    """Write down what was done, for those who hire."""
    Deed.objects.create(
        page_id=job.author_id,
        job=job,
        applicant_id=applicant,
        actor=actor,
        what=what,
        about=about[:200],
        at=clock.now(),
    )
