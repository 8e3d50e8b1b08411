from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.jobs import actions
from twofold.network.jobs.facts import MoveSettles


@on(MoveSettles)
def tell_of_a_move(fact: MoveSettles) -> None:
    actions.settle(fact.application_id)


@every(timedelta(minutes=30))
def take_down_old_jobs() -> None:
    actions.expire()


@every(timedelta(hours=1))
def keep_promises() -> None:
    actions.keep_promises()


@every(timedelta(hours=1))
def remind_of_applications_elsewhere() -> None:
    actions.remind()


@every(timedelta(hours=6))
def look_into_feeds() -> None:
    actions.run_feeds()


@every(timedelta(hours=6))
def erase_what_was_settled_long_ago() -> None:
    actions.erase_settled()
