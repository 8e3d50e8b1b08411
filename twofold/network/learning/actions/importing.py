"""A course that was written elsewhere becomes a draft, whole or not at all."""

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Refused
from twofold.network.learning.actions.making import make_course
from twofold.network.learning.actions.quizzing import keep_question
from twofold.network.learning.actions.shaping import keep_chapter, write_lesson
from twofold.network.learning.models import Course
from twofold.network.learning.outlines import LessonDraft, Outline
from twofold.people.audiences.specs import MEMBERS
from twofold.people.personas.models import Persona


@transaction.atomic
def import_course(actor: Persona, *, outline: Outline) -> Course:
    """Make the course of an outline that has no problems: a draft, meant for the members of the network."""
    if outline.problems:
        raise Refused(_("There is something wrong in these files."), field="file")
    words = outline.words
    course = make_course(
        actor,
        title=words.get("title", ""),
        summary=words.get("summary", ""),
        about=words.get("about", ""),
        language=words.get("language", ""),
        minutes=int(words.get("minutes", "0")),
        skills=words.get("skills", "").split(","),
        spec=MEMBERS,
    )
    for chapter in outline.chapters:
        made = keep_chapter(actor, course=course, title=chapter.title)
        for lesson in chapter.lessons:
            course.refresh_from_db()
            _write(actor, course, made.pk, lesson)
    course.refresh_from_db()
    return course


def _write(actor: Persona, course: Course, chapter_id: int, lesson: LessonDraft) -> None:
    kept = write_lesson(
        actor,
        course=course,
        chapter_id=chapter_id,
        title=lesson.title,
        text=lesson.text,
        minutes=lesson.minutes,
    )
    for each in lesson.questions:
        keep_question(
            actor,
            course=course,
            lesson_id=kept.pk,
            asks=each.asks,
            text=each.text,
            lines=each.choices,
            why=each.why,
            tolerance=each.tolerance,
        )
