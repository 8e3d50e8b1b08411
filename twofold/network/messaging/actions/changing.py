"""What one does to a message that was sent: change it, take it back, put a sign on it, delete it for oneself."""

from django.db import transaction
from django.db.models import F

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_block, folded
from twofold.network.media.actions import release
from twofold.network.media.models import Picture
from twofold.network.messaging import policies, queries
from twofold.network.messaging.actions.attaching import detach
from twofold.network.messaging.actions.linking import relink
from twofold.network.messaging.facts import ConversationChanged
from twofold.network.messaging.models import (
    Attachment,
    Hidden,
    LinkCard,
    Message,
    MessagePicture,
    Part,
    Sign,
)
from twofold.network.posts.markup import first_link, render
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def edit(author: Persona, *, message_id: int, text: str) -> Message:
    """Say it differently, within a quarter of an hour; that it was changed is shown."""
    message = _own(author, message_id)
    policies.check_edit(message)
    text = clean_block(text)
    held = MessagePicture.objects.filter(message=message).count()
    policies.check_words(text, held, Attachment.objects.filter(message=message).count())
    if text != message.text:
        named = queries.named_in(Viewer.of(author), message.conversation, text)
        message.text, message.html = text, render(text, network=author.network, mentions=named)
        message.words, message.edited_at = folded(text), clock.now()
        relink(message, first_link(text))
        message.save(update_fields=["text", "html", "words", "edited_at", "parts"])
        announce(ConversationChanged(message.conversation_id))
    return message


@transaction.atomic
def take_back(author: Persona, *, message_id: int) -> Message:
    """Delete one's message for all: its words, pictures and signs are gone, its place stays."""
    message = _own(author, message_id)
    held = MessagePicture.objects.filter(message=message)
    release(list(held.values_list("picture", flat=True)))
    held.delete()
    detach([message.pk])
    for model in (Sign, LinkCard):
        model.objects.filter(message=message).delete()
    message.parts = 0
    message.text = message.html = message.words = ""
    message.deleted_at = clock.now()
    message.save(update_fields=["text", "html", "words", "parts", "deleted_at"])
    announce(ConversationChanged(message.conversation_id))
    return message


@transaction.atomic
def hide(actor: Persona, *, message_id: int) -> Message:
    """Delete a message for oneself; the others keep it."""
    message = queries.line(Viewer.of(actor), message_id)
    Hidden.objects.get_or_create(message=message, persona=actor)
    return message


@transaction.atomic
def unhide(actor: Persona, *, message_id: int) -> Message:
    """Undo `hide`: the message stands where it stood."""
    Hidden.objects.filter(message=message_id, persona=actor).delete()
    return queries.line(Viewer.of(actor), message_id)


@transaction.atomic
def sign(actor: Persona, *, message_id: int, sign: str) -> Message:
    """Put a sign on a message in place of the one that one put there before; none takes it away."""
    message = queries.line(Viewer.of(actor), message_id)
    policies.check_in(queries.membership(Viewer.of(actor), message.conversation_id))
    if not sign:
        Sign.objects.filter(message=message, persona=actor).delete()
    else:
        policies.check_sign(sign)
        Sign.objects.update_or_create(message=message, persona=actor, defaults={"sign": sign})
        Message.objects.filter(pk=message.pk).update(parts=F("parts").bitor(Part.SIGN))
    announce(ConversationChanged(message.conversation_id))
    return message


@transaction.atomic
def show_ready(picture_id: int) -> None:
    """A video of a message is made: whoever looks at it sees it play."""
    for each in MessagePicture.objects.filter(picture=picture_id).select_related("message"):
        announce(ConversationChanged(each.message.conversation_id))


def _own(author: Persona, message_id: int) -> Message:
    message = queries.line(Viewer.of(author), message_id)
    policies.check_author(message, author.pk)
    return message


@transaction.atomic
def take_down(message_id: int, *, live: bool = False) -> None:
    """Whatever its author says: what those who look after the server decided. Its pictures go with it."""
    found = Message.objects.select_for_update().filter(pk=message_id).first()
    if found is not None:
        Message.objects.filter(pk=message_id).update(live=live)
        held = MessagePicture.objects.filter(message=message_id).values("picture")
        Picture.objects.filter(pk__in=held).update(live=live)
        announce(ConversationChanged(found.conversation_id))


def put_back(message_id: int) -> None:
    """Undo `take_down`."""
    take_down(message_id, live=True)
