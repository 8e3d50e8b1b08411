from datetime import timedelta

from twofold.foundation.courier.registry import every
from twofold.network.salaries import actions


@every(timedelta(days=7))
def make_figures() -> None:
    actions.make_figures()
