from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.albums import actions
from twofold.people.graph.facts import Blocked


@on(Blocked)
def part_what_was_shared(fact: Blocked) -> None:
    actions.part_albums(fact.by_id, fact.persona_id)


@every(timedelta(hours=3))
def forget_what_was_given_up() -> None:
    actions.forget_deleted()
