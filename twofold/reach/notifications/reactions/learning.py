"""Telling of courses: who takes one's own and who is through with it, and what is said to a lesson."""

from twofold.foundation.courier.registry import on
from twofold.network.learning.facts import CourseClosed, CourseFinished, Enrolled, LessonSaid, Unenrolled
from twofold.network.learning.queries import remark_by_id, those_who_said, those_who_take
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind


@on(Enrolled)
def tell_of_a_learner(fact: Enrolled) -> None:
    _tell(Kind.COURSE_JOINED, fact)


@on(CourseFinished)
def tell_of_the_end(fact: CourseFinished) -> None:
    take_back(kind=Kind.COURSE_JOINED, about=fact.course_id, actor=fact.persona_id)
    _tell(Kind.COURSE_DONE, fact)


def _tell(kind: Kind, fact: Enrolled | CourseFinished) -> None:
    bundle = f"{kind.value}:{fact.course_id}"
    notify({fact.author_id}, actor_id=fact.persona_id, kind=kind, bundle=bundle, about=fact.course_id)


@on(Unenrolled)
def forget_a_learner(fact: Unenrolled) -> None:
    take_back(kind=Kind.COURSE_JOINED, about=fact.course_id, actor=fact.persona_id)


@on(CourseClosed)
def forget_a_course(fact: CourseClosed) -> None:
    take_back(kind__in=[Kind.COURSE_JOINED, Kind.COURSE_DONE], about=fact.course_id)


@on(LessonSaid)
def tell_what_is_said(fact: LessonSaid) -> None:
    """Whoever teaches it, and whoever spoke there before, as long as they take the course."""
    remark = remark_by_id(fact.remark_id)
    if remark is None:
        return
    course, kind = remark.lesson.course, Kind.LESSON_SAID
    spoke = those_who_said(fact.lesson_id) & those_who_take(course.pk)
    take_back(kind=kind, about=fact.lesson_id, actor=fact.by_id)
    notify(
        spoke | {course.author_id},
        actor_id=fact.by_id,
        kind=kind,
        bundle=f"{kind.value}:{fact.lesson_id}",
        about=fact.lesson_id,
    )
