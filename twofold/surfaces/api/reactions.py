from datetime import timedelta

from twofold.foundation.courier.registry import every
from twofold.surfaces.api import actions


@every(timedelta(hours=1))
def sweep_ended_tokens() -> None:
    actions.sweep()
