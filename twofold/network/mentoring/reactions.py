from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.mentoring import actions
from twofold.people.graph.facts import Blocked


@on(Blocked)
def end_what_is_between_them(fact: Blocked) -> None:
    actions.part_ways(fact.by_id, fact.persona_id)


@every(timedelta(minutes=20))
def remind_of_meetings() -> None:
    actions.remind()
