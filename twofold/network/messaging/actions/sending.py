"""Sending a message."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_block, folded
from twofold.network.media.actions import place_in
from twofold.network.media.models import Picture
from twofold.network.messaging import policies, queries
from twofold.network.messaging.actions.lines import put_down
from twofold.network.messaging.models import Conversation, Membership, Message, MessagePicture
from twofold.network.posts.markup import render
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


def send(
    author: Persona,
    *,
    conversation: Conversation,
    text: str,
    pictures: Sequence[Picture] = (),
    reply_to: int | None = None,
    once: str = "",
    at: datetime | None = None,
) -> Message:
    """Write into a conversation; a second call with the same key `once` gives what the first one sent.

    Announces MessageSent. Absent unless one is in it; refused for nothing at all, for more than words to somebody who
    has not accepted, and beyond what is fair in a minute.
    """
    once = once[:80]
    if made := queries.submitted(author, once):
        return made
    try:
        return _send(author, conversation.pk, clean_block(text), pictures, reply_to, once, at)
    except IntegrityError:  # both came at the same moment
        if made := queries.submitted(author, once):
            return made
        raise


@transaction.atomic
def _send(
    author: Persona,
    conversation_id: int,
    text: str,
    pictures: Sequence[Picture],
    reply_to: int | None,
    once: str,
    at: datetime | None,
) -> Message:
    mine = queries.membership(Viewer.of(author), conversation_id)
    policies.check_in(mine)
    policies.check_words(text, len(pictures))
    _check_pace(author, at)
    _check_waiting(author, mine, len(pictures))
    moment = at or clock.now()
    message = Message(
        author=author,
        text=text,
        html=render(text, network=author.network, mentions={}),
        words=folded(text),
        reply_to=queries.answered(Viewer.of(author), conversation_id, reply_to),
        sent_at=moment,
        submission=once or None,
    )
    if mine.conversation.vanish_after:
        message.expires_at = moment + timedelta(seconds=mine.conversation.vanish_after)
    put_down(message, mine.conversation)
    if pictures:
        place_in(author, pictures=pictures, audience_id=message.audience_id, place="message")
        MessagePicture.objects.bulk_create(
            MessagePicture(message=message, picture=each, place=place) for place, each in enumerate(pictures)
        )
    return message


def _check_pace(author: Persona, at: datetime | None) -> None:
    if at is None:
        since = clock.position_of(clock.now() - timedelta(minutes=1))
        policies.check_pace(Message.objects.filter(author=author, position__gt=since).count())


def _check_waiting(author: Persona, mine: Membership, pictures: int) -> None:
    """In a conversation of two whose other one has not accepted, few words may wait."""
    if queries.waits(mine):
        lines = Message.objects.filter(conversation=mine.conversation_id, author=author).count()
        policies.check_waiting(lines, pictures)
