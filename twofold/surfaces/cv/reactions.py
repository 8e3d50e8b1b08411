from datetime import timedelta

from twofold.foundation.courier.registry import every
from twofold.surfaces.cv import actions


@every(timedelta(hours=12))
def forget_what_was_read() -> None:
    actions.forget_imports()
