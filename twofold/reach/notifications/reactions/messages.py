"""Telling of messages to those who are away."""

from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.messaging.facts import MessageSent
from twofold.reach.notifications import attention
from twofold.reach.notifications.talks import tell_of_message


@on(MessageSent)
def tell_those_who_are_away(fact: MessageSent) -> None:
    tell_of_message(fact.message_id)


@every(timedelta(minutes=10))
def forget_who_looked() -> None:
    attention.sweep()
