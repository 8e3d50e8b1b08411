"""Telling of business cards."""

from twofold.foundation.courier.registry import on
from twofold.network.cards.facts import CardGiven, CardWithdrawn
from twofold.reach.notifications.actions import notify, take_back
from twofold.reach.notifications.models import Kind


@on(CardGiven)
def tell_of_a_card(fact: CardGiven) -> None:
    """Whoever took it themselves is told too late to mind: only cards that came without asking are news."""
    if fact.asked:
        return
    take_back(kind=Kind.CARD_GIVEN, actor=fact.giver_id, recipient=fact.keeper_id)
    notify({fact.keeper_id}, actor_id=fact.giver_id, kind=Kind.CARD_GIVEN, bundle=f"card:{fact.contact_id}")


@on(CardWithdrawn)
def forget_a_card(fact: CardWithdrawn) -> None:
    take_back(kind=Kind.CARD_GIVEN, actor=fact.giver_id, recipient=fact.keeper_id)
