"""Sending a message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_block, folded
from twofold.network.media.actions import place_in
from twofold.network.media.models import Picture
from twofold.network.messaging import policies, queries
from twofold.network.messaging.actions.attaching import Laid, attach
from twofold.network.messaging.actions.lines import put_down
from twofold.network.messaging.facts import LinkSent
from twofold.network.messaging.models import (
    Conversation,
    LinkCard,
    Membership,
    Message,
    MessagePicture,
    Part,
)
from twofold.network.posts.markup import first_link, render
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True)
class _Words:
    """What is sent: all of it, before anything is written."""

    text: str
    pictures: Sequence[Picture] = ()
    files: Sequence[Laid] = ()
    reply_to: int | None = None
    passed_on: bool = False


def send(
    author: Persona,
    *,
    conversation: Conversation,
    text: str,
    pictures: Sequence[Picture] = (),
    files: Sequence[Laid] = (),
    reply_to: int | None = None,
    once: str = "",
    at: datetime | None = None,
    passed_on: bool = False,
) -> Message:
    """Write into a conversation; a second call with the same key `once` gives what the first one sent.

    Announces MessageSent. Absent unless one is in it; refused for nothing at all, for more than words to somebody who
    has not accepted, and beyond what is fair in a minute. `files` lie on the shelf already (see `lay`).
    """
    once = once[:80]
    if made := queries.submitted(author, once):
        return made
    words = _Words(clean_block(text), pictures, files, reply_to, passed_on)
    try:
        return _send(author, conversation.pk, words, once, at)
    except IntegrityError:  # both came at the same moment
        if made := queries.submitted(author, once):
            return made
        raise


@transaction.atomic
def _send(author: Persona, conversation_id: int, words: _Words, once: str, at: datetime | None) -> Message:
    viewer = Viewer.of(author)
    mine = queries.membership(viewer, conversation_id)
    policies.check_in(mine)
    policies.check_words(words.text, len(words.pictures), len(words.files))
    _check_pace(author, at)
    waits = queries.waits(mine)
    if waits:
        _check_waiting(author, mine, len(words.pictures) + len(words.files))
    moment = at or clock.now()
    # Nobody is made to look behind the link of a stranger.
    link = "" if waits else first_link(words.text)
    named = queries.named_in(viewer, mine.conversation, words.text)
    message = Message(
        author=author,
        text=words.text,
        html=render(words.text, network=author.network, mentions=named),
        words=folded(words.text),
        reply_to=queries.answered(viewer, conversation_id, words.reply_to),
        sent_at=moment,
        submission=once or None,
        parts=_parts(words, link),
    )
    if mine.conversation.vanish_after:
        message.expires_at = moment + timedelta(seconds=mine.conversation.vanish_after)
    put_down(message, mine.conversation, named=[each.pk for each in named.values()])
    _add(message, words, link)
    return message


def _parts(words: _Words, link: str) -> int:
    held = {
        Part.PICTURE: words.pictures,
        Part.FILE: any(not each.voice for each in words.files),
        Part.VOICE: any(each.voice for each in words.files),
        Part.LINK: link,
        Part.PASSED_ON: words.passed_on,
    }
    return sum(part for part, there in held.items() if there)


def _add(message: Message, words: _Words, link: str) -> None:
    if words.pictures:
        place_in(message.author, pictures=words.pictures, audience_id=message.audience_id, place="message")
        MessagePicture.objects.bulk_create(
            MessagePicture(message=message, picture=each, place=place)
            for place, each in enumerate(words.pictures)
        )
    attach(message, words.files)
    if link:
        LinkCard.objects.create(message=message, url=link)
        announce(LinkSent(message.pk))


def _check_pace(author: Persona, at: datetime | None) -> None:
    if at is None:
        since = clock.position_of(clock.now() - timedelta(minutes=1))
        policies.check_pace(Message.objects.filter(author=author, position__gt=since).count())


def _check_waiting(author: Persona, mine: Membership, more: int) -> None:
    """In a conversation of two whose other one has not accepted, few words may wait."""
    lines = Message.objects.filter(conversation=mine.conversation_id, author=author).count()
    policies.check_waiting(lines, more)
