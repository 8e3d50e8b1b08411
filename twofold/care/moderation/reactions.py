from datetime import timedelta

from twofold.care.moderation import actions
from twofold.foundation.courier.registry import every


@every(timedelta(hours=1))
def pass_on_what_waits() -> None:
    actions.pass_on_what_waits()


@every(timedelta(days=1))
def forget_copies() -> None:
    actions.forget_copies()
