"""What a teacher sees of their course: who takes it and how far they are, and where people stumble."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate

from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.network.learning.models import Course, Done, Enrolment, Lesson, Question
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

DAYS = 30
# Of fewer answers nobody is told how many were right: it could be said of whom.
FEWEST = 3


@dataclass
class Figures:
    """`joined` counts who began on each of `days`; `reached` how many are through with each lesson."""

    days: Sequence[date]
    joined: Sequence[int]
    learners: Sequence[Enrolment]
    count: int
    finished: int
    reached: Sequence[tuple[Lesson, int]]
    # Questions with how many answered, and how many percent knew it at once; None of few.
    questions: Sequence[tuple[Question, int, int | None]]


def figures(viewer: Viewer, course: Course) -> Figures:
    """The figures of a course that the viewer teaches; a fixed number of queries."""
    totals = Enrolment.objects.filter(course=course).aggregate(
        count=Count("pk"), finished=Count("pk", filter=Q(finished_at__isnull=False))
    )
    today = clock.now().date()
    days = [today - timedelta(days=each) for each in reversed(range(DAYS))]
    rows = Enrolment.objects.filter(course=course, since__date__gte=days[0])
    by_day = dict(rows.annotate(day=TruncDate("since")).values_list("day").annotate(number=Count("pk")))
    return Figures(
        days,
        [by_day.get(each, 0) for each in days],
        _learners(me=viewer.id, home=viewer.home, course=course.pk),
        totals["count"],
        totals["finished"],
        _reached(course),
        _questions(course),
    )


@prepared
def _learners(me: int, home: str, course: int) -> QuerySet[Enrolment]:
    rows = Enrolment.objects.filter(
        AdmitsPersona.to(Viewer(me, home, ""), at="persona"),
        course=course,
        persona__state=Persona.State.ACTIVE,
    )
    return rows.select_related("persona").order_by("-seen_at")[:200]


def _reached(course: Course) -> list[tuple[Lesson, int]]:
    done = Done.objects.filter(lesson__course=course).values_list("lesson")
    counts = dict(done.annotate(number=Count("pk")))
    lessons = Lesson.objects.filter(course=course).defer("text").order_by("chapter__place", "place", "pk")
    return [(each, counts.get(each.pk, 0)) for each in lessons]


def _questions(course: Course) -> list[tuple[Question, int, int | None]]:
    rows = Question.objects.filter(lesson__course=course).select_related("lesson")
    rows = rows.annotate(number=Count("answers"), known=Count("answers", filter=Q(answers__first_right=True)))
    ordered = rows.order_by("lesson__chapter__place", "lesson__place", "place", "pk")
    return [
        (each, each.number, 100 * each.known // each.number if each.number >= FEWEST else None)
        for each in ordered
    ]
