from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.endorsements.actions import forget_removed, part_ways
from twofold.people.graph.facts import Blocked


@on(Blocked)
def take_back_between_the_two(fact: Blocked) -> None:
    part_ways(fact.by_id, fact.persona_id)


@every(timedelta(hours=1))
def forget_removed_skills() -> None:
    forget_removed()
