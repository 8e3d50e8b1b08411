"""Reads of families and birthdays, for a viewer."""

from twofold.network.kin.queries.birthdays import (
    Born,
    Card,
    Coming,
    ahead,
    born,
    card_of,
    own_birthday,
    today_of,
)
from twofold.network.kin.queries.family import asked_of, family_of, own_family, waiting_for
from twofold.network.kin.queries.milestones import Milestone, milestone

__all__ = [
    "Born",
    "Card",
    "Coming",
    "Milestone",
    "ahead",
    "asked_of",
    "born",
    "card_of",
    "family_of",
    "milestone",
    "own_birthday",
    "own_family",
    "today_of",
    "waiting_for",
]
