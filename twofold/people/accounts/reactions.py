from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.people.accounts import actions
from twofold.people.accounts.facts import PresenceLeft


@on(PresenceLeft)
def erase_who_left(fact: PresenceLeft) -> None:
    actions.erase_who_left(fact.persona_id)


@every(timedelta(days=1))
def sweep_tethers() -> None:
    actions.sweep_tethers()
