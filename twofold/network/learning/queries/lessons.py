"""What is in a course: its chapters and lessons, one lesson with its quiz, and what is said to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet

from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.learning.marking import Given, Mark, is_blank, mark, readable, shuffled
from twofold.network.learning.models import (
    Answer,
    Asks,
    Chapter,
    Choice,
    Course,
    Done,
    Lesson,
    Question,
    Remark,
)
from twofold.network.learning.queries.courses import Place
from twofold.people.personas.viewers import Viewer


@dataclass
class Asked:
    """A question as somebody meets it: `given` is what they answered last, `mark` whether that was right."""

    question: Question
    choices: Sequence[Choice]
    given: Given = field(default_factory=list)
    mark: Mark | None = None

    @property
    def blank(self) -> bool:
        return is_blank(self.given)

    @property
    def chosen(self) -> set[int]:
        return set(self.given) if isinstance(self.given, list) else set()

    @property
    def typed(self) -> str:
        return self.given if isinstance(self.given, str) else ""

    @property
    def places(self) -> dict[int, int]:
        """At which place each thing was put, from 1 on."""
        return {each: at for at, each in enumerate(self.given, 1)} if isinstance(self.given, list) else {}

    @property
    def answers(self) -> str:
        """What is right, in words."""
        texts = [
            each.text
            for each in self.right_order
            if self.question.asks not in (Asks.ONE, Asks.SEVERAL) or each.right
        ]
        if self.question.asks == Asks.ORDER:
            return " → ".join(texts)
        return ", ".join(texts)

    @property
    def right_order(self) -> list[Choice]:
        return sorted(self.choices, key=lambda each: (each.place, each.pk))


@dataclass
class Sheet:
    """One lesson as a viewer reads it, in the `chapters` of its course; `at` is its number, `of` so many."""

    lesson: Lesson
    chapters: Sequence[Chapter]
    chapter: Chapter
    at: int
    of: int
    before: Lesson | None
    after: Lesson | None
    done: bool
    asked: list[Asked]
    remarks: Sequence[Remark]

    @property
    def right(self) -> int:
        return sum(each.mark is not None and each.mark.right for each in self.asked)

    @property
    def handed_in(self) -> bool:
        return bool(self.asked) and all(each.mark is not None for each in self.asked)


def outline(place: Place) -> list[Chapter]:
    """The chapters of a course that the door let through, each with its `steps`; each of these says by `is_done`."""
    chapters = _chapters(course=place.course.pk)
    lessons = _lessons(course=place.course.pk)
    done = _done_ids(place)
    by_chapter: dict[int, list[Lesson]] = {each.pk: [] for each in chapters}
    for lesson in lessons:
        lesson.is_done = lesson.pk in done  # type: ignore[attr-defined]
        by_chapter[lesson.chapter_id].append(lesson)
    for chapter in chapters:
        chapter.steps = by_chapter[chapter.pk]  # type: ignore[attr-defined]
    return chapters


def _done_ids(place: Place) -> set[int]:
    return {each.lesson_id for each in _done(enrolment=place.mine.pk)} if place.mine else set()


@prepared
def _done(enrolment: int) -> QuerySet[Done]:
    return Done.objects.filter(enrolment=enrolment)


@prepared
def _chapters(course: int) -> QuerySet[Chapter]:
    return Chapter.objects.filter(course=course).order_by("place", "pk")


@prepared
def _lessons(course: int) -> QuerySet[Lesson]:
    # Their texts are not read: an outline needs none of them.
    return Lesson.objects.filter(course=course).defer("text").order_by("place", "pk")


def sheet(viewer: Viewer, place: Place, lesson_id: int) -> Sheet:
    """One lesson of a course that the door let through, with the quiz as the viewer answered it last."""
    chapters = outline(place)
    steps = [(chapter, lesson) for chapter in chapters for lesson in chapter.steps]  # type: ignore[attr-defined]
    at = next((n for n, (_chapter, lesson) in enumerate(steps) if lesson.pk == lesson_id), None)
    if at is None:
        raise Absent
    chapter, step = steps[at]
    lesson = _lesson(lesson=lesson_id)[0]
    return Sheet(
        lesson,
        chapters,
        chapter,
        at + 1,
        len(steps),
        steps[at - 1][1] if at else None,
        steps[at + 1][1] if at + 1 < len(steps) else None,
        step.is_done,
        asked(viewer, place, lesson) if lesson.questions_count else [],
        remarks(viewer, lesson),
    )


@prepared
def _lesson(lesson: int) -> QuerySet[Lesson]:
    return Lesson.objects.filter(pk=lesson).select_related("video")


def asked(viewer: Viewer, place: Place, lesson: Lesson) -> list[Asked]:
    """The questions of a lesson, their choices by lot, with the viewer's last answers."""
    kept: Mapping[int, Answer] = {}
    if place.mine:
        rows = Answer.objects.filter(enrolment=place.mine, question__lesson=lesson)
        kept = {each.question_id: each for each in rows}
    found = []
    for question in draft_questions(lesson):
        choices = list(question.choices.all())
        one = Asked(question, shuffled(question, choices, viewer.id))
        if question.pk in kept:
            one.given = readable(kept[question.pk].given)
            one.mark = mark(question, choices, one.given)
        found.append(one)
    return found


def draft_questions(lesson: Lesson) -> list[Question]:
    """The questions of a lesson with their choices, in order."""
    rows = Question.objects.filter(lesson=lesson).order_by("place", "pk")
    return list(rows.prefetch_related(Prefetch("choices", Choice.objects.order_by("place", "pk"))))


def remarks(viewer: Viewer, lesson: Lesson) -> list[Remark]:
    """What is said to a lesson, the oldest first."""
    return _remarks(me=viewer.id, home=viewer.home, lesson=lesson.pk)


@prepared
def _remarks(me: int, home: str, lesson: int) -> QuerySet[Remark]:
    rows = Remark.objects.visible_to(Viewer(me, home, "")).filter(lesson=lesson)
    return rows.select_related("author").order_by("at", "pk")[:500]


def whole(course: Course) -> list[Chapter]:
    """All that is in a course, with texts and questions, to be written out by its teacher."""
    questions = Question.objects.order_by("place", "pk").prefetch_related(
        Prefetch("choices", Choice.objects.order_by("place", "pk"))
    )
    lessons = Lesson.objects.order_by("place", "pk").prefetch_related(Prefetch("questions", questions))
    rows = Chapter.objects.filter(course=course).order_by("place", "pk")
    return list(rows.prefetch_related(Prefetch("lessons", lessons)))
