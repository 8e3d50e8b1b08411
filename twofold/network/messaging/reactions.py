from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.messaging import actions
from twofold.people.graph.facts import Blocked


@every(timedelta(minutes=1))
def forget_what_is_over() -> None:
    actions.sweep()


@on(Blocked)
def part_in_groups(fact: Blocked) -> None:
    actions.part(fact.by_id, fact.persona_id)
