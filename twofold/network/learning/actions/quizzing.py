"""The questions of a lesson. One that nobody could get right is refused."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_line
from twofold.network.learning import policies
from twofold.network.learning.actions.asking import insist, lesson_of, own
from twofold.network.learning.models import (
    MAX_CHOICE,
    MAX_QUESTION,
    Answer,
    Asks,
    Choice,
    Course,
    Lesson,
    Question,
)
from twofold.people.personas.models import Persona

# Words, whether right, and what is said to whoever gives that answer.
Line = tuple[str, bool, str]


@transaction.atomic
def keep_question(
    actor: Persona,
    *,
    course: Course,
    lesson_id: int,
    asks: str,
    text: str,
    lines: Sequence[Line],
    why: str = "",
    tolerance: float = 0,
    question_id: int | None = None,
) -> Question:
    """A new question at the end of a lesson, or another form of one: then what was answered to it is forgotten."""
    lesson = lesson_of(own(actor, course), lesson_id)
    kept = [(clean_line(words), right, clean_line(said)) for words, right, said in lines if clean_line(words)]
    if asks in (Asks.TEXT, Asks.NUMBER, Asks.ORDER):
        kept = [(words, True, said) for words, _right, said in kept]
    words, explained = clean_line(text), clean_line(why)
    pairs = [(each, right) for each, right, _said in kept]
    insist(policies.why_not_question(asks, words, pairs), field="question")
    longest = max((len(said) for _words, _right, said in kept), default=0)
    insist(policies.why_too_long("x" * longest, MAX_CHOICE), field="question")
    insist(policies.why_too_long(explained, MAX_QUESTION), field="why")
    fields = {"asks": asks, "text": words, "why": explained, "tolerance": max(0.0, tolerance)}
    question = _changed(lesson, question_id, fields) if question_id else _added(lesson, fields)
    Choice.objects.bulk_create(
        Choice(question=question, text=words, right=right, feedback=said, place=place)
        for place, (words, right, said) in enumerate(kept, 1)
    )
    return question


def _added(lesson: Lesson, fields: dict) -> Question:
    count = lesson.questions.count()
    insist(policies.why_too_many(count, policies.MOST_QUESTIONS), field="question")
    last = lesson.questions.aggregate(last=Max("place"))["last"] or 0
    question = Question.objects.create(lesson=lesson, place=last + 1, **fields)
    Lesson.objects.filter(pk=lesson.pk).update(questions_count=count + 1)
    return question


def _changed(lesson: Lesson, question_id: int, fields: dict) -> Question:
    question = question_of(lesson, question_id)
    for name, value in fields.items():
        setattr(question, name, value)
    question.save()
    Choice.objects.filter(question=question).delete()
    Answer.objects.filter(question=question).delete()
    return question


def question_of(lesson: Lesson, question_id: int) -> Question:
    found = Question.objects.filter(lesson=lesson, pk=question_id).first()
    if found is None:
        raise Absent
    return found


@transaction.atomic
def move_question(actor: Persona, *, course: Course, lesson_id: int, question_id: int, step: int) -> None:
    lesson = lesson_of(own(actor, course), lesson_id)
    question, rows = question_of(lesson, question_id), list(lesson.questions.order_by("place", "pk"))
    at = [each.pk for each in rows].index(question.pk)
    rows.insert(min(len(rows) - 1, max(0, at + step)), rows.pop(at))
    for place, each in enumerate(rows, 1):
        each.place = place
    Question.objects.bulk_update(rows, ["place"])


@transaction.atomic
def drop_question(actor: Persona, *, course: Course, lesson_id: int, question_id: int) -> None:
    lesson = lesson_of(own(actor, course), lesson_id)
    question_of(lesson, question_id).delete()
    Lesson.objects.filter(pk=lesson.pk).update(questions_count=lesson.questions.count())
