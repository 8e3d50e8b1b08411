"""Courses themselves: begun, described, made public, withdrawn, closed; and whom they reach."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.files import actions as files
from twofold.network.learning import policies
from twofold.network.learning.actions.asking import insist, own
from twofold.network.learning.facts import CourseClosed, CoursePublished
from twofold.network.learning.models import (
    Certificate,
    Course,
    CourseSkill,
    Enrolment,
    Lesson,
    Remark,
)
from twofold.network.media.actions import release
from twofold.network.media.models import Picture
from twofold.network.vocabulary.models import TermKind
from twofold.network.vocabulary.queries import terms_for
from twofold.people.audiences.actions import compose, drop_part
from twofold.people.audiences.beforehand import spec_of
from twofold.people.audiences.models import Audience, Scope
from twofold.people.audiences.specs import ONLY_ME, AudienceSpec, PartRef
from twofold.people.personas.models import Persona

PART = "course"


@transaction.atomic
def make_course(
    actor: Persona,
    *,
    title: str,
    summary: str = "",
    about: str = "",
    language: str = "",
    minutes: int = 0,
    skills: Sequence[str] = (),
    spec: AudienceSpec,
    at: datetime | None = None,
) -> Course:
    """Begin a course: a draft, which nobody but `actor` sees."""
    insist(policies.why_not_teach(actor))
    words = _words(title, summary, about, language, minutes)
    moment = at or clock.now()
    course = Course.objects.create(
        author=actor,
        audience=compose(actor, ONLY_ME),
        meant_for=_chosen(actor, spec),
        position=clock.position_of(moment),
        created_at=moment,
        **words,
    )
    _keep_skills(course, skills)
    return course


@transaction.atomic
def edit_course(
    actor: Persona,
    *,
    course: Course,
    title: str,
    summary: str,
    about: str,
    language: str,
    minutes: int,
    skills: Sequence[str],
    spec: AudienceSpec,
) -> Course:
    """Say something else about a course, or choose others for it. Whoever takes it goes on taking it."""
    kept = own(actor, course)
    for name, value in _words(title, summary, about, language, minutes).items():
        setattr(kept, name, value)
    kept.meant_for = _chosen(actor, spec)
    kept.save()
    _keep_skills(kept, skills)
    _reach(kept, published=kept.published_at is not None)
    return kept


def _words(title: str, summary: str, about: str, language: str, minutes: int) -> dict[str, Any]:
    words = {"title": clean_line(title), "summary": clean_line(summary), "about": clean_block(about)}
    field, reason = policies.why_not_words(**words)
    insist(reason, field=field)
    if not 0 <= minutes <= 60_000:
        raise Refused(_("Write how many minutes it takes, as a whole number."), field="minutes")
    return {**words, "language": clean_line(language)[:12], "minutes": minutes}


def _chosen(actor: Persona, spec: AudienceSpec) -> Audience:
    try:
        return compose(actor, spec)
    except ValueError:
        raise Refused(_("Name at most 200 people. A circle has room for more."), field="audience") from None


def _keep_skills(course: Course, skills: Sequence[str]) -> None:
    names = [name for name in dict.fromkeys(clean_line(each) for each in skills) if name]
    if len(names) > policies.MOST_SKILLS:
        raise Refused(policies.why_too_many(len(names), policies.MOST_SKILLS), field="skills")
    if reason := next(filter(None, (policies.why_too_long(each, 60) for each in names)), ""):
        raise Refused(reason, field="skills")
    terms = terms_for(TermKind.SKILL, names)
    CourseSkill.objects.filter(course=course).delete()
    CourseSkill.objects.bulk_create(
        CourseSkill(course=course, name=name, term=terms.get(name), place=place)
        for place, name in enumerate(names)
    )


def _reach(course: Course, *, published: bool) -> None:
    """Let a course, its videos, its files and what is said to it reach those whom it is for now.

    A course that is withdrawn stays there for whoever takes it.
    """
    spec = spec_of(course.meant_for) if published else ONLY_ME
    if spec.scope in (Scope.PARTS, Scope.ONLY_ME) and _was_out(course):
        parts = spec.parts | {PartRef(PART, str(course.pk))}
        spec = AudienceSpec(Scope.PARTS, parts, spec.named, spec.except_parts, spec.except_named)
    audience = compose(course.author, spec)
    if audience.pk == course.audience_id:
        return
    course.audience = audience
    course.save(update_fields=["audience"])
    lessons = list(Lesson.objects.filter(course=course).values_list("pk", flat=True))
    Remark.objects.filter(lesson__in=lessons).update(audience=audience)
    Picture.objects.filter(pk__in=Lesson.objects.filter(course=course).values("video")).update(
        audience=audience
    )
    files.readdress(body=course.author, audience=audience, abouts=lessons)


def _was_out(course: Course) -> bool:
    return course.published_at is not None or Enrolment.objects.filter(course=course).exists()


@transaction.atomic
def publish(actor: Persona, *, course: Course, at: datetime | None = None) -> None:
    """Let those whom a course is meant for see it. Twice is once."""
    kept = own(actor, course)
    insist(policies.why_not_publish(kept))
    if kept.published_at:
        return
    moment = at or clock.now()
    kept.published_at, kept.position = moment, clock.position_of(moment)
    kept.save(update_fields=["published_at", "position"])
    _reach(kept, published=True)
    announce(CoursePublished(kept.pk, actor.pk))


@transaction.atomic
def unpublish(actor: Persona, *, course: Course) -> None:
    """Take a course off the list: nobody finds it any more, and whoever takes it may go on."""
    kept = own(actor, course)
    if kept.published_at is None:
        return
    kept.published_at = None
    kept.save(update_fields=["published_at"])
    _reach(kept, published=False)


@transaction.atomic
def close_course(actor: Persona, *, course: Course) -> None:
    """Give a course up for good, with its lessons and how far people were. Certificates stay with whoever has them."""
    dissolve(own(actor, course))


def dissolve(course: Course) -> None:
    release(Lesson.objects.filter(course=course).exclude(video=None).values_list("video", flat=True))
    for lesson in Lesson.objects.filter(course=course).values_list("pk", flat=True):
        files.forget_about(body=course.author, about=lesson)
    drop_part(course.author, PART, str(course.pk))
    announce(CourseClosed(course.pk))
    course.delete()


def forget_person(persona: Persona) -> None:
    """Somebody is gone for good: their courses go, how they took others', what they said, and their certificates."""
    for course in Course.objects.filter(author=persona).select_related("author"):
        dissolve(course)
    for course_id in list(Enrolment.objects.filter(persona=persona).values_list("course", flat=True)):
        Enrolment.objects.filter(course=course_id, persona=persona).delete()
        recount(course_id)
    Remark.objects.filter(author=persona).delete()
    Certificate.objects.filter(persona=persona).delete()
    Certificate.objects.filter(by=persona).update(by=None)


def recount(course_id: int) -> None:
    """Say anew how many take a course."""
    count = Enrolment.objects.filter(course=course_id).count()
    Course.objects.filter(pk=course_id).update(learners_count=count)
