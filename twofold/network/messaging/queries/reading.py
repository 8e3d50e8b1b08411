"""One conversation: who is in it and what was said, as far as that is there for the viewer."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import Page, cut
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import folded
from twofold.network.messaging.models import (
    Attachment,
    Conversation,
    LinkCard,
    Manner,
    Membership,
    Message,
    MessagePicture,
    Part,
    Sign,
    State,
)
from twofold.network.messaging.queries.there import there, told
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.audiences.queries import by_ids
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

SIZE = 40
MOST_NEW = 200
READERS = 100
FOUND = 50
# A position after all others.
_NEVER = 2**62


@dataclass
class Talk:
    """A conversation as its page shows it: `lines`, the oldest first; `seen`, how far the other one read, or None.

    `members` are the two of a conversation of two; those of a group only where they are asked for, else their `number`.
    """

    mine: Membership
    conversation: Conversation
    members: list[Membership]
    lines: Page[Message]
    number: int = 0
    seen: int | None = None
    # In a group: those who show what they have read, to a viewer who shows it too.
    readers: list[Membership] = field(default_factory=list)
    manner: Manner = field(default_factory=Manner)

    @property
    def other(self) -> Persona | None:
        """The other one of two."""
        if not self.conversation.pair:
            return None
        return next((each.persona for each in self.members if each.persona_id != self.mine.persona_id), None)

    @property
    def name(self) -> str:
        return self.other.name if self.other else self.conversation.name

    @property
    def taken_up(self) -> bool:
        """Whether the viewer is in it, and not only asked."""
        return self.mine.state == State.ACTIVE

    @property
    def waits(self) -> bool:
        """Whether the other one of two has not accepted yet. Nobody can tell that from having declined."""
        others = [each for each in self.members if each.persona_id != self.mine.persona_id]
        return bool(self.conversation.pair) and any(each.state != State.ACTIVE for each in others)


def conversation(viewer: Viewer, conversation_id: int) -> Conversation:
    """A conversation that is there for the viewer. Absent otherwise."""
    found = there(viewer).filter(pk=conversation_id).first()
    if found is None:
        raise Absent
    return found


def membership(viewer: Viewer, conversation_id: int) -> Membership:
    """How the viewer is in a conversation that is there for them. Absent otherwise."""
    found = _mine(me=viewer.id, home=viewer.home, network=viewer.network, conversation=conversation_id)
    if not found:
        raise Absent
    return found[0]


@prepared
def _mine(me: int, home: str, network: str, conversation: int) -> QuerySet[Membership]:
    inside = there(Viewer(me, home, network)).filter(pk=conversation)
    rows = Membership.objects.filter(persona=me, conversation__in=inside).exclude(state=State.DECLINED)
    return rows.select_related("conversation")[:1]


def pair_with(viewer: Viewer, persona: Persona) -> Conversation | None:
    """The conversation of the viewer and `persona`, if they have begun one."""
    return there(viewer).filter(pair=pair_of(viewer.id, persona.pk)).first()


def pair_of(one: int, other: int) -> str:
    low, high = sorted((one, other))
    return f"{low}:{high}"


def people_in(conversation_id: int) -> list[int]:
    """The ids of all who are in a conversation and have not declined it: for what the courier does."""
    rows = Membership.objects.filter(conversation=conversation_id).exclude(state=State.DECLINED)
    return list(rows.values_list("persona", flat=True))


def talk(viewer: Viewer, conversation_id: int, before: int | None = None, around: int | None = None) -> Talk:
    """A conversation with a page of its lines: the newest, those `before` a position, or those up to `around`."""
    mine = membership(viewer, conversation_id)
    end = before if before is not None else _NEVER if around is None else around + 1
    found = _before(conversation=mine.conversation_id, end=min(end, _NEVER), **_for(viewer))
    page = cut(found, SIZE, lambda row: row.position)
    shown = _talk(viewer, mine, Page(page.rows[::-1], page.after))
    if not mine.conversation.pair:
        shown.number = _those(**_whom(viewer, mine)).count()
    return shown


def newer(viewer: Viewer, conversation_id: int, since: int) -> Talk:
    """The same, with the lines from a position on: what a page that is open asks for."""
    mine = membership(viewer, conversation_id)
    found = _since(conversation=mine.conversation_id, since=min(since, _NEVER), **_for(viewer))
    return _talk(viewer, mine, Page(found, None))


def with_people(viewer: Viewer, conversation_id: int) -> Talk:
    """The same, without lines and with everybody who is in it."""
    mine = membership(viewer, conversation_id)
    found = _talk(viewer, mine, Page([], None))
    found.members = _members(**_whom(viewer, mine))
    return found


def _talk(viewer: Viewer, mine: Membership, page: Page[Message]) -> Talk:
    members = _members(**_whom(viewer, mine)) if mine.conversation.pair else []
    lines = Page(marked(viewer, _written_by(page.rows, members)), page.after)
    other = next((each for each in members if each.persona_id != viewer.id), None)
    shown = {each.persona_id: each for each in _manners(people=[viewer.id, other.persona_id if other else 0])}
    manner = shown.get(viewer.id) or Manner(persona_id=viewer.id)
    found = Talk(
        mine, mine.conversation, members, lines, len(members), _seen(manner, other, shown), manner=manner
    )
    own = [row.position for row in page.rows if row.author_id == viewer.id]
    if manner.receipts and own and not mine.conversation.pair:
        found.readers = readers(viewer, mine.conversation_id, own[0])
    return found


def _written_by(rows: Sequence[Message], members: list[Membership]) -> Sequence[Message]:
    """The same lines, each with its author: few have written many."""
    known = {each.persona_id: each.persona for each in members}
    missing = {row.author_id for row in rows} - known.keys()
    known |= {each.pk: each for each in (_authors(people=list(missing)) if missing else ())}
    for row in rows:
        row.author = known[row.author_id]
    return rows


@prepared
def _authors(people: Sequence[int]) -> QuerySet[Persona]:
    return Persona.objects.filter(pk__in=people)


def _whom(viewer: Viewer, mine: Membership) -> dict[str, Any]:
    return {"me": viewer.id, "home": viewer.home, "conversation": mine.conversation_id}


def _for(viewer: Viewer) -> dict[str, Any]:
    return {"me": viewer.id, "home": viewer.home, "now": clock.now()}


@prepared
def _before(me: int, home: str, now: datetime, conversation: int, end: int) -> QuerySet[Message]:
    rows = told(Viewer(me, home, ""), now).filter(conversation=conversation, position__lt=end)
    return rows.order_by("-position")[: SIZE + 1]


@prepared
def _since(me: int, home: str, now: datetime, conversation: int, since: int) -> QuerySet[Message]:
    rows = told(Viewer(me, home, ""), now).filter(conversation=conversation, position__gte=since)
    return rows.order_by("position")[:MOST_NEW]


def line(viewer: Viewer, message_id: int) -> Message:
    """One message in a conversation that the viewer is in. Absent otherwise."""
    found = told(viewer).filter(pk=message_id).select_related("author", "conversation").first()
    if found is None:
        raise Absent
    membership(viewer, found.conversation_id)
    return found


def submitted(author: Persona, once: str) -> Message | None:
    """What an earlier submission with this key sent."""
    rows = Message.objects.filter(author=author, submission=once) if once else Message.objects.none()
    return rows.select_related("conversation").first()


def answered(viewer: Viewer, conversation_id: int, message_id: int | None) -> Message | None:
    """The line of a conversation that one answers, where it is there for the viewer and stands."""
    if not message_id:
        return None
    rows = told(viewer).filter(conversation=conversation_id, pk=message_id, notice="", deleted_at=None)
    return rows.select_related("author").first()


def waits(mine: Membership) -> bool:
    """Whether the other one of two has not accepted yet."""
    others = Membership.objects.filter(conversation=mine.conversation_id).exclude(persona=mine.persona_id)
    return bool(mine.conversation.pair) and others.exclude(state=State.ACTIVE).exists()


def searched(viewer: Viewer, words: str, *, within: int = 0) -> list[Message]:
    """The viewer's messages that hold all of `words`, whatever their accents and capitals; the latest first.

    `within` one conversation, or in all of them.
    """
    wanted = [each for each in folded(words).split() if each][:8]
    if not wanted:
        return []
    mine = Membership.objects.filter(persona=viewer.id, state=State.ACTIVE).values("conversation")
    rows = told(viewer).filter(conversation__in=mine, deleted_at=None, notice="")
    rows = rows.filter(conversation__in=there(viewer))
    if within:
        rows = rows.filter(conversation=within)
    for each in wanted:
        rows = rows.filter(words__contains=each)
    return list(rows.select_related("author", "conversation").order_by("-position")[:FOUND])


def marked(viewer: Viewer, lines: Iterable[Message]) -> list[Message]:
    """The same lines with all that hangs on them, each as far as it is there for the viewer; a statement for each kind.

    `held` are pictures, `papers` files, `behind` what stands behind the first link, `counted` signs with those who put
    them, `answers` the line that is answered, `whom` a notice is about.
    """
    rows = list(lines)
    held = _by_line(rows, Part.PICTURE, lambda ids: _pictures(lines=ids))
    papers = _by_line(rows, Part.FILE | Part.VOICE, lambda ids: _papers(lines=ids))
    links = _by_line(rows, Part.LINK, lambda ids: _links(lines=ids))
    signs = _by_line(rows, Part.SIGN, lambda ids: _signs(me=viewer.id, home=viewer.home, lines=ids))
    answers = [row.reply_to_id for row in rows if row.reply_to_id]
    quoted = {each.pk: each for each in _quoted(lines=answers, **_for(viewer))} if answers else {}
    about = [row.about_id for row in rows if row.about_id]
    whom = by_ids(viewer, about) if about else {}
    for row in rows:
        row.held = [each.picture for each in held.get(row.pk, ())]  # type: ignore[attr-defined]
        row.papers = papers.get(row.pk, ())  # type: ignore[attr-defined]
        row.behind = links.get(row.pk, ())  # type: ignore[attr-defined]
        row.answers = quoted.get(row.reply_to_id or 0)  # type: ignore[attr-defined]
        row.whom = whom.get(row.about_id or 0)  # type: ignore[attr-defined]
        row.counted = _counted(signs.get(row.pk, ()))  # type: ignore[attr-defined]
    return rows


def _by_line(
    rows: list[Message], part: Part, read: Callable[[list[int]], Iterable[Any]]
) -> dict[int, list[Any]]:
    """What hangs on each line; nothing is read when none of them has such a part."""
    wanted, found = part.value, defaultdict(list)
    ids = [row.pk for row in rows if row.parts & wanted]
    for each in read(ids) if ids else ():
        found[each.message_id].append(each)
    return found


@prepared
def _papers(lines: Sequence[int]) -> QuerySet[Attachment]:
    return Attachment.objects.filter(message__in=lines)


@prepared
def _links(lines: Sequence[int]) -> QuerySet[LinkCard]:
    return LinkCard.objects.filter(message__in=lines).exclude(title="")


@prepared
def _pictures(lines: Sequence[int]) -> QuerySet[MessagePicture]:
    return MessagePicture.objects.filter(message__in=lines).select_related("picture")


@prepared
def _signs(me: int, home: str, lines: Sequence[int]) -> QuerySet[Sign]:
    there_for_me = AdmitsPersona.to(Viewer(me, home, ""), at="persona")
    return Sign.objects.filter(there_for_me, message__in=lines).select_related("persona")


@prepared
def _quoted(me: int, home: str, now: datetime, lines: Sequence[int]) -> QuerySet[Message]:
    return told(Viewer(me, home, ""), now).filter(pk__in=lines).select_related("author")


def _counted(signs: Iterable[Sign]) -> list[tuple[str, list[Persona]]]:
    kinds: dict[str, list[Persona]] = {}
    for each in signs:
        kinds.setdefault(each.sign, []).append(each.persona)
    return list(kinds.items())


def _those(me: int, home: str, conversation: int) -> QuerySet[Membership]:
    there_for_me = AdmitsPersona.to(Viewer(me, home, ""), at="persona")
    return Membership.objects.filter(there_for_me, conversation=conversation)


@prepared
def _members(me: int, home: str, conversation: int) -> QuerySet[Membership]:
    rows = _those(me, home, conversation)
    return rows.select_related("persona").order_by("-admin", "persona__name")


def _seen(mine: Manner, other: Membership | None, shown: dict[int, Manner]) -> int | None:
    """How far the other of two has read, where both show that; None where nobody may know."""
    theirs = shown.get(other.persona_id) if other else None
    if other is None or theirs is None or other.state != State.ACTIVE:
        return None
    return other.read_position if mine.receipts and theirs.receipts else None


def readers(viewer: Viewer, conversation_id: int, position: int) -> list[Membership]:
    """Those in a conversation who have read up to a position, as far as each shows it: the first to get there first.

    Only for a viewer who shows it too; how far they read is nobody's business else.
    """
    return _readers(me=viewer.id, home=viewer.home, conversation=conversation_id, position=position)


@prepared
def _readers(me: int, home: str, conversation: int, position: int) -> QuerySet[Membership]:
    showing = Manner.objects.filter(persona=OuterRef("persona"), receipts=True)
    rows = _those(me, home, conversation).filter(
        Exists(showing), state=State.ACTIVE, read_position__gte=position
    )
    return (
        rows.exclude(persona=me)
        .select_related("persona")
        .order_by("-read_position", "persona__name")[:READERS]
    )


@prepared
def _manners(people: Sequence[int]) -> QuerySet[Manner]:
    return Manner.objects.filter(persona__in=people)


def read_by(viewer: Viewer, message: Message) -> list[Persona] | None:
    """Who has read a message of the viewer's own, as far as both show it; None where that is not shown."""
    shows = Manner.objects.filter(persona=viewer.id, receipts=True).exists()
    if message.author_id != viewer.id or message.notice or not shows:
        return None
    return [each.persona for each in readers(viewer, message.conversation_id, message.position)]
