from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.advice import actions
from twofold.people.graph.facts import Blocked


@on(Blocked)
def part_who_would_meet(fact: Blocked) -> None:
    actions.part(fact.by_id, fact.persona_id)


@every(timedelta(minutes=10))
def remind_of_hours() -> None:
    actions.remind_of_hours()
