from twofold.foundation.courier.registry import on
from twofold.network.mentoring import actions
from twofold.people.graph.facts import Blocked


@on(Blocked)
def end_what_is_between_them(fact: Blocked) -> None:
    actions.part_ways(fact.by_id, fact.persona_id)
