from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.games import actions
from twofold.people.graph.facts import Blocked


@on(Blocked)
def part_who_play(fact: Blocked) -> None:
    actions.part(fact.by_id, fact.persona_id)
    actions.part_sheets(fact.by_id, fact.persona_id)


@every(timedelta(minutes=1))
def end_what_ran_out() -> None:
    actions.run_out()


@every(timedelta(hours=1))
def close_what_nobody_answered() -> None:
    actions.lapse()


@every(timedelta(days=1))
def forget_old_guesses() -> None:
    actions.forget_old_words()
