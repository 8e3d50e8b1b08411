from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.visits import actions
from twofold.people.graph.facts import Blocked


@on(Blocked)
def forget_visits_between_the_two(fact: Blocked) -> None:
    actions.part_ways(fact.by_id, fact.persona_id)


@every(timedelta(days=1))
def forget_old_visits() -> None:
    actions.forget_old()
