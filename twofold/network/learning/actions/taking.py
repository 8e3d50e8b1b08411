"""Taking a course: coming in, lesson by lesson, through the quizzes, to the end; or going."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import ngettext

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.learning import policies
from twofold.network.learning.actions.asking import insist, lesson_of, own, seen, taking
from twofold.network.learning.actions.certifying import certify
from twofold.network.learning.actions.making import PART, recount
from twofold.network.learning.facts import CourseFinished, Enrolled, Unenrolled
from twofold.network.learning.marking import Given, is_blank, mark, passes
from twofold.network.learning.models import Answer, Asks, Course, Done, Enrolment, Lesson, Question
from twofold.network.learning.queries.lessons import draft_questions
from twofold.people.audiences.actions import grant, revoke
from twofold.people.personas.models import Persona


@transaction.atomic
def enrol(actor: Persona, *, course: Course, at: datetime | None = None) -> Enrolment:
    """Take a course: from now on one's progress is kept, for oneself and for its teacher. Twice is once."""
    kept = seen(actor, course)
    if kept.author_id == actor.pk or (kept.published_at is None and not _takes(actor, kept)):
        raise Absent
    insist(policies.why_too_many(Enrolment.objects.filter(persona=actor).count(), policies.MOST_ENROLMENTS))
    moment = at or clock.now()
    made, new = Enrolment.objects.get_or_create(
        course=kept, persona=actor, defaults={"since": moment, "seen_at": moment}
    )
    if new:
        grant(kept.author, PART, str(kept.pk), actor)
        recount(kept.pk)
        announce(Enrolled(kept.pk, actor.pk, kept.author_id))
    return made


def _takes(actor: Persona, course: Course) -> bool:
    return Enrolment.objects.filter(course=course, persona=actor).exists()


@transaction.atomic
def leave(actor: Persona, *, course: Course) -> None:
    """Take a course no more: how far one was is forgotten, with what one answered. A certificate stays."""
    kept = seen(actor, course)
    taking(actor, kept)
    _out(kept, actor)


@transaction.atomic
def take_out(actor: Persona, *, course: Course, persona_id: int) -> None:
    """Let somebody take one's course no more."""
    kept = own(actor, course)
    found = Enrolment.objects.filter(course=kept, persona=persona_id).select_related("persona").first()
    if found is None:
        raise Absent
    _out(kept, found.persona)


def part_ways(one: int, other: int) -> None:
    """Neither takes a course of the other any more."""
    rows = Enrolment.objects.filter(
        Q(course__author=one, persona=other) | Q(course__author=other, persona=one)
    )
    for each in rows.select_related("course__author", "persona"):
        _out(each.course, each.persona)


def _out(course: Course, persona: Persona) -> None:
    Enrolment.objects.filter(course=course, persona=persona).delete()
    revoke(course.author, PART, str(course.pk), persona)
    recount(course.pk)
    announce(Unenrolled(course.pk, persona.pk))


@transaction.atomic
def open_lesson(actor: Persona, *, course: Course, lesson: Lesson, at: datetime | None = None) -> None:
    """Remember where one was, to go on there another day."""
    rows = Enrolment.objects.filter(course=course, persona=actor)
    rows.exclude(lesson=lesson).update(lesson=lesson, seen_at=at or clock.now())


@transaction.atomic
def finish_lesson(
    actor: Persona, *, course: Course, lesson_id: int, done: bool = True, at: datetime | None = None
) -> None:
    """Say that one is through with a lesson, or not yet. One with a quiz says so by itself."""
    kept = seen(actor, course)
    enrolment, lesson = taking(actor, kept), lesson_of(kept, lesson_id)
    if lesson.questions_count and done:
        raise Absent
    if done:
        _through(kept, enrolment, lesson, actor, at or clock.now())
    elif not enrolment.finished_at:
        Done.objects.filter(enrolment=enrolment, lesson=lesson).delete()
        _count(enrolment)


@transaction.atomic
def hand_in(
    actor: Persona, *, course: Course, lesson_id: int, given: Mapping[int, Given], at: datetime | None = None
) -> bool:
    """Answer the quiz of a lesson, as often as one likes; whether enough is right."""
    kept = seen(actor, course)
    enrolment, lesson = taking(actor, kept), lesson_of(kept, lesson_id)
    questions = draft_questions(lesson)
    if not questions:
        raise Absent
    blank = [each for each in questions if is_blank(_given(each, given))]
    if blank:
        raise Refused(
            ngettext(
                "%(num)d question has no answer yet.", "%(num)d questions have no answer yet.", len(blank)
            )
            % {"num": len(blank)},
            field=str(blank[0].pk),
        )
    right = sum(_keep(enrolment, each, _given(each, given)) for each in questions)
    passed = passes(right, len(questions), lesson.needed)
    if passed:
        _through(kept, enrolment, lesson, actor, at or clock.now())
    return passed


def _given(question: Question, given: Mapping[int, Given]) -> Given:
    """What was answered to a question, without what it does not offer."""
    said = given.get(question.pk, [])
    if question.asks in (Asks.TEXT, Asks.NUMBER):
        return said[:300] if isinstance(said, str) else ""
    offered = {each.pk for each in question.choices.all()}
    chosen = [each for each in dict.fromkeys(said) if each in offered] if isinstance(said, list) else []
    return chosen if question.asks != Asks.ORDER or len(chosen) == len(offered) else []


def _keep(enrolment: Enrolment, question: Question, given: Given) -> bool:
    right = mark(question, list(question.choices.all()), given).right
    there = Answer.objects.filter(enrolment=enrolment, question=question)
    if not there.update(given=given, right=right):
        Answer.objects.create(
            enrolment=enrolment, question=question, given=given, right=right, first_right=right
        )
    return right


def _through(course: Course, enrolment: Enrolment, lesson: Lesson, actor: Persona, moment: datetime) -> None:
    Done.objects.get_or_create(enrolment=enrolment, lesson=lesson, defaults={"at": moment})
    if _count(enrolment) < course.lessons_count or enrolment.finished_at:
        return
    enrolment.finished_at = moment
    enrolment.save(update_fields=["finished_at"])
    certify(actor, course=course, at=moment)
    announce(CourseFinished(course.pk, actor.pk, course.author_id))


def _count(enrolment: Enrolment) -> int:
    enrolment.done_count = Done.objects.filter(enrolment=enrolment).count()
    enrolment.save(update_fields=["done_count"])
    return enrolment.done_count
