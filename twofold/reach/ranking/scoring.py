"""The score: a sum of named terms in whole numbers. Nothing here reads a clock or a table: same inputs, same order.

Each term's value is at most 1000 either way and does not depend on the weights, but for variety: that one is a step
less for each better post of the same author. So whoever has most of a term never falls
when that term is raised.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2
from operator import mul
from typing import NamedTuple

from twofold.people.graph.models import TieKind
from twofold.people.personas.models import Network
from twofold.reach.ranking.recipes import AGE_HOURS, KINDS, OWN, UNSEEN, VARIETY, terms_of

_HOUR = 3_600 * 1_000_000
_FULL = 1_000


class Candidate(NamedTuple):
    """A line that could stand in the feed. `shown` is what it shows: itself, or what it reposts, by `origin`."""

    post_id: int
    position: int
    author_id: int
    shown: int
    version: int
    reactions: int
    comments: int
    reposts: int
    origin: int | None = None


class Author(NamedTuple):
    """How an author stands to the reader: kind of tie, whether followed, and their bond (see models)."""

    tie: str | None = None
    follows: bool = False
    exchange: int = 0
    common: int = 0
    shared: int = 0


class Face(NamedTuple):
    """What is the same of a post for everybody: its kind, its hashtags, the group that it stands in."""

    kind: str
    tags: frozenset[str] = frozenset()
    group: int | None = None


class Placed(NamedTuple):
    """A candidate in its place: the value of each term in the order of the recipe, and the score."""

    post_id: int
    score: int
    values: tuple[int, ...]


@dataclass(frozen=True)
class World:
    """All that a score depends on beside the candidate. `now` is a position; `plain`: no profiling."""

    network: str
    reader: int
    now: int
    authors: Mapping[int, Author] = field(default_factory=dict)
    faces: Mapping[int, Face] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    topics: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[str, int] = field(default_factory=dict)
    groups: Collection[int] = ()
    seen: Collection[int] = ()
    plain: bool = False


TIES: dict[str, tuple[str, int]] = {
    TieKind.FAMILY: ("family", _FULL),
    TieKind.CLOSE: ("close", _FULL),
    TieKind.FRIEND: ("friends", _FULL),
    TieKind.ACQUAINTANCE: ("friends", 500),
    TieKind.MENTOR: ("mentors", _FULL),
    TieKind.MENTEE: ("mentors", 800),
    TieKind.COLLEAGUE: ("colleagues", _FULL),
    TieKind.CLIENT: ("colleagues", 800),
    TieKind.CLASSMATE: ("peers", _FULL),
    TieKind.PEER: ("peers", _FULL),
}
# Whose posts are not to be missed, unless a reader names others.
CLOSE_KINDS = (TieKind.FAMILY, TieKind.CLOSE)
# So long something unseen comes first; without profiling nobody knows what was seen, and a day must do.
UNSEEN_DAYS, UNSEEN_DAYS_PLAIN = 30, 1
# So long what the reader posted themselves has just been posted.
JUST = _HOUR // 2
_STRANGER, _PLAIN = Author(), Face("words")


def put_in_order(world: World, candidates: Sequence[Candidate], weights: Mapping[str, int]) -> list[Placed]:
    """The candidates by score, the newest first among equals; what several lines show stands once, best placed."""
    keys = [term.key for term in terms_of(world.network)]
    return summed(keys, valued(world, candidates), weights)


def summed(
    keys: Sequence[str], rows: Sequence[tuple[Candidate, tuple[int, ...]]], weights: Mapping[str, int]
) -> list[Placed]:
    """The order of candidates with the values of these terms; each author's further posts a step lower each."""
    place, step = keys.index(VARIETY), weights[VARIETY]
    weigh = [0 if key == VARIETY else weights[key] for key in keys]
    # Negative, so that plain tuples sort the best and the newest first; ids are unique, so nothing else is compared.
    found = [
        (-sum(map(mul, values, weigh)), -each.position, -each.post_id, each, values) for each, values in rows
    ]
    found.sort()
    shown: set[int] = set()
    before: defaultdict[int, int] = defaultdict(int)
    placed = []
    for less, later, number, each, values in found:
        if each.shown in shown:
            continue
        shown.add(each.shown)
        lower = -200 * min(before[each.author_id], 5)
        before[each.author_id] += 1
        score = lower * step - less
        held = (*values[:place], lower, *values[place + 1 :])
        placed.append((-score, later, number, Placed(each.post_id, score, held)))
    placed.sort()
    return [row[3] for row in placed]


def valued(world: World, candidates: Sequence[Candidate]) -> list[tuple[Candidate, tuple[int, ...]]]:
    """Each candidate with the values of its terms, in the order of the recipe; variety is not known yet.

    What depends on the author alone is worked out once for each author: most feeds are of few.
    """
    at = {term.key: place for place, term in enumerate(terms_of(world.network))}
    recent, kind, lively, unseen, own = at["recency"], at["kind"], at["conversation"], at[UNSEEN], at[OWN]
    groups, around, topics, leaning = at["groups"], at["around"], at["topics"], at["leaning"]
    kinds, often = KINDS[world.network], Counter(each.author_id for each in candidates)
    known = {author: _of_author(world, author, times, at) for author, times in often.items()}
    chosen = bool(world.people or world.topics or world.kinds)
    rows = []
    for each in candidates:
        held, strange, close = known[each.author_id]
        values = held.copy()
        face = world.faces.get(each.shown, _PLAIN)
        values[recent] = recency(world, each.position)
        values[kind] = kinds[face.kind]
        if said := each.reactions + 2 * each.comments + 2 * each.reposts:
            values[lively] = min(_FULL, int(log2(1 + said) * 150))
        if face.group in world.groups:
            values[groups] = _FULL
        elif strange:
            values[around] = strange
        if chosen:
            values[topics], values[leaning] = _chosen(world, each, face)
        if close and _unseen(world, each):
            values[unseen] = _FULL
        if each.author_id == world.reader and world.now - each.position < JUST:
            values[own] = _FULL
        rows.append((each, tuple(values)))
    return rows


def _of_author(
    world: World, author_id: int, times: int, at: Mapping[str, int]
) -> tuple[list[int], int, bool]:
    """The values that all posts of an author have, what they get as strangers, and whether the author is close."""
    author = world.authors.get(author_id, _STRANGER)
    values, own = [0] * len(at), author_id == world.reader
    if own:
        values[at["friends" if world.network == Network.SOCIAL else "peers"]] = _FULL
    elif author.tie:
        term, value = TIES[author.tie]
        values[at[term]] = value
    if author.follows:
        values[at["following"]] = _FULL
    if author.exchange and not world.plain:
        values[at["exchange"]] = author.exchange
    if author.shared and not own:
        values[at["shared"]] = min(author.shared, 3) * _FULL // 3
    known = own or bool(author.tie) or author.follows
    if known and not own:
        values[at["quiet"]] = max(0, _FULL - 250 * (times - 1))
    strange = 0 if known else min(_FULL, 400 + 100 * author.common)
    return values, strange, is_close(world, author_id, author)


def _chosen(world: World, each: Candidate, face: Face) -> tuple[int, int]:
    """What follows from what the reader said: the topics they follow; and more and less of people, kinds, topics."""
    said = [world.topics[tag] for tag in face.tags if tag in world.topics] or [0]
    person = world.people.get(str(each.author_id), 0) + world.people.get(str(each.origin or 0), 0)
    lean = 600 * max(-1, min(1, person)) + 500 * world.kinds.get(face.kind, 0)
    if max(said) > 0:
        return _FULL, max(-_FULL, min(_FULL, lean))
    return 0, max(-_FULL, min(_FULL, lean + 600 * min(said)))


def is_close(world: World, author_id: int, author: Author) -> bool:
    """Whether the reader would not miss what this author posts: by the kind of tie, unless they said otherwise."""
    said = world.people.get(str(author_id), 0)
    return said == 2 or (author.tie in CLOSE_KINDS and said >= 0)


def _unseen(world: World, each: Candidate) -> bool:
    days = UNSEEN_DAYS_PLAIN if world.plain else UNSEEN_DAYS
    return world.now - each.position < days * 24 * _HOUR and each.shown not in world.seen


def recency(world: World, position: int) -> int:
    """1000 when it is new, and a quarter less each time its age doubles; below nothing after some days."""
    hours = max(0, world.now - position) / _HOUR
    return max(-_FULL, int(_FULL - 250 * log2(1 + hours / AGE_HOURS[world.network])))
