"""Reads of suggestions, for their reader alone."""

from twofold.reach.suggestions.queries.people import Reason, Suggestion, people_to_meet
from twofold.reach.suggestions.queries.refusals import is_suggested, refusals
from twofold.reach.suggestions.queries.worth import Worth, worth_a_look

__all__ = [
    "Reason",
    "Suggestion",
    "Worth",
    "is_suggested",
    "people_to_meet",
    "refusals",
    "worth_a_look",
]
