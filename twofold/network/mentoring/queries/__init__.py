"""Reads of mentoring, for a viewer."""

from twofold.network.mentoring.queries.badges import BADGES, badge
from twofold.network.mentoring.queries.finding import (
    Match,
    found,
    matches,
    notice,
    offer_of,
    offering,
    own,
    owns,
)
from twofold.network.mentoring.queries.together import (
    Pair,
    entire,
    get,
    meeting,
    meetings_between,
    own_note,
    pairs,
)

__all__ = [
    "BADGES",
    "Match",
    "Pair",
    "badge",
    "entire",
    "found",
    "get",
    "matches",
    "meeting",
    "meetings_between",
    "notice",
    "offer_of",
    "offering",
    "own",
    "own_note",
    "owns",
    "pairs",
]
