"""Telling of families and of wishes."""

from twofold.foundation.courier.registry import on
from twofold.foundation.kit import clock
from twofold.network.kin.facts import (
    Greeted,
    GreetingGone,
    KinAgreed,
    KinAsked,
    KinClosed,
    WishGiven,
    WishGone,
)
from twofold.network.posts.models import Post
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind


def _tell(recipient_id: int, actor_id: int, kind: Kind, bundle: str) -> None:
    take_back(kind=kind, actor=actor_id, recipient=recipient_id, post=None)
    notify({recipient_id}, actor_id=actor_id, kind=kind, bundle=bundle)


@on(KinAsked)
def tell_of_family(fact: KinAsked) -> None:
    _tell(fact.persona_id, fact.by_id, Kind.KIN_ASKED, f"kin:{fact.by_id}")


@on(KinAgreed)
def tell_of_confirmed_family(fact: KinAgreed) -> None:
    take_back(kind=Kind.KIN_ASKED, actor=fact.by_id, recipient=fact.persona_id)
    _tell(fact.by_id, fact.persona_id, Kind.KIN_AGREED, f"kin_agreed:{fact.persona_id}")


@on(KinClosed)
def forget_family(fact: KinClosed) -> None:
    take_back(kind=Kind.KIN_ASKED, actor=fact.by_id, recipient=fact.persona_id)
    take_back(kind=Kind.KIN_AGREED, actor=fact.by_id, recipient=fact.persona_id)


@on(WishGiven)
def tell_of_a_wish_for_a_birthday(fact: WishGiven) -> None:
    _tell(fact.persona_id, fact.by_id, Kind.WISHED, f"wished:{clock.now():%Y}")


@on(WishGone)
def forget_a_wish_for_a_birthday(fact: WishGone) -> None:
    take_back(kind=Kind.WISHED, actor=fact.by_id, recipient=fact.persona_id, post=None)


@on(Greeted)
def tell_of_a_card(fact: Greeted) -> None:
    post = Post.objects.filter(pk=fact.post_id, live=True).first()
    if post is not None:
        notify(
            {fact.persona_id},
            actor_id=fact.by_id,
            kind=Kind.WISHED,
            bundle=f"greeted:{post.pk}",
            post=post,
        )


@on(GreetingGone)
def forget_a_card(fact: GreetingGone) -> None:
    take_back(kind=Kind.WISHED, actor=fact.by_id, recipient=fact.persona_id, post=fact.post_id)
