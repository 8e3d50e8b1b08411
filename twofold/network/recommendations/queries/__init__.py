"""Reads of recommendations. Each takes a viewer; what is not shown is for the writer and the receiver alone."""

from twofold.network.recommendations.queries.desk import (
    ask_between,
    asked_by,
    asked_of,
    between,
    of_mine,
    to_read,
    written_by,
    written_to,
)
from twofold.network.recommendations.queries.phrases import phrase, relations
from twofold.network.recommendations.queries.shown import Section, given, may_write, received, section

__all__ = [
    "Section",
    "ask_between",
    "asked_by",
    "asked_of",
    "between",
    "given",
    "may_write",
    "of_mine",
    "phrase",
    "received",
    "relations",
    "section",
    "to_read",
    "written_by",
    "written_to",
]
