"""What somebody alone makes of a conversation: read, archived, muted, pinned, starred, half written."""

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit.refusals import Refused
from twofold.network.messaging import queries
from twofold.network.messaging.facts import ConversationChanged
from twofold.network.messaging.models import MAX_TEXT, Manner, Membership, Writers
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

FLAGS = ("archived", "muted", "pinned", "starred")


@transaction.atomic
def read(actor: Persona, *, mine: Membership) -> None:
    """Note that one has read a conversation as far as it goes now. A request stays unread until it is taken up."""
    if mine.position > mine.read_position:
        Membership.objects.filter(pk=mine.pk).update(read_position=mine.position)
        announce(ConversationChanged(mine.conversation_id))


@transaction.atomic
def flag(actor: Persona, *, conversation_id: int, name: str, on: bool) -> None:
    """Archive, mute, pin or star a conversation for oneself, or no longer; "unread" lets it wait again."""
    mine = queries.membership(Viewer.of(actor), conversation_id)
    rows = Membership.objects.filter(pk=mine.pk)
    if name == "unread":
        rows.update(read_position=max(0, mine.position - 1) if on else mine.position)
    elif name in FLAGS:
        rows.update(**{name: on})
    else:
        raise Refused(f"no such flag: {name}")
    announce(ConversationChanged(conversation_id))


def keep_draft(actor: Persona, *, conversation_id: int, text: str) -> None:
    """Keep what is half written in a conversation."""
    mine = queries.membership(Viewer.of(actor), conversation_id)
    Membership.objects.filter(pk=mine.pk).update(draft=text[:MAX_TEXT])


@transaction.atomic
def set_manner(
    actor: Persona, *, writers: int, receipts: bool, typing: bool = False, presence: bool = False
) -> Manner:
    """Say who may begin to write, and whether one shows what one has read, that one writes, that one is here."""
    writers = writers if writers in Writers.values else Writers.MEMBERS
    shown = {"receipts": receipts, "typing": typing, "presence": presence}
    return Manner.objects.update_or_create(persona=actor, defaults={"writers": writers, **shown})[0]
