"""Scorecards, letters, times for interviews, and how far applications came: for those who hire, and what of it is the
applicant's."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Avg, Count, Q

from twofold.foundation.kit import clock
from twofold.network.jobs.models import STEPS_UP, Application, Job, Reply, Score, Slot, Template
from twofold.network.jobs.policies import criteria
from twofold.network.jobs.queries.applications import for_team
from twofold.network.jobs.seals import Dossier
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


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
