from twofold.foundation.courier.registry import on
from twofold.network.learning import actions
from twofold.people.graph.facts import Blocked


@on(Blocked)
def take_each_other_out_of_courses(fact: Blocked) -> None:
    actions.part_ways(fact.by_id, fact.persona_id)
