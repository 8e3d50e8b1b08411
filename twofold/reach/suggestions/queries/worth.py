"""Groups, pages, hashtags, events and jobs worth a look, each with why: which ties are in it, or how it fits."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from twofold.foundation.kit import clock
from twofold.network.endorsements.queries import own_names
from twofold.network.events.queries import found as events_found
from twofold.network.groups.queries import groups_with
from twofold.network.jobs.queries import Fit, MySkill, fits, latest, rows_of
from twofold.network.posts.queries import tags_of
from twofold.network.profiles.queries import pages_of
from twofold.people.audiences.queries import by_ids
from twofold.people.graph.queries import around, relations
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

NAMED = 2
EACH = 5
# How far back one looks for hashtags, and through how many open jobs.
LATELY = timedelta(days=30)
_JOBS = 60


@dataclass(frozen=True)
class Worth:
    """A thing worth a look. `named` are some of the `total` ties it hangs on; `fit` is how a job suits one's skills."""

    thing: Any
    named: Sequence[Persona] = ()
    total: int = 0
    fit: Fit | None = None
    own: bool = False


def worth_a_look(viewer: Viewer) -> dict[str, list[Worth]]:
    """What is worth a look, by kind, what most ties are in first. A fixed number of queries."""
    if not viewer:
        return {}
    ties = set(around(viewer, within=1))
    since = clock.position_of(clock.now() - LATELY)
    groups = _gathered(groups_with(viewer, ties))
    pages = _pages(viewer, ties)
    tags = _gathered(tags_of(viewer, ties, since=since))
    some = {
        each for rows in (groups, pages, tags) for _thing, who in rows[:EACH] for each in who[: NAMED + 1]
    }
    known = by_ids(viewer, some)
    found = {
        "groups": _told(groups, known),
        "pages": _told(pages, known, own=viewer.id),
        "tags": _told(tags, known),
        "events": [Worth(card, [card.event.author]) for card in events_found(viewer, size=EACH, ties=True)],
        "jobs": _jobs(viewer) if viewer.home == Network.PROFESSIONAL else [],
    }
    return {kind: rows for kind, rows in found.items() if rows}


def _pages(viewer: Viewer, ties: set[int]) -> list[tuple[Any, list[int]]]:
    """Pages of organisations where the viewer or their ties are or were, and that the viewer does not follow yet."""
    found = _gathered((page, who) for page, who, _now in pages_of(viewer, {*ties, viewer.id}))
    known = relations(viewer, [page.pk for page, _who in found])
    return [(page, who) for page, who in found if not known[page.pk].following and page.pk != viewer.id]


def _gathered(rows: Iterable[tuple[Any, int]]) -> list[tuple[Any, list[int]]]:
    """Each thing once, with all whom it hangs on; those with most first."""
    found: dict[Any, set[int]] = defaultdict(set)
    for thing, who in rows:
        found[thing].add(who)
    first = {thing: place for place, thing in enumerate(found)}
    ordered = sorted(found, key=lambda thing: (-len(found[thing]), first[thing]))
    return [(thing, sorted(found[thing])) for thing in ordered]


def _told(rows: Sequence[tuple[Any, list[int]]], known: dict[int, Persona], *, own: int = 0) -> list[Worth]:
    return [
        Worth(
            thing,
            [known[each] for each in who[: NAMED + 1] if each in known and each != own][:NAMED],
            len(set(who) - {own}),
            own=own in who,
        )
        for thing, who in rows[:EACH]
    ]


def _jobs(viewer: Viewer) -> list[Worth]:
    """Of the latest open jobs those that ask for most of what the viewer can."""
    mine = [MySkill(*each) for each in own_names(viewer)]
    rows = rows_of(latest(viewer, _JOBS)) if mine else []
    fitting = [(row.job, fits(mine, row.skills)) for row in rows if row.job.author_id != viewer.id]
    fitting = [(job, fit) for job, fit in fitting if fit.have]
    fitting.sort(key=lambda each: (-len(each[1].have) / each[1].asked, -each[0].position))
    return [Worth(job, fit=fit) for job, fit in fitting[:EACH]]
