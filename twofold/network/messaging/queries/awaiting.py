"""Whom a message awaits, and what awaits somebody: for telling those who are away."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from twofold.network.messaging.models import Membership, Message, State
from twofold.network.messaging.queries.there import there, told
from twofold.people.personas.viewers import Viewer

# Read up to here by whoever has read it all; what is put away or muted awaits nobody, unless it names them.
_UNREAD = Q(position__gt=F("read_position"), archived=False) & (
    Q(muted=False) | Q(named_position__gt=F("read_position"))
)


@dataclass(frozen=True)
class Awaited:
    """A message and the ids of those whom it awaits: `members`, and `asked` who have not taken its writer up."""

    conversation_id: int
    author_id: int
    position: int
    members: set[int]
    asked: set[int]


def awaited(message_id: int) -> Awaited | None:
    """None for what is gone, or said by nobody."""
    found = Message.objects.filter(pk=message_id, notice="", deleted_at=None).first()
    if found is None:
        return None
    rows = Membership.objects.filter(
        _UNREAD, conversation=found.conversation_id, read_position__lt=found.position
    )
    those = defaultdict[int, set[int]](set)
    for persona_id, state in rows.exclude(persona=found.author_id).values_list("persona", "state"):
        those[state].add(persona_id)
    return Awaited(
        found.conversation_id, found.author_id, found.position, those[State.ACTIVE], those[State.ASKED]
    )


@dataclass(frozen=True)
class Waiting:
    """A conversation with something to read: a group's `name`, whether it is a request, `lines` by their writers."""

    name: str
    asked: bool
    lines: dict[int, int] = field(default_factory=dict)


def waiting_in(viewer: Viewer, conversation_ids: Collection[int]) -> dict[int, Waiting]:
    """Those of the conversations in which something is there for the viewer to be read. Two statements."""
    rows = Membership.objects.filter(
        _UNREAD,
        persona=viewer.id,
        conversation__in=there(viewer).filter(pk__in=conversation_ids),
        state__in=(State.ACTIVE, State.ASKED),
    )
    found = {
        row.conversation_id: Waiting(row.conversation.name, row.state == State.ASKED)
        for row in rows.select_related("conversation")
    }
    for talk, author, number in _unread(viewer, found) if found else ():
        found[talk].lines[author] = number
    return {talk: each for talk, each in found.items() if each.lines}


def _unread(viewer: Viewer, conversation_ids: Collection[int]) -> QuerySet[Message, tuple[int, int, int]]:
    """Conversation, writer, and how many lines of theirs the viewer has not read."""
    mine = Membership.objects.filter(conversation=OuterRef("conversation"), persona=viewer.id)
    rows = told(viewer).filter(conversation__in=conversation_ids, notice="", deleted_at=None)
    rows = rows.filter(position__gt=Subquery(mine.values("read_position")[:1])).exclude(author=viewer.id)
    return (
        rows.values("conversation", "author")
        .annotate(Count("pk"))
        .values_list("conversation", "author", "pk__count")
    )
