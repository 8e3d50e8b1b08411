"""Jobs as anybody may read of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.refusals import Absent
from twofold.network.jobs.models import Job, JobSkill
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True)
class Row:
    """A job in a list, with what it asks for."""

    job: Job
    skills: Sequence[JobSkill]


def there(viewer: Viewer):
    """The open jobs that `viewer` may see, with their page: through the door."""
    rows = Job.objects.visible_to(viewer).filter(closes_on__gte=clock.now().date())
    return rows.select_related("author").defer("words")


def latest(viewer: Viewer, most: int) -> list[Job]:
    """The open jobs that were published last."""
    return list(there(viewer).order_by("-position")[:most])


def get(viewer: Viewer, job_id: int) -> Job:
    found = there(viewer).filter(pk=job_id).first()
    if found is None:
        raise Absent
    return found


def skills_of(ids: Iterable[int]) -> Mapping[int, list[JobSkill]]:
    """What jobs ask for, in order, for jobs that the door let through; one query."""
    found: dict[int, list[JobSkill]] = defaultdict(list)
    for each in JobSkill.objects.filter(job__in=list(ids)).order_by("job", "place"):
        found[each.job_id].append(each)
    return found


def rows_of(jobs: Iterable[Job]) -> list[Row]:
    """Jobs as rows of a list; one query."""
    listed = list(jobs)
    skills = skills_of([each.pk for each in listed])
    return [Row(each, skills.get(each.pk, ())) for each in listed]


def of_page(viewer: Viewer, page: Persona, before: str | None = None, size: int = DEFAULT_SIZE) -> Page[Job]:
    """The open jobs of a page, the newest first."""
    rows = there(viewer).filter(author=page)
    start = read_cursor(before)
    if start is not None:
        rows = rows.filter(position__lt=start)
    return cut(list(rows.order_by("-position")[: size + 1]), size, lambda job: job.position)
