"""What a course is made of: chapters, and lessons in them; written, put in order, taken away."""

from typing import TypeVar

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.files import actions as files
from twofold.network.learning import policies
from twofold.network.learning.actions.asking import chapter_of, insist, lesson_of, own
from twofold.network.learning.models import MAX_TITLE, Chapter, Course, Done, Enrolment, Lesson
from twofold.network.learning.outlines import clean_text
from twofold.network.media.actions import release
from twofold.people.personas.models import Persona

Step = TypeVar("Step", Chapter, Lesson)


@transaction.atomic
def keep_chapter(actor: Persona, *, course: Course, title: str, chapter_id: int | None = None) -> Chapter:
    """A new chapter at the end, or another title for one."""
    kept, words = own(actor, course), clean_line(title)
    insist(policies.why_not_line(words, MAX_TITLE), field="chapter")
    if chapter_id:
        chapter = chapter_of(kept, chapter_id)
        chapter.title = words
        chapter.save(update_fields=["title"])
        return chapter
    insist(policies.why_too_many(kept.chapters.count(), policies.MOST_CHAPTERS), field="chapter")
    return Chapter.objects.create(course=kept, title=words, place=_next(kept.chapters))


@transaction.atomic
def move_chapter(actor: Persona, *, course: Course, chapter_id: int, step: int) -> None:
    """One place later, or earlier where `step` is negative; at the end it stays."""
    kept = own(actor, course)
    _shift(list(kept.chapters.order_by("place", "pk")), chapter_of(kept, chapter_id), step)


@transaction.atomic
def drop_chapter(actor: Persona, *, course: Course, chapter_id: int) -> None:
    """Take a chapter away that no lesson stands in."""
    chapter = chapter_of(own(actor, course), chapter_id)
    if chapter.lessons.exists():
        raise Refused(_("Lessons stand in this chapter. Move them or take them away first."))
    chapter.delete()


@transaction.atomic
def write_lesson(
    actor: Persona, *, course: Course, chapter_id: int, title: str, text: str = "", minutes: int = 0
) -> Lesson:
    """A new lesson at the end of a chapter."""
    kept = own(actor, course)
    chapter = chapter_of(kept, chapter_id)
    words = _words(title, text, minutes)
    insist(policies.why_too_many(kept.lessons_count, policies.MOST_LESSONS), field="title")
    lesson = Lesson.objects.create(course=kept, chapter=chapter, place=_next(chapter.lessons), **words)
    Course.objects.filter(pk=kept.pk).update(lessons_count=F("lessons_count") + 1)
    return lesson


@transaction.atomic
def edit_lesson(
    actor: Persona, *, course: Course, lesson_id: int, title: str, text: str, minutes: int, needed: int = 60
) -> Lesson:
    lesson = lesson_of(own(actor, course), lesson_id)
    for name, value in _words(title, text, minutes).items():
        setattr(lesson, name, value)
    if not 1 <= needed <= 100:
        raise Refused(_("Between 1 and 100 percent of the answers have to be right."), field="needed")
    lesson.needed = needed
    lesson.save(update_fields=["title", "text", "minutes", "needed"])
    return lesson


def _words(title: str, text: str, minutes: int) -> dict:
    words = {"title": clean_line(title), "text": clean_text(text)}
    field, reason = policies.why_not_words(**words)
    insist(reason, field=field)
    if not 0 <= minutes <= 600:
        raise Refused(_("A lesson takes at most 600 minutes."), field="minutes")
    return {**words, "minutes": minutes}


@transaction.atomic
def move_lesson(
    actor: Persona, *, course: Course, lesson_id: int, step: int = 0, chapter_id: int | None = None
) -> None:
    """Within its chapter as `move_chapter`; or to the end of another one."""
    kept = own(actor, course)
    lesson = lesson_of(kept, lesson_id)
    if chapter_id and chapter_id != lesson.chapter_id:
        chapter = chapter_of(kept, chapter_id)
        lesson.chapter, lesson.place = chapter, _next(chapter.lessons)
        lesson.save(update_fields=["chapter", "place"])
    elif step:
        _shift(list(Lesson.objects.filter(chapter=lesson.chapter_id).order_by("place", "pk")), lesson, step)


@transaction.atomic
def drop_lesson(actor: Persona, *, course: Course, lesson_id: int) -> str:
    """Take a lesson away with all that hangs on it; its title. Who was through with it is through with less."""
    kept = own(actor, course)
    lesson = lesson_of(kept, lesson_id)
    through = Done.objects.filter(lesson=lesson).values_list("enrolment", flat=True)
    Enrolment.objects.filter(pk__in=list(through)).update(done_count=F("done_count") - 1)
    if lesson.video_id:
        release([lesson.video_id])
    files.forget_about(body=kept.author, about=lesson.pk)
    lesson.delete()
    Course.objects.filter(pk=kept.pk).update(lessons_count=F("lessons_count") - 1)
    return lesson.title


def _next(rows) -> int:
    return (rows.aggregate(last=Max("place"))["last"] or 0) + 1


def _shift(rows: list[Step], which: Step, step: int) -> None:
    at = next((n for n, each in enumerate(rows) if each.pk == which.pk), None)
    if at is None:
        raise Absent
    rows.insert(min(len(rows) - 1, max(0, at + step)), rows.pop(at))
    for place, each in enumerate(rows, 1):
        each.place = place
    type(which).objects.bulk_update(rows, ["place"])
