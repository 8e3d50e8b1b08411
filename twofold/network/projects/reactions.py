from datetime import timedelta

from twofold.foundation.courier.registry import every
from twofold.network.projects import actions


@every(timedelta(hours=6))
def forget_tasks_taken_away() -> None:
    """What was taken away can be brought back for a day, and no longer."""
    actions.forget_gone()
