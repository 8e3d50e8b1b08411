"""Reads of conversations, for a viewer."""

from twofold.network.messaging.queries.awaiting import Awaited, Waiting, awaited, waiting_in
from twofold.network.messaging.queries.company import Company, company, partners, showing
from twofold.network.messaging.queries.files import SHELF, SOUND, attachment, attachments
from twofold.network.messaging.queries.inbox import FOLDERS, Line, inbox, requests_count, unread_count
from twofold.network.messaging.queries.later import due, later, laters, laters_in
from twofold.network.messaging.queries.naming import named_in, names_begun
from twofold.network.messaging.queries.people import Chance, chance, manner, openings
from twofold.network.messaging.queries.reading import (
    Talk,
    answered,
    conversation,
    line,
    marked,
    membership,
    newer,
    pair_with,
    people_in,
    read_by,
    searched,
    submitted,
    talk,
    told,
    waits,
    with_people,
)

__all__ = [
    "FOLDERS",
    "SHELF",
    "SOUND",
    "Awaited",
    "Chance",
    "Company",
    "Line",
    "Talk",
    "Waiting",
    "answered",
    "attachment",
    "attachments",
    "awaited",
    "chance",
    "company",
    "conversation",
    "due",
    "inbox",
    "later",
    "laters",
    "laters_in",
    "line",
    "manner",
    "marked",
    "membership",
    "named_in",
    "names_begun",
    "newer",
    "openings",
    "pair_with",
    "partners",
    "people_in",
    "read_by",
    "requests_count",
    "searched",
    "showing",
    "submitted",
    "talk",
    "told",
    "unread_count",
    "waiting_in",
    "waits",
    "with_people",
]
