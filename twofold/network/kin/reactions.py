from twofold.foundation.courier.registry import on
from twofold.network.kin import actions
from twofold.people.graph.facts import Blocked


@on(Blocked)
def part_a_family(fact: Blocked) -> None:
    actions.part_ways(fact.by_id, fact.persona_id)
