"""What somebody typed, taken apart: words, "phrases", from:@handle, in:posts, before:2026-05-01."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from twofold.foundation.kit import clock
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer
from twofold.reach.search.words import MOST_WORDS, split

LONGEST = 200
PLACES = ("people", "posts", "tags", "pages", "groups", "events")
# What has a search of its own with filters, at work; and what is one's own.
WORK, OWN = ("jobs", "courses", "questions"), ("messages", "saved")
_PHRASE = re.compile(r'"([^"]*)"')
_OPERATOR = re.compile(r"(?:^|\s)(from|in|before):(\S+)", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """`typed` as it was typed; `place` is where, or empty; `before` a position; `unknown` what made no sense."""

    typed: str = ""
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    author: str = ""
    place: str = ""
    before: int | None = None
    unknown: tuple[str, ...] = field(default=())

    @property
    def is_blank(self) -> bool:
        return not (self.words or self.phrases or self.author)

    @property
    def plain(self) -> str:
        """The words alone, for those who search elsewhere."""
        return " ".join([*self.words, *self.phrases])


def parse(typed: str) -> Asked:
    """Read a query; whatever is no operator is words. Never fails."""
    # Of all signs PostgreSQL alone keeps no NUL.
    typed = typed.replace("\x00", " ")[:LONGEST].strip()
    found, unknown = {"from": "", "in": "", "before": ""}, []
    for name, value in _OPERATOR.findall(typed):
        found[name.lower()] = value
    rest = _OPERATOR.sub(" ", typed)
    phrases = [" ".join(split(each)) for each in _PHRASE.findall(rest)]
    words = split(_PHRASE.sub(" ", rest))
    place = found["in"].lower()
    if place and place not in (*PLACES, *WORK, *OWN):
        unknown.append(f"in:{found['in']}")
        place = ""
    before = _day(found["before"])
    if found["before"] and before is None:
        unknown.append(f"before:{found['before']}")
    return Asked(
        typed,
        tuple(words[:MOST_WORDS]),
        tuple(each for each in phrases if each)[:4],
        found["from"].removeprefix("@"),
        place,
        before,
        tuple(unknown),
    )


def _day(text: str) -> int | None:
    try:
        day = date.fromisoformat(text)
        return clock.position_of(datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta())
    except (ValueError, OverflowError):
        return None


def places_for(viewer: Viewer) -> tuple[str, ...]:
    """Where this viewer can search: at work in what is of work, and in one's own where one has a presence."""
    work = WORK if viewer.network == Network.PROFESSIONAL else ()
    return (*PLACES, *work, *(OWN if viewer and viewer.home == viewer.network else ()))
