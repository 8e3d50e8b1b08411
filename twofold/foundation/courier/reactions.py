from datetime import timedelta

from twofold.foundation.courier import actions
from twofold.foundation.courier.registry import every


@every(timedelta(hours=1))
def sweep_old_facts() -> None:
    actions.sweep()
