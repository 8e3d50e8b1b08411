"""Reads of profiles, for a viewer."""

from twofold.network.profiles.queries.alike import alike
from twofold.network.profiles.queries.employers import own_employers
from twofold.network.profiles.queries.fellows import Fellow, fellows, pages_of
from twofold.network.profiles.queries.grounds import Ground, shared_grounds
from twofold.network.profiles.queries.insiders import Insider, insiders, ties_at_work, working_at
from twofold.network.profiles.queries.members import asked_about, named_in, parts_of
from twofold.network.profiles.queries.own import completeness, own_entry, section_spec
from twofold.network.profiles.queries.people import current_organisations, people_at, present_employers
from twofold.network.profiles.queries.sections import Line, Shown, entry_of, presently, sections
from twofold.network.profiles.queries.standing import MOST, Standing, counted, standing
from twofold.network.profiles.queries.words import own_asides, words_of

__all__ = [
    "MOST",
    "Fellow",
    "Ground",
    "Insider",
    "Line",
    "Shown",
    "Standing",
    "alike",
    "asked_about",
    "completeness",
    "counted",
    "current_organisations",
    "entry_of",
    "fellows",
    "insiders",
    "named_in",
    "own_asides",
    "own_employers",
    "own_entry",
    "pages_of",
    "parts_of",
    "people_at",
    "present_employers",
    "presently",
    "section_spec",
    "sections",
    "shared_grounds",
    "standing",
    "ties_at_work",
    "words_of",
    "working_at",
]
