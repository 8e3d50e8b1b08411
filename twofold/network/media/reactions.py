from datetime import timedelta

from twofold.foundation.courier.registry import every
from twofold.network.media import actions


@every(timedelta(hours=6))
def sweep_files() -> None:
    actions.sweep()
