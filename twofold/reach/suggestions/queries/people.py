"""People one may know, each with every reason there is: ties in common, places, groups and interests."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from twofold.network.groups.queries import fellow_members
from twofold.network.profiles.queries import fellows
from twofold.people.audiences.queries import by_ids
from twofold.people.graph.queries import in_common
from twofold.people.graph.queries.meeting import anybody, open_to_meet, surroundings, tied_among
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.suggestions.models import Refusal
from twofold.reach.suggestions.queries.refusals import refused, reserved
from twofold.reach.suggestions.scoring import likeliest

About = Refusal.About
NAMED = 2
# So many of the likeliest are looked at for one who is shown: some are known already, or want not to be shown.
_SPARE = 60
_LIKELIEST = 5
_THINGS = 3


@dataclass(frozen=True)
class Reason:
    """Something shared other than ties: `about` and `ref` as in a refusal, the `kind` of a place, `words` its name."""

    about: str
    ref: str
    words: str
    kind: str = ""
    address: int = 0


@dataclass(frozen=True)
class Suggestion:
    """Somebody, how many ties the viewer has in common with them, a few of those by name, and what else they share."""

    persona: Persona
    common: int = 0
    named: Sequence[Persona] = ()
    reasons: Sequence[Reason] = field(default=())


def people_to_meet(viewer: Viewer, limit: int, *, begin: int | None = None) -> list[Suggestion]:
    """The likeliest first. Where there are too few, others without a reason, picked from the random id `begin` on.

    A fixed number of queries. Nobody but people of the viewer's own network, none of whom has anything with them yet.
    """
    if not viewer or (viewer.persona is not None and viewer.persona.is_page):
        return []
    no = refused(viewer)
    around = {} if (About.TIES, "") in no else surroundings(viewer)
    things = _things(viewer, no)
    likely = likeliest(viewer.id, around, [who for _reason, who in things], partial(tied_among, viewer))
    found = _wanted(viewer, likely[: _SPARE + _LIKELIEST * limit], no)[:limit]
    if begin is not None and len(found) < limit:
        others = _wanted(viewer, anybody(viewer, begin=begin, limit=_SPARE), no)
        found += [each for each in others if each not in likely][: limit - len(found)]
    return _told(viewer, found, things, ties=bool(around))


def _things(viewer: Viewer, no: set[tuple[str, str]]) -> list[tuple[Reason, set[int]]]:
    """What the viewer has of places, interests and groups, and who else has it."""
    holders: dict[Reason, set[int]] = defaultdict(set)
    for each in fellows(viewer):
        about = About.INTEREST if each.is_interest else About.PLACE
        holders[Reason(about.value, each.key, each.name, each.kind)].add(each.persona_id)
    for persona_id, group in fellow_members(viewer):
        holders[Reason(About.GROUP.value, str(group.pk), group.name, address=group.pk)].add(persona_id)
    return [(reason, who) for reason, who in holders.items() if (reason.about, reason.ref) not in no]


def _wanted(viewer: Viewer, ids: Sequence[int], no: set[tuple[str, str]]) -> list[int]:
    """Those of `ids`, in their order, who may be suggested to the viewer."""
    possible = open_to_meet(viewer, ids)
    possible -= reserved(possible)
    return [each for each in ids if each in possible and (About.PERSON, str(each)) not in no]


def _told(
    viewer: Viewer, ids: Sequence[int], things: Iterable[tuple[Reason, set[int]]], *, ties: bool
) -> list[Suggestion]:
    """These people with all that speaks for them."""
    between = in_common(viewer, ids) if ties else {}
    known = by_ids(viewer, {*ids, *(other for each in between.values() for other in each[:NAMED])})
    reasons: dict[int, list[Reason]] = defaultdict(list)
    # What fewer share says more.
    for reason, who in sorted(things, key=lambda each: (len(each[1]), each[0].words)):
        for each in who.intersection(ids):
            reasons[each].append(reason)
    return [
        Suggestion(
            known[each],
            len(between.get(each, ())),
            [known[other] for other in between.get(each, ())[:NAMED] if other in known],
            list({reason.words: reason for reason in reasons[each]}.values())[:_THINGS],
        )
        for each in ids
        if each in known
    ]
