"""What is told of ties: followers, requests, introductions; and what is forgotten of those whom one blocks."""

from twofold.foundation.courier.registry import on
from twofold.people.graph.facts import (
    Blocked,
    Followed,
    IntroductionAsked,
    IntroductionClosed,
    IntroductionPassed,
    TieEnded,
    TieMade,
    TieRequestClosed,
    TieRequested,
    Unfollowed,
)
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind
from twofold.reach.notifications.reactions.telling import today

_LETTERS = (Kind.LETTER.value, Kind.INTRODUCTION.value)


@on(Followed)
def tell_of_a_follower(fact: Followed) -> None:
    notify({fact.followed_id}, actor_id=fact.follower_id, kind=Kind.FOLLOW, bundle=f"follow:{today()}")


@on(Unfollowed)
def forget_a_follower(fact: Unfollowed) -> None:
    take_back(kind=Kind.FOLLOW, actor=fact.follower_id, recipient=fact.followed_id)


@on(TieRequested)
def tell_of_a_request(fact: TieRequested) -> None:
    notify(
        {fact.receiver_id},
        actor_id=fact.sender_id,
        kind=Kind.TIE_REQUEST,
        bundle=f"request:{fact.sender_id}",
    )


@on(TieRequestClosed)
def forget_a_request(fact: TieRequestClosed) -> None:
    take_back(kind=Kind.TIE_REQUEST, actor=fact.sender_id, recipient=fact.receiver_id)


@on(TieMade)
def tell_of_an_acceptance(fact: TieMade) -> None:
    take_back(kind=Kind.TIE_REQUEST, actor=fact.asker_id, recipient=fact.accepter_id)
    notify(
        {fact.asker_id},
        actor_id=fact.accepter_id,
        kind=Kind.TIE_ACCEPTED,
        bundle=f"accepted:{today()}",
    )


@on(TieEnded)
def forget_an_acceptance(fact: TieEnded) -> None:
    pair = [fact.one_id, fact.other_id]
    take_back(kind=Kind.TIE_ACCEPTED, actor__in=pair, recipient__in=pair)


@on(IntroductionAsked)
def tell_of_a_letter(fact: IntroductionAsked) -> None:
    _tell_of_introduction(Kind.LETTER, fact.giver_id, fact.holder_id, fact.hop_id)


@on(IntroductionPassed)
def tell_of_an_introduction(fact: IntroductionPassed) -> None:
    _tell_of_introduction(Kind.INTRODUCTION, fact.giver_id, fact.holder_id, fact.hop_id)


def _tell_of_introduction(kind: Kind, giver_id: int, holder_id: int, hop_id: int) -> None:
    # Once for each pair: the newest letter takes the place of the one before.
    take_back(kind=kind, actor=giver_id, recipient=holder_id)
    notify({holder_id}, actor_id=giver_id, kind=kind, bundle=f"{kind.value}:{hop_id}")


@on(IntroductionClosed)
def forget_an_introduction(fact: IntroductionClosed) -> None:
    take_back(bundle__in=[f"{kind}:{fact.hop_id}" for kind in _LETTERS], recipient=fact.holder_id)


@on(Blocked)
def forget_each_other(fact: Blocked) -> None:
    pair = [fact.by_id, fact.persona_id]
    take_back(actor__in=pair, recipient__in=pair)
