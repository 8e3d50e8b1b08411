from datetime import timedelta

from twofold.foundation.courier.registry import at_once, every, on
from twofold.network.games.facts import GameAnswered, GameChanged, GameOver, GameTurned
from twofold.network.games.queries import looking_at
from twofold.network.messaging.facts import ConversationChanged, MessageSent
from twofold.people.personas.facts import PersonaErased
from twofold.reach.feed.facts import FeedDelivered
from twofold.reach.notifications.facts import NotificationsChanged
from twofold.surfaces.live import actions


@on(FeedDelivered)
def wake_the_readers(fact: FeedDelivered) -> None:
    actions.signal_post(fact.post_id)


@on(NotificationsChanged)
def wake_the_told(fact: NotificationsChanged) -> None:
    actions.signal_persona(fact.persona_id)


# Two who talk or play wait for each other: their pages are woken by the change itself, not after it.
@at_once(MessageSent)
def wake_those_in_it(fact: MessageSent) -> None:
    actions.wrote(fact.conversation_id, fact.author_id)
    actions.signal_talk(fact.conversation_id)


@at_once(ConversationChanged)
def wake_those_who_look(fact: ConversationChanged) -> None:
    actions.signal_talk(fact.conversation_id)


@at_once(GameAnswered)
@at_once(GameTurned)
@at_once(GameChanged)
@at_once(GameOver)
def wake_the_board(fact: GameAnswered | GameTurned | GameChanged | GameOver) -> None:
    actions.signal_personas(looking_at(fact.game_id))


@on(PersonaErased)
def forget_who_is_gone(fact: PersonaErased) -> None:
    actions.forget(fact.persona_id)


@every(timedelta(minutes=1))
def sweep_old_signals() -> None:
    actions.sweep()
