"""Who is in a conversation, and what it is called."""

from collections.abc import Sequence

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_line
from twofold.network.messaging import policies, queries
from twofold.network.messaging.actions.beginning import check_ties, reach_members
from twofold.network.messaging.actions.lines import note
from twofold.network.messaging.facts import ConversationChanged
from twofold.network.messaging.models import Conversation, Membership, Notice, State
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@transaction.atomic
def accept(actor: Persona, *, conversation_id: int) -> None:
    """Take up what a stranger wrote; from now on both write freely."""
    mine = queries.membership(Viewer.of(actor), conversation_id)
    Membership.objects.filter(pk=mine.pk).update(state=State.ACTIVE)
    announce(ConversationChanged(conversation_id))


@transaction.atomic
def decline(actor: Persona, *, conversation_id: int) -> None:
    """Put a request away. Whoever wrote it is not told, and what they write further is not shown."""
    mine = queries.membership(Viewer.of(actor), conversation_id)
    if mine.state == State.ASKED:
        Membership.objects.filter(pk=mine.pk).update(state=State.DECLINED)


@transaction.atomic
def add(actor: Persona, *, conversation_id: int, people: Sequence[Persona]) -> None:
    """Put ties of one's own into a group. They see what was written before."""
    conversation = _group(actor, conversation_id, admin=False)
    there = set(Membership.objects.filter(conversation=conversation).values_list("persona", flat=True))
    new = [each for each in people if each.pk not in there]
    check_ties(actor, new)
    policies.check_people(len(there) + len(new))
    for each in new:
        Membership.objects.create(conversation=conversation, persona=each, joined_at=clock.now())
    reach_members(conversation)
    for each in new:
        note(actor, conversation, Notice.ADDED, each)


@transaction.atomic
def rename(actor: Persona, *, conversation_id: int, name: str) -> None:
    conversation = _group(actor, conversation_id)
    name = clean_line(name)
    policies.check_name(name)
    if name != conversation.name:
        Conversation.objects.filter(pk=conversation.pk).update(name=name)
        note(actor, conversation, Notice.NAMED)


@transaction.atomic
def appoint(actor: Persona, *, conversation_id: int, persona_id: int, admin: bool) -> None:
    """Let somebody look after a group, or no longer; the last who does stays."""
    conversation = _group(actor, conversation_id)
    rows = Membership.objects.filter(conversation=conversation)
    others = rows.filter(admin=True).exclude(persona=persona_id)
    if admin or others.exists():
        rows.filter(persona=persona_id).update(admin=admin)
        announce(ConversationChanged(conversation.pk))


@transaction.atomic
def vanish(actor: Persona, *, conversation_id: int, after: int | None) -> None:
    """Let what is written from now on go by itself after so many seconds, or stay."""
    mine = queries.membership(Viewer.of(actor), conversation_id)
    policies.check_in(mine)
    if mine.conversation.pair:
        policies.check_taken_up(waits=queries.waits(mine))
    else:
        policies.check_admin(mine)
    after = after if after in policies.VANISHING else None
    if after != mine.conversation.vanish_after:
        Conversation.objects.filter(pk=conversation_id).update(vanish_after=after)
        note(actor, mine.conversation, Notice.VANISHING)


def _group(actor: Persona, conversation_id: int, *, admin: bool = True) -> Conversation:
    mine = queries.membership(Viewer.of(actor), conversation_id)
    policies.check_group(mine.conversation)
    policies.check_in(mine)
    if admin:
        policies.check_admin(mine)
    return mine.conversation


def member(conversation_id: int, persona_id: int) -> Membership:
    """Somebody in a conversation. Absent otherwise."""
    found = Membership.objects.filter(conversation=conversation_id, persona=persona_id).first()
    if found is None:
        raise Absent
    return found
