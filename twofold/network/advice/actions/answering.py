"""Answers as they are given, changed, taken back, found helpful and accepted."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block
from twofold.network.advice import policies, queries
from twofold.network.advice.facts import AnswerAccepted, Answered
from twofold.network.advice.models import Answer, Following, Helpful, Question
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def answer(actor: Persona, *, question_id: int, text: str, at: datetime | None = None) -> Answer:
    """Say something to a question, for those who see the question. Who answers is told of further answers."""
    policies.check_here(actor)
    question = queries.question(Viewer.of(actor), question_id)
    text = clean_block(text)
    policies.check_answer(question, text)
    policies.check_pace(actor, Answer)
    given = Answer.objects.create(
        author=actor, audience=question.audience, question=question, text=text, at=at or clock.now()
    )
    Following.objects.get_or_create(question=question, persona=actor)
    announce(Answered(given.pk, question.pk, actor.pk))
    return given


@transaction.atomic
def edit_answer(actor: Persona, *, answer_id: int, text: str) -> Answer:
    given = queries.own_answer(Viewer.of(actor), answer_id)
    text = clean_block(text)
    policies.check_length("text", text, policies.MAX_TEXT)
    given.text, given.changed_at = text, clock.now()
    given.save(update_fields=["text", "changed_at"])
    return given


@transaction.atomic
def drop_answer(actor: Persona, *, answer_id: int) -> Answer:
    given = queries.own_answer(Viewer.of(actor), answer_id)
    Answer.objects.filter(pk=given.pk).delete()
    return given


@transaction.atomic
def find_helpful(actor: Persona, *, answer_id: int, helpful: bool) -> Answer:
    """Say that an answer helped, or not after all. Twice is once."""
    policies.check_here(actor)
    given = queries.answer(Viewer.of(actor), answer_id)
    policies.insist(given.author_id != actor.pk, _("Let others say that of your own answer."))
    if helpful:
        Helpful.objects.get_or_create(answer=given, persona=actor)
    else:
        Helpful.objects.filter(answer=given, persona=actor).delete()
    return given


@transaction.atomic
def accept(actor: Persona, *, answer_id: int, accepted: bool) -> Answer:
    """The author of a question says which answer settled it, or that none did. One at most."""
    given = queries.answer(Viewer.of(actor), answer_id)
    question = given.question
    if question.author_id != actor.pk:
        raise Absent
    rows = Question.objects.filter(pk=question.pk)
    if not accepted:
        rows.filter(accepted=given).update(accepted=None)
    elif rows.exclude(accepted=given).update(accepted=given):
        announce(AnswerAccepted(given.pk, question.pk, given.author_id, actor.pk))
    return given
