"""Reads of stories, for a viewer."""

from twofold.network.stories.queries.reading import (
    Kept,
    feeling_of,
    get,
    highlight,
    highlights,
    highlights_of,
    looks,
    own,
    sequence,
)
from twofold.network.stories.queries.rings import Ring, ring, rings

__all__ = [
    "Kept",
    "Ring",
    "feeling_of",
    "get",
    "highlight",
    "highlights",
    "highlights_of",
    "looks",
    "own",
    "ring",
    "rings",
    "sequence",
]
