from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.events import actions
from twofold.people.graph.facts import Blocked


@on(Blocked)
def part_who_met(fact: Blocked) -> None:
    actions.part_events(fact.by_id, fact.persona_id)


@every(timedelta(minutes=5))
def remind_of_what_is_soon() -> None:
    actions.remind()


@every(timedelta(days=7))
def look_further_ahead() -> None:
    actions.lay_out_further()


@every(timedelta(days=1))
def forget_what_was_never_taken_over() -> None:
    actions.forget_files()
