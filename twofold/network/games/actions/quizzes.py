"""Quizzes: made, answered once, taken away."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.games import policies, queries
from twofold.network.games.actions.taking import one_at_a_time
from twofold.network.games.models import Question, Quiz, Sheet
from twofold.network.games.quizzing import Asked
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def make_quiz(
    actor: Persona, *, title: str, asked: Sequence[Asked], spec: AudienceSpec, once: str = ""
) -> Quiz:
    """Questions for those whom `spec` reaches. What was sent under the same `once` before is answered again."""
    one_at_a_time(actor)
    if once and (before := Quiz.objects.filter(author=actor, once=once).first()):
        return before
    title = clean_line(title)
    asked = [
        Asked(clean_line(each.text), [clean_line(one) for one in each.answers], each.right) for each in asked
    ]
    policies.check_quiz(actor, title, asked)
    try:
        audience = compose(actor, spec)
    except ValueError:
        raise Refused(_("Name at most 200 people. A circle has room for more."), field="audience") from None
    quiz = Quiz.objects.create(
        author=actor, audience=audience, title=title, created_at=clock.now(), once=once
    )
    Question.objects.bulk_create(
        Question(quiz=quiz, place=place, text=each.text, answers=list(each.answers), right=each.right)
        for place, each in enumerate(asked)
    )
    return quiz


@transaction.atomic
def hand_in(actor: Persona, *, quiz_id: int, chosen: Sequence[int]) -> Sheet:
    """Answer all questions; -1 stands for none. Once: what is handed in again changes nothing."""
    quiz = queries.quiz(Viewer.of(actor), quiz_id)
    before = Sheet.objects.filter(quiz=quiz, persona=actor).first()
    if before is not None:
        return before
    questions = list(quiz.questions.all())
    policies.check_sheet(actor, quiz, chosen, questions)
    right = sum(each.right == place for each, place in zip(questions, chosen, strict=True))
    values = {"chosen": " ".join(map(str, chosen)), "right": right, "handed_in_at": clock.now()}
    return Sheet.objects.get_or_create(quiz=quiz, persona=actor, defaults=values)[0]


@transaction.atomic
def drop_quiz(actor: Persona, *, quiz_id: int) -> None:
    """Take one's quiz away for good, with what others answered."""
    quiz = queries.quiz(Viewer.of(actor), quiz_id)
    policies.check_own(actor, quiz)
    quiz.delete()


def part_sheets(one_id: int, other_id: int) -> None:
    """Two who keep apart: neither stands among those who answered the other's quizzes."""
    theirs = Q(persona=one_id, quiz__author=other_id) | Q(persona=other_id, quiz__author=one_id)
    Sheet.objects.filter(theirs).delete()


def erase_quizzes(persona_id: int) -> None:
    Sheet.objects.filter(persona=persona_id).delete()
    Quiz.objects.filter(author=persona_id).delete()
