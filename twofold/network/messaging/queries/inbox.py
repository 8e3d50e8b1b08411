"""What lies in somebody's inbox. Each line stands for a conversation that the door lets through."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, QuerySet, Subquery

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import Page, cut
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.reading import read
from twofold.network.messaging.models import Conversation, Membership, Message, State
from twofold.network.messaging.queries.there import there, told
from twofold.people.audiences.door import persona_rule_sql, rule_sql
from twofold.people.audiences.queries import by_ids
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer

SIZE = 30
# As `there` puts it, precompiled.
_COUNT = f"""SELECT COUNT(*) FROM messaging_membership me
JOIN messaging_conversation co ON co.id = me.conversation_id
WHERE me.persona_id = %(viewer)s AND {rule_sql(thing="co")}
 AND (co.pair IS NULL OR NOT EXISTS (
  SELECT 1 FROM messaging_membership ot JOIN personas_persona pe ON pe.id = ot.persona_id
  WHERE ot.conversation_id = co.id AND ot.persona_id <> %(viewer)s AND NOT {persona_rule_sql(persona="pe")}))"""
_UNREAD = f"""{_COUNT} AND me.position > me.read_position AND (NOT me.muted OR me.named_position > me.read_position)
 AND NOT me.archived
 AND me.state IN ({int(State.ACTIVE)}, {int(State.ASKED)})"""
_ASKED = f"{_COUNT} AND me.position > 0 AND me.state = {int(State.ASKED)} AND co.network = %(network)s"
FOLDERS = ("inbox", "unread", "starred", "archived", "requests")


@dataclass(frozen=True)
class Line:
    """A conversation in a list: `other` of two, or the `name` of a group; its newest message as far as it is there."""

    mine: Membership
    conversation: Conversation
    name: str
    other: Persona | None
    last: Message | None

    @property
    def unread(self) -> bool:
        return self.mine.position > self.mine.read_position

    @property
    def named(self) -> bool:
        """Whether what waits names the viewer."""
        return self.mine.named_position > self.mine.read_position


def inbox(viewer: Viewer, folder: str = "inbox", before: int | None = None) -> Page[Line]:
    """A folder of the viewer's conversations, the newest first, pinned ones before. Four statements."""
    who = {"me": viewer.id, "home": viewer.home, "network": viewer.network}
    found = _FIRST[folder](**who) if before is None else _FURTHER[folder](**who, before=before)
    page = cut(found, SIZE, lambda row: row.position)
    return Page(_lines(viewer, page.rows), page.after)


def unread_count(viewer: Viewer) -> int:
    """How many conversations wait to be read: those that are not muted or archived, and requests. On every page."""
    return _count(_UNREAD, viewer) if viewer else 0


def requests_count(viewer: Viewer) -> int:
    return _count(_ASKED, viewer)


def _count(sql: str, viewer: Viewer) -> int:
    return read(sql, {"viewer": viewer.id, "home": viewer.home, "network": viewer.network})[0][0]


def _folder(viewer: Viewer, folder: str) -> QuerySet[Membership]:
    rows = Membership.objects.filter(persona=viewer.id, position__gt=0, conversation__in=there(viewer))
    rows = rows.filter(state=State.ASKED if folder == "requests" else State.ACTIVE)
    if folder == "unread":
        rows = rows.filter(position__gt=F("read_position"), archived=False)
    elif folder == "starred":
        rows = rows.filter(starred=True)
    elif folder != "requests":
        rows = rows.filter(archived=folder == "archived")
    return rows.select_related("conversation")


def _first(folder: str) -> Callable[..., list[Membership]]:
    @prepared
    def page(me: int, home: str, network: str) -> QuerySet[Membership]:
        rows = _folder(Viewer(me, home, network), folder)
        return rows.order_by(*(["-pinned"] if folder == "inbox" else []), "-position")[: SIZE + 1]

    return page


def _further(folder: str) -> Callable[..., list[Membership]]:
    @prepared
    def page(me: int, home: str, network: str, before: int) -> QuerySet[Membership]:
        rows = _folder(Viewer(me, home, network), folder).filter(position__lt=before)
        return (rows.filter(pinned=False) if folder == "inbox" else rows).order_by("-position")[: SIZE + 1]

    return page


_FIRST = {folder: _first(folder) for folder in FOLDERS}
_FURTHER = {folder: _further(folder) for folder in FOLDERS}


def _lines(viewer: Viewer, rows: Sequence[Membership]) -> list[Line]:
    ids = [row.conversation_id for row in rows]
    others = {each.conversation_id: each.persona for each in _others(me=viewer.id, talks=ids)}
    newest = _newest(me=viewer.id, home=viewer.home, now=clock.now(), talks=ids)
    lasts = {each.conversation_id: each for each in _told(viewer, newest)}
    return [_line(row, others.get(row.conversation_id), lasts.get(row.conversation_id)) for row in rows]


def _told(viewer: Viewer, rows: list[Message]) -> list[Message]:
    """The same; those that nobody wrote with whoever did what they tell of, and whom it was done to."""
    notices = [row for row in rows if row.notice]
    ids = {row.author_id for row in notices} | {row.about_id for row in notices if row.about_id}
    known = by_ids(viewer, ids) if ids else {}
    for row in notices:
        row.author = known.get(row.author_id) or row.author
        row.whom = known.get(row.about_id or 0)  # type: ignore[attr-defined]
    return rows


@prepared
def _others(me: int, talks: Sequence[int]) -> QuerySet[Membership]:
    """The other one of each conversation of two."""
    rows = Membership.objects.filter(conversation__in=talks, conversation__pair__isnull=False)
    return rows.exclude(persona=me).select_related("persona")


@prepared
def _newest(me: int, home: str, now: datetime, talks: Sequence[int]) -> QuerySet[Message]:
    """Of each conversation the newest message that is there for the viewer."""
    newest = told(Viewer(me, home, ""), now).filter(conversation=OuterRef("pk")).order_by("-position")
    lasts = Conversation.objects.filter(pk__in=talks).values(last=Subquery(newest.values("pk")[:1]))
    return Message.objects.filter(pk__in=lasts).select_related("author")


def _line(row: Membership, other: Persona | None, last: Message | None) -> Line:
    name = other.name if other else row.conversation.name
    return Line(row, row.conversation, name, other, last)
