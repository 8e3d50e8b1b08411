"""What every action on a course asks first."""

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.learning.models import Chapter, Course, Enrolment, Lesson
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def insist(reason: str, *, field: str = "") -> None:
    if reason:
        raise Refused(reason, field=field)


def held(course_id: int) -> Course:
    """The course as it stands now, held until the transaction ends."""
    rows = Course.objects.select_for_update(of=("self",)).select_related("author", "audience")
    found = rows.filter(pk=course_id, live=True).first()
    if found is None:
        raise Absent
    return found


def seen(actor: Persona, course: Course) -> Course:
    """The same; Absent unless `actor` sees it."""
    if not Course.objects.visible_to(Viewer.of(actor)).filter(pk=course.pk).exists():
        raise Absent
    return held(course.pk)


def own(actor: Persona, course: Course) -> Course:
    """The same; Absent unless `actor` teaches it."""
    kept = seen(actor, course)
    if kept.author_id != actor.pk:
        raise Absent
    return kept


def chapter_of(course: Course, chapter_id: int) -> Chapter:
    found = Chapter.objects.filter(course=course, pk=chapter_id).first()
    if found is None:
        raise Absent
    return found


def lesson_of(course: Course, lesson_id: int) -> Lesson:
    found = Lesson.objects.filter(course=course, pk=lesson_id).select_related("video").first()
    if found is None:
        raise Absent
    return found


def taking(actor: Persona, course: Course) -> Enrolment:
    """How `actor` takes a course, held; Absent unless they do."""
    rows = Enrolment.objects.select_for_update(of=("self",))
    found = rows.filter(course=course, persona=actor).first()
    if found is None:
        raise Absent
    return found
