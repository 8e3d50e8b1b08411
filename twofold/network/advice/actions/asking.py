"""Questions as they are asked, changed and taken back; following them; asking somebody for an answer."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block, clean_line, folded
from twofold.network.advice import policies, queries
from twofold.network.advice.facts import AnswerAsked, QuestionGone
from twofold.network.advice.models import Asked, Following, Question, QuestionSkill
from twofold.network.vocabulary.models import TermKind
from twofold.network.vocabulary.queries import terms_for
from twofold.people.audiences.actions import compose
from twofold.people.audiences.queries import personas_admitted_to
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def ask(
    actor: Persona,
    *,
    field: str,
    title: str,
    text: str = "",
    skills: Iterable[str] = (),
    reach: str = "members",
    guarded: bool = False,
    at: datetime | None = None,
) -> Question:
    """Ask those of `reach`. Guarded, those in the author's shield are excepted: whoever keeps that list must have
    filled it in this transaction, before this is there for anyone (see care/privacy). Who asks is told of answers."""
    policies.check_here(actor)
    title, text, named = clean_line(title), clean_block(text), _named(skills)
    policies.check_choices(field, reach)
    policies.check_guarded(reach, guarded=guarded)
    policies.check_question(title, text, named)
    policies.check_pace(actor, Question)
    moment = at or clock.now()
    question = Question.objects.create(
        author=actor,
        audience=compose(actor, policies.audience_of(reach, guarded=guarded)),
        field=field,
        title=title,
        text=text,
        reach=reach,
        guarded=guarded,
        asked_at=moment,
        position=clock.position_of(moment),
        words=_words(title, text, named),
    )
    _write_skills(question, named)
    Following.objects.create(question=question, persona=actor)
    return question


@transaction.atomic
def edit_question(
    actor: Persona, *, question_id: int, field: str, title: str, text: str, skills: Iterable[str]
) -> Question:
    """Other words. For whom it is stays as it was: answers were given to those."""
    question = queries.own_question(Viewer.of(actor), question_id)
    title, text, named = clean_line(title), clean_block(text), _named(skills)
    policies.check_choices(field, question.reach)
    policies.check_question(title, text, named)
    question.field, question.title, question.text = field, title, text
    question.changed_at, question.words = clock.now(), _words(title, text, named)
    question.save(update_fields=["field", "title", "text", "changed_at", "words"])
    _write_skills(question, named)
    return question


@transaction.atomic
def drop_question(actor: Persona, *, question_id: int) -> None:
    """Gone for good, with all that was said to it."""
    question = queries.own_question(Viewer.of(actor), question_id)
    announce(QuestionGone(question.pk))
    question.delete()


@transaction.atomic
def follow(actor: Persona, *, question_id: int, follows: bool) -> None:
    """Be told of answers, or no more. Twice is once."""
    question = queries.question(Viewer.of(actor), question_id)
    if follows:
        Following.objects.get_or_create(question=question, persona=actor)
    else:
        Following.objects.filter(question=question, persona=actor).delete()


@transaction.atomic
def ask_somebody(actor: Persona, *, question_id: int, persona: Persona) -> None:
    """Ask somebody for an answer to one's own question: only who may see it, and each once."""
    question = queries.own_question(Viewer.of(actor), question_id)
    policies.insist(persona.pk != actor.pk, _("You asked it yourself."))
    if persona.is_page or not personas_admitted_to(question).filter(pk=persona.pk).exists():
        raise Absent
    if Asked.objects.filter(question=question, persona=persona).exists():
        return
    policies.check_pace(actor, Asked)
    Asked.objects.create(question=question, persona=persona, at=clock.now())
    announce(AnswerAsked(question.pk, persona.pk, actor.pk))


def _named(skills: Iterable[str]) -> list[str]:
    """Each once, as it was typed first."""
    found: dict[str, str] = {}
    for name in map(clean_line, skills):
        if name:
            found.setdefault(folded(name)[:120], name[:60])
    return list(found.values())


def _words(title: str, text: str, skills: list[str]) -> str:
    return folded(" ".join((title, *skills, text)))


def _write_skills(question: Question, names: list[str]) -> None:
    terms = terms_for(TermKind.SKILL, names)
    QuestionSkill.objects.filter(question=question).delete()
    QuestionSkill.objects.bulk_create(
        [
            QuestionSkill(question=question, name=each, folded=folded(each)[:120], term=terms.get(each))
            for each in names
        ]
    )
