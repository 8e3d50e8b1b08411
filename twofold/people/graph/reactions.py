from datetime import timedelta

from twofold.foundation.courier.registry import every
from twofold.people.graph.actions.introductions import forget_old


@every(timedelta(days=1))
def forget_old_introductions() -> None:
    forget_old()
