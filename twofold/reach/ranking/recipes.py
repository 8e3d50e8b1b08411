"""Recipes: the terms that a score is the sum of, what each weighs in each network, and what a reader makes of that."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from twofold.foundation.kit.refusals import Refused
from twofold.people.personas.models import Network

Words = str | Promise
# In percent of what the recipe gives a term by itself.
USUAL, MOST, STEP = 100, 300, 25
MAX_FILE = 20_000


@dataclass(frozen=True)
class Term:
    """A named part of a score. Its value lies between -1000 and 1000; `hint` says what it is made of."""

    key: str
    words: Words
    hint: Words
    glyph: str


OWN, UNSEEN, VARIETY = "own", "unseen", "variety"
# These stand above all that follows, rather than beside it.
FIRST = (OWN, UNSEEN)
_TERMS = (
    Term(
        UNSEEN,
        later("Never miss"),
        later("What people close to you posted and you have not seen comes first"),
        "eye",
    ),
    Term(
        OWN,
        later("What you just posted"),
        later("For half an hour after you post something, it stands on top of your own feed"),
        "send",
    ),
    Term("family", later("Family"), later("Posts of your family"), "house"),
    Term("close", later("Close friends"), later("Posts of your close friends"), "heart"),
    Term("friends", later("Friends"), later("Posts of friends; of acquaintances half as much"), "users"),
    Term(
        "mentors",
        later("Mentors and mentees"),
        later("Posts of those you learn from or teach"),
        "graduation-cap",
    ),
    Term("colleagues", later("Colleagues and clients"), later("Posts of those you work with"), "briefcase"),
    Term("peers", later("Peers and classmates"), later("Posts of your other connections"), "users"),
    Term(
        "exchange",
        later("Conversation between you"),
        later("How much you and the author answer each other"),
        "messages-square",
    ),
    Term(
        "following",
        later("Those you follow"),
        later("Posts of people and pages that you follow"),
        "user-check",
    ),
    Term("groups", later("Your groups"), later("What is said in groups you belong to"), "users-round"),
    Term("topics", later("Your topics"), later("Hashtags that you want more of"), "hash"),
    Term(
        "shared",
        later("What you share"),
        later("Skills, fields and interests that you and the author have in common"),
        "sparkles",
    ),
    Term(
        "around",
        later("Around you"),
        later("Public posts of friends of friends, and what is lively in the community"),
        "waypoints",
    ),
    Term("recency", later("Recency"), later("How new it is"), "clock"),
    Term(
        "kind",
        later("Kind of post"),
        later("Photos and milestones among friends; achievements and articles at work"),
        "image",
    ),
    Term(
        "conversation",
        later("Lively conversation"),
        later("How much it is answered, passed on and felt"),
        "message-circle",
    ),
    Term("quiet", later("Quiet voices"), later("Those you know who post rarely"), "volume-1"),
    Term(
        "leaning",
        later("More and less"),
        later("What you said you want more or less of"),
        "sliders-horizontal",
    ),
    Term(
        VARIETY,
        later("Variety"),
        later("Each further post of the same author stands a little lower"),
        "shuffle",
    ),
)
TERMS = {term.key: term for term in _TERMS}

# Points that a term gives at its highest value. What is never missed is above all that the others come to together, and
# what one has just posted above that, also where never miss weighs most.
_BOTH = {UNSEEN: 1_000, OWN: 4_000, "recency": 40, "leaning": 40, VARIETY: 16}
RECIPES: dict[str, dict[str, int]] = {
    Network.SOCIAL: {
        **_BOTH, "family": 32, "close": 26, "friends": 16, "exchange": 16, "following": 12, "groups": 10, "topics": 14,
        "shared": 8, "around": 6, "kind": 12, "conversation": 12, "quiet": 8,
    },
    Network.PROFESSIONAL: {
        **_BOTH, "mentors": 22, "colleagues": 18, "peers": 11, "exchange": 12, "following": 14, "groups": 12,
        "topics": 18, "shared": 24, "around": 10, "kind": 20, "conversation": 16, "quiet": 6,
    },
}  # fmt: skip

# How much of the term `kind` each kind of post gets, of a thousand.
KINDS: dict[str, dict[str, int]] = {
    Network.SOCIAL: {"photo": 1000, "milestone": 1000, "poll": 600, "words": 500, "article": 400, "link": 300},
    Network.PROFESSIONAL: {
        "milestone": 1000, "article": 900, "link": 700, "poll": 700, "photo": 500, "words": 400,
    },
}  # fmt: skip
KIND_WORDS: dict[str, Words] = {
    "photo": later("photos and videos"),
    "milestone": later("milestones"),
    "poll": later("polls"),
    "words": later("short notes"),
    "article": later("long texts"),
    "link": later("links"),
}

# After so many hours recency has lost half of a step; work ages more slowly.
AGE_HOURS: dict[str, int] = {Network.SOCIAL: 6, Network.PROFESSIONAL: 12}


@dataclass(frozen=True)
class Preset:
    """A ready-made way to weigh: percent by term; all others are as usual."""

    key: str
    words: Words
    hint: Words
    weights: Mapping[str, int]


PRESETS: dict[str, tuple[Preset, ...]] = {
    Network.SOCIAL: (
        Preset("people", later("Only my people"), later("Family and friends; nothing from around"), {
            "family": 150, "close": 150, "around": 0, "conversation": 50, "groups": 50,
        }),
        Preset("new", later("Newest first, nearly"), later("Time counts most"), {"recency": 300, "conversation": 50}),
        Preset("wide", later("Look around"), later("Groups, topics and the community"), {
            "around": 300, "groups": 200, "topics": 200, "family": 75, "close": 75,
        }),
        Preset("calm", later("Quiet voices"), later("Those who post rarely; less noise"), {
            "quiet": 300, "conversation": 0, VARIETY: 200,
        }),
    ),
    Network.PROFESSIONAL: (
        Preset("craft", later("My craft"), later("Shared skills and topics first"), {
            "shared": 200, "topics": 200, "conversation": 50,
        }),
        Preset("people", later("Those I work with"), later("Colleagues, mentors and connections"), {
            "mentors": 200, "colleagues": 200, "peers": 150, "around": 0,
        }),
        Preset("new", later("Newest first, nearly"), later("Time counts most"), {"recency": 300, "conversation": 50}),
        Preset("wide", later("Look around"), later("The field beyond your connections"), {
            "around": 300, "groups": 200, "following": 150,
        }),
    ),
}  # fmt: skip


def terms_of(network: str) -> list[Term]:
    """The terms of a network's recipe, in the order in which they are shown and kept."""
    return [term for term in _TERMS if term.key in RECIPES[network]]


def weights_of(network: str, chosen: Mapping[str, int]) -> dict[str, int]:
    """What each term weighs: a hundredth of a point for each unit, whole numbers alone."""
    recipe = RECIPES[network]
    return {term.key: recipe[term.key] * chosen.get(term.key, USUAL) for term in terms_of(network)}


def cleaned(network: str, chosen: Mapping[str, Any]) -> dict[str, int]:
    """What a reader chose, without what is as usual. Refused for what is no number of the range; names not ours go."""
    kept: dict[str, int] = {}
    for key in RECIPES[network]:
        value = chosen.get(key, USUAL)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST:
            raise Refused(
                _("“%(term)s” must be a whole number from 0 to %(most)d percent.")
                % {"term": TERMS[key].words, "most": MOST},
                field=key,
            )
        if value != USUAL:
            kept[key] = value
    return kept


def to_file(network: str, chosen: Mapping[str, int]) -> str:
    """A recipe to save and to share: what each term weighs, in percent. Nobody stands in it."""
    whole = {
        "twofold": "recipe",
        "version": 1,
        "network": str(network),
        "weights": {term.key: chosen.get(term.key, USUAL) for term in terms_of(network)},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def from_file(network: str, data: bytes) -> dict[str, int]:
    """The weights of a recipe that somebody saved. Refused, with what is wrong with it, for anything else."""
    if len(data) > MAX_FILE:
        raise Refused(_("A recipe is a small file; this one is too large."), field="file")
    try:
        whole = json.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise Refused(_("This is not a recipe: it cannot be read as JSON."), field="file") from None
    if not isinstance(whole, dict) or whole.get("twofold") != "recipe" or whole.get("version") != 1:
        raise Refused(_("This file is not a recipe of a feed."), field="file")
    if whole.get("network") != network:
        raise Refused(_("This recipe was made for the other network, where other terms count."), field="file")
    weights = whole.get("weights")
    if not isinstance(weights, dict):
        raise Refused(_("This recipe has no weights."), field="file")
    return cleaned(network, weights)
