"""Telling of advice: answers to those who follow a question and still may read it, and hours to the two who meet."""

from twofold.foundation.courier.registry import on
from twofold.network.advice.facts import (
    AnswerAccepted,
    AnswerAsked,
    Answered,
    HourFreed,
    HourOff,
    HourSoon,
    HourTaken,
    QuestionGone,
)
from twofold.network.advice.queries import followers_of
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind
from twofold.reach.notifications.queries import ADVICE, HOURS


@on(Answered)
def tell_of_an_answer(fact: Answered) -> None:
    kind = Kind.ADVICE_ANSWER
    take_back(kind=kind, about=fact.question_id, actor=fact.author_id)
    take_back(kind=Kind.ADVICE_ASKED, about=fact.question_id, recipient=fact.author_id)
    _tell(followers_of(fact.answer_id), fact.author_id, kind, fact.question_id)


@on(AnswerAccepted)
def tell_that_it_settled_it(fact: AnswerAccepted) -> None:
    take_back(kind=Kind.ADVICE_BEST, about=fact.question_id)
    _tell({fact.author_id}, fact.by_id, Kind.ADVICE_BEST, fact.question_id)


@on(AnswerAsked)
def tell_of_being_asked(fact: AnswerAsked) -> None:
    _tell({fact.persona_id}, fact.by_id, Kind.ADVICE_ASKED, fact.question_id)


@on(QuestionGone)
def forget_a_question(fact: QuestionGone) -> None:
    take_back(kind__in=ADVICE, about=fact.question_id)


@on(HourTaken)
def tell_of_a_guest(fact: HourTaken) -> None:
    take_back(kind__in=HOURS, about=fact.hour_id)
    _tell({fact.host_id}, fact.guest_id, Kind.HOUR_TAKEN, fact.hour_id)


@on(HourFreed)
def tell_that_nobody_comes(fact: HourFreed) -> None:
    take_back(kind__in=HOURS, about=fact.hour_id)
    _tell({fact.host_id}, fact.guest_id, Kind.HOUR_FREED, fact.hour_id)


@on(HourOff)
def tell_that_it_is_off(fact: HourOff) -> None:
    take_back(kind__in=HOURS, about=fact.hour_id)
    _tell({fact.guest_id}, fact.host_id, Kind.HOUR_OFF, fact.hour_id)


@on(HourSoon)
def remind_of_an_hour(fact: HourSoon) -> None:
    _tell({fact.guest_id}, fact.host_id, Kind.HOUR_SOON, fact.hour_id)
    _tell({fact.host_id}, fact.guest_id, Kind.HOUR_SOON, fact.hour_id)


def _tell(whom: set[int], actor_id: int, kind: Kind, about: int) -> None:
    notify(whom, actor_id=actor_id, kind=kind, bundle=f"{kind.value}:{about}", about=about)
