"""Why a post stands where it stands: the parts of its score in words, and what would move it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twofold.foundation.kit import clock
from twofold.foundation.kit.sets import select
from twofold.network.posts.models import Post
from twofold.network.posts.queries import get, small_cards
from twofold.people.graph.models import TieKind
from twofold.people.personas.viewers import Viewer
from twofold.reach.ranking import packing
from twofold.reach.ranking.models import Ranked
from twofold.reach.ranking.queries.candidates import face_of, standing_of
from twofold.reach.ranking.queries.taste import leanings_of, taste_of
from twofold.reach.ranking.recipes import FIRST, KIND_WORDS, TERMS, UNSEEN, Term
from twofold.reach.ranking.scoring import Author, Candidate, Face, Placed, summed

UNIT = 100_000
_CHANGES = 4


@dataclass(frozen=True)
class Part:
    """One term of the score: what it is here in words, and its points; `share` of the largest part, 0 to 100."""

    term: Term
    words: str
    points: float
    share: int


@dataclass(frozen=True)
class Change:
    """Where the post would stand with one term weighed otherwise."""

    words: str
    place: int


@dataclass(frozen=True)
class Why:
    """`place` counts from 1 among `count` posts; None where the post is not among them."""

    post: Post
    face: Face
    place: int | None
    count: int
    points: float
    parts: Sequence[Part]
    changes: Sequence[Change]


def why(viewer: Viewer, ranked: Ranked, post_id: int) -> Why:
    """Why a post stands where it does in this ranking. Absent where the viewer may not see it."""
    post = get(viewer, post_id)
    keys = list(ranked.weighed)
    rows = packing.unpack(bytes(ranked.items), len(keys))
    shown = post.repost_of_id or post.pk
    mine = _lines_of(rows, shown)
    line = get(viewer, mine.post_id) if mine and mine.post_id != post.pk else post
    face = face_of(line)
    if mine is None:
        return Why(post, face, None, len(rows), 0, [], [])
    said = _Sayer(viewer, ranked, line, face)
    return Why(
        post,
        face,
        rows.index(mine) + 1,
        len(rows),
        round(mine.score / UNIT, 1),
        _parts(mine, ranked.weighed, said),
        _changes(rows, mine, ranked.weighed),
    )


def _lines_of(rows: Sequence[Placed], shown: int) -> Placed | None:
    """The line of a ranking that shows a post: itself, or a repost of it."""
    ids = {row.post_id: row for row in rows}
    if shown in ids:
        return ids[shown]
    again = Post.objects.filter(repost_of=shown, pk__in=list(ids)[:900]).values_list("pk", flat=True).first()
    return ids.get(again or 0)


def _parts(mine: Placed, weights: Mapping[str, int], said: "_Sayer") -> list[Part]:
    points = {key: value * weights[key] / UNIT for key, value in zip(weights, mine.values, strict=True)}
    largest = max((abs(each) for key, each in points.items() if key not in FIRST), default=0) or 1
    parts = [
        Part(TERMS[key], said.words(key), round(each, 1), min(100, round(abs(each) / largest * 100)))
        for key, each in points.items()
        if each
    ]
    return sorted(parts, key=lambda part: -abs(part.points))


def _changes(rows: Sequence[Placed], mine: Placed, weights: Mapping[str, int]) -> list[Change]:
    """What would move the post most: a term at twice its weight, or without any."""
    here = rows.index(mine) + 1
    found = []
    for key, value in zip(weights, mine.values, strict=True):
        if value and weights[key] and key != UNSEEN:
            for factor, words in ((2, _("With %(term)s at twice the weight")), (0, _("Without %(term)s"))):
                weight = weights[key] * factor
                moved = abs(_about(rows, mine, weights, key, weight) - here)
                found.append((moved, key, weight, words % {"term": f"“{TERMS[key].words}”"}))
    found.sort(key=lambda change: (-change[0], change[1], change[2]))
    lines = lines_of(rows)
    changes = [
        Change(words, place_with(lines, mine.post_id, {**weights, key: weight}))
        for _moved, key, weight, words in found[:_CHANGES]
    ]
    return [change for change in changes if change.place != here]


def _about(rows: Sequence[Placed], mine: Placed, weights: Mapping[str, int], key: str, weight: int) -> int:
    """About where a post would stand if a term weighed otherwise: variety left as it is."""
    at, more = list(weights).index(key), weight - weights[key]
    own = mine.score + mine.values[at] * more
    return 1 + sum(1 for row in rows if row.score + row.values[at] * more > own)


_LINES = """SELECT po.id, po.position, po.author_id, COALESCE(po.repost_of_id, po.id), 0, 0, 0, 0
FROM posts_post po WHERE po.id IN {posts}"""


def lines_of(rows: Sequence[Placed]) -> dict[int, tuple[Candidate, tuple[int, ...]]]:
    """The posts of a ranking with the values of their terms, to be summed anew with other weights; one statement."""
    values = {row.post_id: row.values for row in rows}
    found = select(_LINES, {}, posts=values)
    return {row[0]: (Candidate._make((*row, None)), values[row[0]]) for row in found}


def place_with(
    lines: Mapping[int, tuple[Candidate, tuple[int, ...]]], post_id: int, weights: Mapping[str, int]
) -> int:
    """The place of a post with other weights, nothing else changed."""
    placed = summed(list(weights), list(lines.values()), weights)
    return 1 + next(place for place, row in enumerate(placed) if row.post_id == post_id)


class _Sayer:
    """What each term is of one post, in words."""

    def __init__(self, viewer: Viewer, ranked: Ranked, line: Post, face: Face):
        self.viewer, self.ranked, self.line, self.face = viewer, ranked, line, face
        self.name = line.author.name
        self.author: Author = standing_of(viewer, [line.author_id]).get(line.author_id, Author())
        self.leanings = leanings_of(viewer.id)

    def words(self, key: str) -> str:
        say: Any = getattr(self, f"_{key}", None)
        return say() if say else str(TERMS[key].hint)

    def _tie(self) -> str:
        if self.line.author_id == self.viewer.id:
            return _("It is your own")
        kind = TieKind(self.author.tie).label if self.author.tie else _("somebody you know")
        return _("%(name)s is to you: %(kind)s") % {"name": self.name, "kind": str(kind).lower()}

    _family = _close = _friends = _mentors = _colleagues = _peers = _tie

    def _unseen(self) -> str:
        words = (
            _("%(name)s is among those you do not want to miss, and posted this within a day")
            if taste_of(self.viewer.id).plain
            else _("%(name)s is among those you do not want to miss, and you have not seen this yet")
        )
        return words % {"name": self.name}

    def _recency(self) -> str:
        age = timesince(self.line.published_at, clock.moment_at(self.ranked.position), depth=1)
        return _("It was %(age)s old when your feed was put in order") % {"age": age}

    def _exchange(self) -> str:
        return _("You and %(name)s answer each other") % {"name": self.name}

    def _following(self) -> str:
        return _("You follow %(name)s") % {"name": self.name}

    def _groups(self) -> str:
        return _("It stands in a group you belong to")

    def _topics(self) -> str:
        tags = [tag for tag in self.face.tags if self.leanings["topic"].get(tag, 0) > 0]
        return _("You want more of %(tags)s") % {"tags": ", ".join(f"#{tag}" for tag in sorted(tags))}

    def _shared(self) -> str:
        number = self.author.shared
        return ngettext(
            "You and %(name)s share %(number)d skill, field or interest",
            "You and %(name)s share %(number)d skills, fields or interests",
            number,
        ) % {"name": self.name, "number": number}

    def _around(self) -> str:
        number = self.author.common
        if not number:
            return _("It is public, and lively in the community")
        return ngettext(
            "%(number)d person you know knows %(name)s", "%(number)d people you know know %(name)s", number
        ) % {"name": self.name, "number": number}

    def _kind(self) -> str:
        return _("Posts of this kind: %(kind)s") % {"kind": KIND_WORDS[self.face.kind]}

    def _conversation(self) -> str:
        # As a card counts them: without those who are not there for the viewer.
        found = small_cards(self.viewer, [self.line])
        if not found:
            return str(TERMS["conversation"].hint)
        row = found[0].row
        return _("%(comments)d comments, %(reactions)d reactions, %(reposts)d reposts") % {
            "comments": row.comments,
            "reactions": row.reactions,
            "reposts": row.reposts,
        }

    def _quiet(self) -> str:
        return _("%(name)s posts rarely") % {"name": self.name}

    def _leaning(self) -> str:
        said = []
        if person := self.leanings["person"].get(str(self.line.author_id)):
            said.append(_signed(person, self.name))
        if kind := self.leanings["kind"].get(self.face.kind):
            said.append(_signed(kind, str(KIND_WORDS[self.face.kind])))
        said += [
            _signed(-1, f"#{tag}") for tag in sorted(self.face.tags) if self.leanings["topic"].get(tag, 0) < 0
        ]
        return _("You said: %(what)s") % {"what": ", ".join(said)} if said else _("What you said before")

    def _variety(self) -> str:
        return _("There are better placed posts by %(name)s") % {"name": self.name}


def _signed(amount: int, what: str) -> str:
    return (_("more of %(what)s") if amount > 0 else _("less of %(what)s")) % {"what": what}
