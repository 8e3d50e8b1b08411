from twofold.foundation.courier.registry import on
from twofold.network.recommendations.actions import part_ways
from twofold.people.graph.facts import Blocked


@on(Blocked)
def take_back_between_the_two(fact: Blocked) -> None:
    part_ways(fact.by_id, fact.persona_id)
