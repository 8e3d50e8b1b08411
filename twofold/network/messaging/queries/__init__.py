"""Reads of conversations, for a viewer."""

from twofold.network.messaging.queries.company import Company, company, partners, showing
from twofold.network.messaging.queries.inbox import FOLDERS, Line, inbox, requests_count, unread_count
from twofold.network.messaging.queries.people import Chance, chance, manner, openings
from twofold.network.messaging.queries.reading import (
    Talk,
    answered,
    conversation,
    line,
    membership,
    newer,
    pair_with,
    people_in,
    searched,
    submitted,
    talk,
    told,
    waits,
)

__all__ = [
    "FOLDERS",
    "Chance",
    "Company",
    "Line",
    "Talk",
    "answered",
    "chance",
    "company",
    "conversation",
    "inbox",
    "line",
    "manner",
    "membership",
    "newer",
    "openings",
    "pair_with",
    "partners",
    "people_in",
    "requests_count",
    "searched",
    "showing",
    "submitted",
    "talk",
    "told",
    "unread_count",
    "waits",
]
