"""Reads of skills and endorsements. Each takes a viewer; nobody behind the door for them is ever named or counted."""

from twofold.network.endorsements.queries.badges import BADGE, badge
from twofold.network.endorsements.queries.desk import (
    Mine,
    claimed,
    default_audience,
    desk,
    own_names,
    removed,
)
from twofold.network.endorsements.queries.experts import Expert, experts
from twofold.network.endorsements.queries.grounds import (
    asked,
    endorsement_of,
    grounded_pairs,
    pairs_on,
    stated,
    waiting,
)
from twofold.network.endorsements.queries.reading import (
    Given,
    endorsers,
    given,
    given_one,
    grounded,
    hidden_from_others,
    lately,
    skill,
    still_endorses,
)
from twofold.network.endorsements.queries.section import Section, Shown, may_endorse, section, shown_one
from twofold.people.audiences.specs import MEMBERS

# Who sees a skill until its owner says otherwise.
USUAL = MEMBERS

__all__ = [
    "BADGE",
    "USUAL",
    "Expert",
    "Given",
    "Mine",
    "Section",
    "Shown",
    "asked",
    "badge",
    "claimed",
    "default_audience",
    "desk",
    "endorsement_of",
    "endorsers",
    "experts",
    "given",
    "given_one",
    "grounded",
    "grounded_pairs",
    "hidden_from_others",
    "lately",
    "may_endorse",
    "own_names",
    "pairs_on",
    "removed",
    "section",
    "shown_one",
    "skill",
    "stated",
    "still_endorses",
    "waiting",
]
