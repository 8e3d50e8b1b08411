from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.reach.feed.facts import FeedDelivered
from twofold.reach.notifications.facts import NotificationsChanged
from twofold.surfaces.live import actions


@on(FeedDelivered)
def wake_the_readers(fact: FeedDelivered) -> None:
    actions.signal_post(fact.post_id)


@on(NotificationsChanged)
def wake_the_told(fact: NotificationsChanged) -> None:
    actions.signal_persona(fact.persona_id)


@every(timedelta(minutes=1))
def sweep_old_signals() -> None:
    actions.sweep()
