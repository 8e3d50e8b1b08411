"""Telling of mentoring: to the two of it alone, and never of a no."""

from twofold.foundation.courier.registry import on
from twofold.network.mentoring.facts import MentoringAnswered, MentoringAsked, MentoringGone, MentoringNews
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind
from twofold.reach.notifications.queries import MENTORING


@on(MentoringAsked)
def tell_of_a_request(fact: MentoringAsked) -> None:
    _tell(Kind.MENTOR_ASKED, fact, fact.wish)


@on(MentoringAnswered)
def tell_of_a_yes(fact: MentoringAnswered) -> None:
    take_back(kind=Kind.MENTOR_ASKED, about=fact.mentoring_id)
    _tell(Kind.MENTOR_YES, fact)


@on(MentoringNews)
def tell_of_news(fact: MentoringNews) -> None:
    _tell(Kind.MENTOR_NEWS, fact, fact.what)


def _tell(kind: Kind, fact: MentoringAsked | MentoringAnswered | MentoringNews, detail: str = "") -> None:
    take_back(kind=kind, about=fact.mentoring_id, recipient=fact.to_id)
    bundle = f"{kind.value}:{fact.mentoring_id}"
    notify(
        {fact.to_id},
        actor_id=fact.by_id,
        kind=kind,
        bundle=bundle,
        about=fact.mentoring_id,
        detail=detail,
    )


@on(MentoringGone)
def forget_what_is_gone(fact: MentoringGone) -> None:
    take_back(kind__in=list(MENTORING), about=fact.mentoring_id)
