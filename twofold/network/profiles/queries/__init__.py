"""Reads of profiles, for a viewer."""

from twofold.network.profiles.queries.grounds import Ground, shared_grounds
from twofold.network.profiles.queries.insiders import Insider, insiders
from twofold.network.profiles.queries.own import completeness, own_entry, section_spec
from twofold.network.profiles.queries.people import current_organisations, people_at, present_employers
from twofold.network.profiles.queries.sections import Line, Shown, entry_of, presently, sections
from twofold.network.profiles.queries.standing import MOST, Standing, counted, standing

__all__ = [
    "MOST",
    "Ground",
    "Insider",
    "Line",
    "Shown",
    "Standing",
    "completeness",
    "counted",
    "current_organisations",
    "entry_of",
    "insiders",
    "own_entry",
    "people_at",
    "present_employers",
    "presently",
    "section_spec",
    "sections",
    "shared_grounds",
    "standing",
]
