"""Lines of a conversation as they are put down."""

from collections.abc import Collection

from django.db.models import F

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.network.messaging.facts import MessageSent
from twofold.network.messaging.models import Conversation, Membership, Message, Notice
from twofold.people.personas.models import Persona


def put_down(message: Message, conversation: Conversation, named: Collection[int] = ()) -> Message:
    """Write a line at the end, raise the conversation in everybody's inbox, and announce MessageSent.

    `named` are those whom it names.
    """
    Conversation.objects.select_for_update().get(pk=conversation.pk)
    newest = Conversation.objects.values_list("position", flat=True).get(pk=conversation.pk)
    message.position = max(clock.position_of(message.sent_at), newest + 1)
    message.conversation, message.audience_id = conversation, conversation.audience_id
    message.save(force_insert=True)
    Conversation.objects.filter(pk=conversation.pk).update(position=message.position)
    members = Membership.objects.filter(conversation=conversation)
    members.update(position=message.position)
    # Whoever writes has read what was there; what is archived comes back when somebody else writes.
    members.filter(persona=message.author_id).update(read_position=F("position"), draft="")
    members.exclude(persona=message.author_id).filter(muted=False).update(archived=False)
    if named:
        members.filter(persona__in=named).update(named_position=message.position)
    announce(MessageSent(message.pk, conversation.pk, message.author_id))
    return message


def note(actor: Persona, conversation: Conversation, notice: Notice, about: Persona | None = None) -> None:
    """A line that nobody wrote: somebody came, went, or gave the group a name."""
    conversation.refresh_from_db()
    line = Message(author=actor, notice=notice, about=about, sent_at=clock.now(), text=conversation.name)
    put_down(line, conversation)
