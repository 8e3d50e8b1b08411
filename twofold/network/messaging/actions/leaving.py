"""Leaving a group, and what becomes of conversations whose owner goes."""

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.network.media.actions import release
from twofold.network.messaging import policies, queries
from twofold.network.messaging.actions.attaching import detach
from twofold.network.messaging.actions.beginning import PART, reach_members
from twofold.network.messaging.actions.lines import note
from twofold.network.messaging.facts import ConversationChanged
from twofold.network.messaging.models import Conversation, Membership, Message, MessagePicture, Notice
from twofold.people.audiences.actions import drop_part
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def leave(actor: Persona, *, conversation_id: int) -> None:
    """Go out of a group; what one wrote stays with the others. The last one takes it along."""
    mine = queries.membership(Viewer.of(actor), conversation_id)
    policies.check_group(mine.conversation)
    note(actor, mine.conversation, Notice.LEFT)
    _take_out(mine.conversation, actor.pk)


@transaction.atomic
def remove(actor: Persona, *, conversation_id: int, persona: Persona) -> None:
    """Take somebody out of a group."""
    mine = queries.membership(Viewer.of(actor), conversation_id)
    policies.check_group(mine.conversation)
    policies.check_admin(mine)
    if persona.pk != actor.pk and mine.conversation.members.filter(persona=persona).exists():
        note(actor, mine.conversation, Notice.REMOVED, persona)
        _take_out(mine.conversation, persona.pk)


@transaction.atomic
def part(one_id: int, other_id: int) -> None:
    """Two who no longer see each other are not both in a group that one of them owns: the other goes out, unannounced.

    The owner's door is shut to them, so what they could still do there is be counted.
    """
    for owner, member in ((one_id, other_id), (other_id, one_id)):
        rows = Membership.objects.filter(conversation__author=owner, conversation__pair=None, persona=member)
        for each in rows.select_related("conversation"):
            _take_out(each.conversation, member)


def _take_out(conversation: Conversation, persona_id: int) -> None:
    Membership.objects.filter(conversation=conversation, persona=persona_id).delete()
    if conversation.author_id == persona_id:
        hand_over(conversation)
    else:
        reach_members(conversation)
    announce(ConversationChanged(conversation.pk))


def hand_over(conversation: Conversation) -> None:
    """Let somebody else who is in it own a conversation: an owner sees it whatever happens. Nobody left: it goes."""
    heir = conversation.members.order_by("-admin", "joined_at").select_related("persona").first()
    if heir is None:
        dissolve(conversation)
        return
    before, conversation.author = conversation.author, heir.persona
    if not conversation.pair:
        Membership.objects.filter(pk=heir.pk).update(admin=True)
    reach_members(conversation)
    drop_part(before, PART, str(conversation.pk))


def dissolve(conversation: Conversation) -> None:
    """Remove a conversation with everything in it."""
    held = MessagePicture.objects.filter(message__conversation=conversation)
    release(list(held.values_list("picture", flat=True)))
    detach(Message.objects.filter(conversation=conversation))
    Message.objects.filter(conversation=conversation).delete()
    Conversation.objects.filter(pk=conversation.pk).delete()
