"""Scorecards, letters, times for interviews, and how far applications came: for those who hire, and what of it is the
applicant's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Avg, Count, Exists, OuterRef, Q, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.network.jobs.models import STEPS_UP, Application, Job, Reply, Score, Slot, Stage, Template
from twofold.network.jobs.policies import HIRING, criteria
from twofold.network.jobs.queries.applications import for_team
from twofold.network.jobs.seals import Dossier
from twofold.people.audiences.door import Admits
from twofold.people.audiences.models import Grant
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

_SETTLED = (Stage.HIRED, Stage.REJECTED, Stage.CLOSED)


@dataclass(frozen=True)
class Scorecards:
    """`mine`, and what the others gave, which is shown only to whoever has given their own: nobody follows another."""

    criteria: Sequence[str]
    mine: Score | None
    others: Sequence[Score]
    waiting: int


def scorecards(viewer: Viewer, application: Dossier) -> Scorecards:
    """Of an application that `received` gave."""
    rows = list(Score.objects.filter(application=application.pk).select_related("by").order_by("-at"))
    mine = next((each for each in rows if each.by_id == viewer.id), None)
    others = [each for each in rows if each.by_id != viewer.id]
    return Scorecards(criteria(application.job), mine, others if mine else (), 0 if mine else len(others))


def verdicts(ids: Sequence[int]) -> dict[int, float]:
    """The mean verdict of those who gave one, by application."""
    rows = Score.objects.filter(application__in=ids).order_by().values_list("application")
    return dict(rows.annotate(mean=Avg("verdict")))


def replies(application: Application | Dossier) -> list[tuple[Reply, str]]:
    """What the employer wrote, the latest last, with names filled in as far as the reader knows them."""
    rows = Reply.objects.filter(application=application.pk).select_related("by").order_by("at", "pk")
    return [
        (each, each.text.replace("{name}", application.name).replace("{job}", application.title))
        for each in rows
    ]


def slots(application: Application | Dossier) -> list[Slot]:
    return list(Slot.objects.filter(application=application.pk).order_by("begins"))


def coming_slots(application: Application | Dossier) -> list[Slot]:
    """Times that can still be taken, and the one that was."""
    rows = Slot.objects.filter(application=application.pk)
    return list(rows.filter(Q(begins__gt=clock.now()) | Q(taken_at__isnull=False)).order_by("begins"))


def interviews(viewer: Viewer, begin: datetime, end: datetime) -> list[Slot]:
    """Those that the viewer has with an employer, and may touch this span. What is settled holds no more once they were
    told so. One query."""
    return _own_interviews(me=viewer.id, since=begin - timedelta(days=1), until=end, now=clock.now())


@prepared
def _own_interviews(me: int, since: datetime, until: datetime, now: datetime) -> QuerySet[Slot]:
    told = Q(application__told_at=None) | Q(application__told_at__lte=now)
    void = Q(application__stage__in=_SETTLED, begins__gt=now) & told
    rows = _taken(since, until).filter(~void, application__author=me)
    return rows.select_related("application__page")


def interviews_held(viewer: Viewer, begin: datetime, end: datetime) -> list[Slot]:
    """Those with applicants, for whom the job names of those who hire, or else for all of them. One query."""
    now, known = clock.now(), {"me": viewer.id, "home": viewer.home}
    return _interviews_held(since=begin - timedelta(days=1), until=end, now=now, **known)


@prepared
def _interviews_held(me: int, home: str, since: datetime, until: datetime, now: datetime) -> QuerySet[Slot]:
    seen = Admits.thing(Viewer(me, home, ""), at="application")
    hiring = Grant.objects.filter(part__kind=HIRING.kind, part__ref="")
    pages = hiring.filter(persona=me).values("part__owner")
    named = Job.team.through.objects.filter(job=OuterRef("application__job"))
    # Somebody who was named and hires no more counts as nobody, as where the team is told of news.
    still = named.filter(
        Exists(hiring.filter(persona=OuterRef("persona"), part__owner=OuterRef("job__author")))
    )
    for_me = Exists(named.filter(persona=me)) | ~Exists(still)
    void = Q(application__stage__in=_SETTLED, begins__gt=now)
    rows = _taken(since, until).filter(seen, for_me, ~void, application__page__in=pages)
    return rows.exclude(application__author=me).select_related("application")


def _taken(since: datetime, until: datetime) -> QuerySet[Slot]:
    rows = Slot.objects.filter(taken_at__isnull=False, begins__gt=since, begins__lt=until)
    return rows.filter(application__live=True)


def templates(page: Persona) -> list[Template]:
    """For those who hire for the page: ask that first."""
    return list(Template.objects.filter(page=page).order_by("name"))


@dataclass(frozen=True)
class Step:
    """How many applications came at least so far. `share` is of all, in hundredths."""

    label: str
    number: int
    share: int


def funnel(viewer: Viewer, job: Job) -> list[Step]:
    """How far the applications for a job came, whatever became of them; one query."""
    rows = for_team(viewer, job).select_related(None).order_by().values_list("reached")
    counts = dict(rows.annotate(number=Count("pk")))
    total = sum(counts.values())
    steps = []
    for place, stage in enumerate(STEPS_UP):
        number = sum(found for reached, found in counts.items() if reached >= place)
        steps.append(Step(str(stage.label), number, round(100 * number / total) if total else 0))
    return steps
