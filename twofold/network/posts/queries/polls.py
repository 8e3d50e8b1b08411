"""Polls as their viewers see them. Whoever asks has asked the door for their posts."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from twofold.foundation.kit import clock
from twofold.foundation.kit.prepared import prepared
from twofold.foundation.kit.refusals import Absent
from twofold.network.posts.models import Option, Poll, Post, Vote
from twofold.people.personas.viewers import Viewer


class Answer(NamedTuple):
    """An answer of a poll; `share` in whole per cent of those who voted, None while it is not to be seen."""

    place: int
    text: str
    votes: int
    share: int | None
    mine: bool


class PollView(NamedTuple):
    """A poll for one viewer. Its figures are shown to those who voted, to its author, and to all once it is over."""

    many: bool
    ends_at: datetime
    over: bool
    voters: int
    voted: bool
    shown: bool
    answers: tuple[Answer, ...]


def poll(post: Post) -> Poll:
    """The poll of a post. Absent where there is none."""
    found = Poll.objects.filter(pk=post.pk).first()
    if found is None:
        raise Absent
    return found


def polls(viewer: Viewer, own: dict[int, bool]) -> dict[int, PollView]:
    """The polls of posts that the viewer sees; `own` says for each post whether it is theirs. One statement."""
    if not own:
        return {}
    held: dict[int, list[Option]] = {}
    for each in _options(me=viewer.id, posts=list(own)):
        held.setdefault(each.poll_id, []).append(each)
    return {number: _view(found[0].poll, found, own[number]) for number, found in held.items()}


@prepared
def _options(me: int, posts: Sequence[int]) -> QuerySet[Option]:
    votes = Vote.objects.filter(option=OuterRef("pk"), persona=me)
    options = Option.objects.filter(poll__in=posts).select_related("poll").annotate(mine=Exists(votes))
    return options.order_by("poll", "place")


def _view(poll: Poll, options: list[Option], own: bool) -> PollView:
    over = poll.ends_at <= clock.now()
    voted = any(each.mine for each in options)  # type: ignore[attr-defined]
    shown = over or voted or own
    answers = tuple(
        Answer(
            each.place,
            each.text,
            each.votes_count if shown else 0,
            _share(each.votes_count, poll.voters_count) if shown else None,
            each.mine,  # type: ignore[attr-defined]
        )
        for each in options
    )
    return PollView(poll.many, poll.ends_at, over, poll.voters_count, voted, shown, answers)


def _share(votes: int, voters: int) -> int:
    return round(100 * votes / voters) if voters else 0
