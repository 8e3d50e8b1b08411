from datetime import timedelta

from twofold.foundation.courier.registry import every
from twofold.network.profiles import actions


@every(timedelta(hours=6))
def forget_gone_entries() -> None:
    """What was taken away can be brought back for a day, and no longer."""
    actions.forget_gone()
