from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.stories import actions
from twofold.people.graph.facts import Blocked


@on(Blocked)
def part_those_who_looked(fact: Blocked) -> None:
    actions.part(fact.by_id, fact.persona_id)


@every(timedelta(hours=1))
def forget_what_is_over() -> None:
    actions.forget_ended()
