"""Reading what one was told. Every row passes the door again: on who did it, and on the thing it was done to."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection

from twofold.foundation.kit import clock
from twofold.foundation.kit.paging import DEFAULT_SIZE, Page, cut, read_cursor
from twofold.foundation.kit.reading import read
from twofold.foundation.kit.refusals import Absent
from twofold.network.events.queries import titles
from twofold.network.groups.queries import titles as group_titles
from twofold.network.learning.queries import course_names, lesson_names
from twofold.network.messaging.queries import Waiting, waiting_in
from twofold.network.posts.models import Post
from twofold.network.projects.queries import names, task_names
from twofold.people.audiences.door import persona_rule_sql, rule_sql
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.notifications.models import Kind, Way

ALL = sum(Way.values)
WINDOW = 500
COUNTED = 21
FACES = 3

# What others say of somebody's work.
RECOGNITION = (
    Kind.ENDORSED,
    Kind.GROUND_ASKED,
    Kind.GROUND_AGREED,
    Kind.REC_ASKED,
    Kind.REC_SENT,
    Kind.REC_RETURNED,
    Kind.REC_SHOWN,
)
EVENTS = tuple(kind for kind in Kind if kind.value.startswith("event_"))
PROJECTS = (Kind.PROJECT_ASKED, Kind.PROJECT_DONE, Kind.TASK_GIVEN, Kind.TASK_SAID)
LEARNING = (Kind.COURSE_JOINED, Kind.COURSE_DONE, Kind.LESSON_SAID)
MENTORING = (Kind.MENTOR_ASKED, Kind.MENTOR_YES, Kind.MENTOR_NEWS)
ADVICE = (Kind.ADVICE_ANSWER, Kind.ADVICE_BEST, Kind.ADVICE_ASKED)
HOURS = (Kind.HOUR_TAKEN, Kind.HOUR_FREED, Kind.HOUR_OFF, Kind.HOUR_SOON)
GAMES = (Kind.GAME_ASKED, Kind.GAME_TURN, Kind.GAME_OVER)
# Never in the page: messages have a place of their own there.
TALKS = (Kind.MESSAGE, Kind.TALK_ASKED)
TABS: dict[str, tuple[str, ...]] = {
    "all": tuple(Kind.values),
    "new": tuple(Kind.values),
    "mentions": (Kind.MENTION, Kind.REPLY, Kind.QUOTE),
    "posts": (Kind.REACTION, Kind.COMMENT, Kind.REPOST, Kind.STORY_FELT),
    "people": (
        Kind.FOLLOW,
        Kind.TIE_REQUEST,
        Kind.TIE_ACCEPTED,
        *RECOGNITION,
        Kind.TAG_ASKED,
        Kind.ALBUM_ASKED,
        Kind.ROLE_OFFERED,
        Kind.PART_ASKED,
        Kind.LETTER,
        Kind.INTRODUCTION,
        *GAMES,
        Kind.CARD_GIVEN,
        Kind.GROUP_ASKED,
        Kind.GROUP_IN,
        Kind.GROUP_INVITED,
        Kind.GROUP_ROLE,
        Kind.GROUP_SAYS,
        *PROJECTS,
        *LEARNING,
        *MENTORING,
        *ADVICE,
        *HOURS,
        Kind.KIN_ASKED,
        Kind.KIN_AGREED,
        Kind.WISHED,
    ),
    "events": EVENTS,
}

_SEEN = f"""FROM notifications_notification no
JOIN personas_persona ac ON ac.id = no.actor_id LEFT JOIN posts_post po ON po.id = no.post_id
WHERE no.recipient_id = %(viewer)s AND (no.ways & {{way}}) <> 0 AND {persona_rule_sql(persona="ac")}
AND (no.post_id IS NULL OR {rule_sql(thing="po")})
AND NOT EXISTS (SELECT 1 FROM graph_mute mu WHERE mu.by_id = %(viewer)s AND mu.persona_id = ac.id
 AND (mu.until IS NULL OR mu.until > %(now)s))"""

_ROWS = f"""SELECT no.id, no.actor_id, no.kind, no.detail, no.post_id, no.about, no.bundle, no.position, no.read
{_SEEN} ORDER BY no.position DESC, no.id DESC LIMIT %(limit)s + 0"""

_UNREAD = f"SELECT COUNT(*) FROM (SELECT 1 {_SEEN} AND NOT no.read LIMIT %(limit)s + 0) un"


@dataclass(frozen=True, slots=True)
class Row:
    """One notification as it is kept."""

    id: int
    actor_id: int
    kind: str
    detail: str
    post_id: int | None
    about: int
    bundle: str
    position: int
    read: bool


@dataclass
class Told:
    """What is shown as one: `actors` are the latest few of `count` people, `post` the latest thing.

    `details` are the kinds of reaction among them.
    """

    kind: str
    bundle: str
    position: int
    unread: bool
    count: int
    post: Post | None
    actors: list[Persona] = field(default_factory=list)
    details: set[str] = field(default_factory=set)
    about: int = 0
    # What the thing is called that it is about, as far as the reader may know.
    title: str = ""
    # How many messages wait.
    lines: int = 0

    @property
    def moment(self) -> datetime:
        return clock.moment_at(self.position)

    @property
    def feeling(self) -> str:
        """The kind of reaction, where all of them are of one kind."""
        return next(iter(self.details)) if len(self.details) == 1 else ""

    @property
    def thing(self) -> Post | None:
        """The post to show: for a repost, what was reposted."""
        return self.post.repost_of or self.post if self.post else None


def unread_count(viewer: Viewer) -> int:
    """How many notifications are new to `viewer`; `COUNTED` stands for any number from there on."""
    return _read(viewer, _UNREAD, COUNTED)[0][0] if viewer else 0


def inbox(
    viewer: Viewer, before: str | int | None = None, size: int = DEFAULT_SIZE, *, tab: str = "all"
) -> Page[Told]:
    """What `viewer` was told, in bundles, newest first: three statements, and one more for
    events, projects, tasks, courses and lessons, where they are among it."""
    groups = _bundled(_rows(viewer, TABS.get(tab, TABS["all"])))
    if tab == "new":
        groups = [group for group in groups if not all(row.read for row in group)]
    start = read_cursor(str(before)) if before else None
    if start is not None:
        groups = [group for group in groups if group[0].position < start]
    page = cut(groups, size, lambda group: group[0].position)
    return Page(_told(viewer, page.rows), page.after)


def one(viewer: Viewer, bundle: str) -> Told:
    """One bundle of what `viewer` was told. Absent when there is nothing left in it to see."""
    groups = [group for group in _bundled(_rows(viewer, way=ALL)) if group[0].bundle == bundle]
    if not groups:
        raise Absent
    return _told(viewer, groups)[0]


def news(viewer: Viewer, after: int, *, ways: Callable[[str, int], int]) -> list[Told]:
    """What a letter tells `viewer`: what came after a position and was not read, in bundles, newest first."""
    rows = (row for row in _rows(viewer, way=Way.LETTER) if row.position > after and not row.read)
    return _standing(viewer, [row for row in rows if ways(row.kind, row.actor_id) & Way.LETTER])


def going_out(
    viewer: Viewer, ids: Container[int], *, way: int, ways: Callable[[str, int], int]
) -> list[Told]:
    """Those of the notifications `ids` that still stand: seen, not read, and wanted in this way; in bundles.

    `ways` says in which ways something of a kind by somebody is wanted now.
    """
    rows = [row for row in _rows(viewer, way=way) if not row.read and ways(row.kind, row.actor_id) & way]
    # A note about a conversation says how it stands, whoever wrote last.
    talks = {row.bundle for row in rows if row.id in ids and row.kind in TALKS}
    return _standing(viewer, [row for row in rows if row.id in ids or row.bundle in talks])


def _standing(viewer: Viewer, rows: Sequence[Row]) -> list[Told]:
    """The same in bundles, but for messages that were read, taken back or put away since, wherever that was."""
    talks = {row.about for row in rows if row.kind in TALKS}
    held = waiting_in(viewer, talks) if talks else {}
    told = _told(viewer, _bundled(row for row in rows if row.kind not in TALKS or _waits(row, held)))
    for each in told:
        if each.kind in TALKS:
            each.title, each.lines = held[each.about].name, sum(held[each.about].lines.values())
    return told


def _waits(row: Row, held: Mapping[int, Waiting]) -> bool:
    talk = held.get(row.about)
    return talk is not None and row.actor_id in talk.lines and talk.asked == (row.kind == Kind.TALK_ASKED)


def _rows(viewer: Viewer, kinds: Iterable[str] = Kind.values, *, way: int = Way.PAGE) -> Iterator[Row]:
    """What `viewer` was told in one of the ways, newest first, as far as the door lets it through."""
    wanted = set(kinds)
    rows = (Row(*found) for found in _read(viewer, _ROWS, WINDOW, way))
    return (row for row in rows if row.kind in wanted)


def _bundled(rows: Iterable[Row]) -> list[list[Row]]:
    """Rows by bundle, newest first in each; bundles by their newest row."""
    bundles: dict[str, list[Row]] = {}
    for row in rows:
        bundles.setdefault(row.bundle, []).append(row)
    return list(bundles.values())


def _told(viewer: Viewer, groups: Sequence[Sequence[Row]]) -> list[Told]:
    faces = [_faces(group) for group in groups]
    people = Persona.objects.in_bulk({each for few in faces for each in few})
    things = {group[0].post_id for group in groups if group[0].post_id}
    posts = Post.objects.select_related("repost_of").in_bulk(things)
    called = _called(viewer, [group[0] for group in groups])
    return [
        Told(
            kind=group[0].kind,
            bundle=group[0].bundle,
            position=group[0].position,
            unread=not all(row.read for row in group),
            count=len({row.actor_id for row in group}),
            post=posts.get(group[0].post_id),
            actors=[people[each] for each in few if each in people],
            details={row.detail for row in group if row.detail},
            about=group[0].about,
            title=called.get((group[0].kind, group[0].about), ""),
        )
        for group, few in zip(groups, faces, strict=True)
    ]


# What is called by a name, and who knows it.
_NAMED: tuple[tuple[Sequence[str], Callable[[Viewer, Iterable[int]], dict[int, str]]], ...] = (
    (EVENTS, titles),
    ((Kind.GROUP_ASKED, Kind.GROUP_IN, Kind.GROUP_INVITED, Kind.GROUP_ROLE), group_titles),
    ((Kind.PROJECT_ASKED, Kind.PROJECT_DONE), names),
    ((Kind.TASK_GIVEN, Kind.TASK_SAID), task_names),
    ((Kind.COURSE_JOINED, Kind.COURSE_DONE), course_names),
    ((Kind.LESSON_SAID,), lesson_names),
)


def _called(viewer: Viewer, rows: Sequence[Row]) -> dict[tuple[str, int], str]:
    """What the things are called that these are about, by kind and id, as far as the viewer may know."""
    found: dict[tuple[str, int], str] = {}
    for kinds, look_up in _NAMED:
        wanted = {(row.kind, row.about) for row in rows if row.kind in kinds}
        known = look_up(viewer, {about for _kind, about in wanted}) if wanted else {}
        found |= {each: known[each[1]] for each in wanted if each[1] in known}
    return found


def _faces(group: Sequence[Row]) -> list[int]:
    """The latest few people of a bundle, each once."""
    return list(dict.fromkeys(row.actor_id for row in group))[:FACES]


def _read(viewer: Viewer, statement: str, limit: int, way: int = Way.PAGE) -> list[tuple]:
    now = connection.ops.adapt_datetimefield_value(clock.now())
    params: dict[str, Any] = {"viewer": viewer.id, "home": viewer.home, "now": now, "limit": limit}
    return read(statement.replace("{way}", f"{way:d}"), params)
