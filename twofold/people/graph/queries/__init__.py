"""Reads of the graph. Each takes the viewer; nobody whom the viewer may not come across is ever in an answer."""

from twofold.people.graph.queries.audiences import Option, Summary, audience_options, audience_summary
from twofold.people.graph.queries.distance import degrees, distance, mutual, mutual_counts, path
from twofold.people.graph.queries.lists import (
    blocked_by,
    circle_of,
    circles_of,
    count_ties,
    followed_by,
    followers_of,
    members_of,
    muted_by,
    muted_ids,
    persona_of,
    requests_by,
    requests_to,
    ties_of,
)
from twofold.people.graph.queries.relations import Relation, relations

__all__ = [
    "Option",
    "Relation",
    "Summary",
    "audience_options",
    "audience_summary",
    "blocked_by",
    "circle_of",
    "circles_of",
    "count_ties",
    "degrees",
    "distance",
    "followed_by",
    "followers_of",
    "members_of",
    "muted_by",
    "muted_ids",
    "mutual",
    "mutual_counts",
    "path",
    "persona_of",
    "relations",
    "requests_by",
    "requests_to",
    "ties_of",
]
