"""What is said to a lesson."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block
from twofold.network.learning import policies
from twofold.network.learning.actions.asking import insist, lesson_of, seen, taking
from twofold.network.learning.facts import LessonSaid
from twofold.network.learning.models import MAX_REMARK, Course, Remark
from twofold.people.personas.models import Persona


@transaction.atomic
def say(actor: Persona, *, course: Course, lesson_id: int, text: str, at: datetime | None = None) -> Remark:
    """Say something to a lesson, as its teacher or as somebody who takes the course."""
    kept = seen(actor, course)
    lesson = lesson_of(kept, lesson_id)
    if kept.author_id != actor.pk:
        taking(actor, kept)
    words = clean_block(text)
    insist(policies.why_not_line(words, MAX_REMARK), field="text")
    there = Remark.objects.filter(lesson=lesson).count()
    insist(policies.why_too_many(there, policies.MOST_REMARKS), field="text")
    made = Remark.objects.create(
        author=actor, audience=kept.audience, lesson=lesson, text=words, at=at or clock.now()
    )
    announce(LessonSaid(made.pk, lesson.pk, actor.pk))
    return made


@transaction.atomic
def unsay(actor: Persona, *, course: Course, lesson_id: int, remark_id: int) -> None:
    """Take back what one said oneself; or, as the teacher, what somebody said to a lesson."""
    kept = seen(actor, course)
    mine = Q(author=actor) | Q(lesson__course__author=actor)
    found = Remark.objects.filter(mine, pk=remark_id, lesson=lesson_id, lesson__course=kept).first()
    if found is None:
        raise Absent
    found.delete()
