"""Polls in the field's words: what one reader may know of them."""

from typing import Any

from twofold.network.posts.queries import PollView
from twofold.surfaces.api.shapes.parts import moment


def poll_shape(number: int, poll: PollView) -> dict[str, Any]:
    """A poll has the id of its post. Where its figures are not for the reader yet, they are null."""
    votes = sum(each.votes for each in poll.answers)
    return {
        "id": str(number),
        "expires_at": moment(poll.ends_at),
        "expired": poll.over,
        "multiple": poll.many,
        "votes_count": votes if poll.shown else poll.voters,
        "voters_count": poll.voters,
        "voted": poll.voted,
        "own_votes": [each.place for each in poll.answers if each.mine],
        "options": [
            {"title": each.text, "votes_count": each.votes if poll.shown else None} for each in poll.answers
        ],
        "emojis": [],
    }
