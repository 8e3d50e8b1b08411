from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.profiles import actions
from twofold.people.graph.facts import Blocked


@every(timedelta(hours=6))
def forget_gone_entries() -> None:
    """What was taken away can be brought back for a day, and no longer."""
    actions.forget_gone()


@every(timedelta(days=1))
def tell_of_ending_licences() -> None:
    actions.remind_of_licences()


@on(Blocked)
def take_each_other_out_of_projects(fact: Blocked) -> None:
    actions.part_ways(fact.by_id, fact.persona_id)
