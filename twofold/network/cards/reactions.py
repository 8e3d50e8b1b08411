from twofold.foundation.courier.registry import on
from twofold.network.cards import actions
from twofold.people.graph.facts import Blocked


@on(Blocked)
def part_who_exchanged(fact: Blocked) -> None:
    actions.part_cards(fact.by_id, fact.persona_id)
