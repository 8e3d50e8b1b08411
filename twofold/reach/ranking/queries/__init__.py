"""Reads of how a feed is put in order, for its reader."""

from twofold.reach.ranking.queries.candidates import candidates, face_of, world_of
from twofold.reach.ranking.queries.close import Meter, Missed, meter, missed
from twofold.reach.ranking.queries.filters import Filters, filters
from twofold.reach.ranking.queries.preview import Moved, preview
from twofold.reach.ranking.queries.reading import kept, latest_of, read_rows, reasons, replays, waiting
from twofold.reach.ranking.queries.taste import leanings_of, order_of, taste_of
from twofold.reach.ranking.queries.why import Why, lines_of, place_with, why

__all__ = [
    "Filters",
    "Meter",
    "Missed",
    "Moved",
    "Why",
    "candidates",
    "face_of",
    "filters",
    "kept",
    "latest_of",
    "leanings_of",
    "lines_of",
    "meter",
    "missed",
    "order_of",
    "place_with",
    "preview",
    "read_rows",
    "reasons",
    "replays",
    "taste_of",
    "waiting",
    "why",
    "world_of",
]
