"""A ranking as pages read it: which was made last, and the rows of one page, let through the door again."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import decode, encode
from twofold.foundation.kit.paging import DEFAULT_SIZE, Page
from twofold.foundation.kit.sets import select
from twofold.people.personas.viewers import Viewer
from twofold.reach.feed.queries import ALSO, SEEN
from twofold.reach.ranking import packing
from twofold.reach.ranking.models import Ranked
from twofold.reach.ranking.recipes import OWN, UNSEEN

FRESH = timedelta(minutes=10)

_LATEST = """SELECT ra.id, ra.position, ra.newest, ra.weights, ra.items,
 (SELECT MAX(en.position) FROM feed_entry en WHERE en.owner_id = %(viewer)s),
 (SELECT ta.changed FROM ranking_taste ta WHERE ta.persona_id = %(viewer)s)
FROM ranking_ranked ra WHERE ra.owner_id = %(viewer)s ORDER BY ra.position DESC LIMIT 1"""

_ROWS = f"""SELECT po.position, po.id, po.repost_of_id{ALSO} FROM posts_post po
LEFT JOIN posts_post ori ON ori.id = po.repost_of_id JOIN personas_persona pe ON pe.id = po.author_id
WHERE po.id IN {{ids}} AND {SEEN}"""


def newest_of(viewer: Viewer) -> int:
    """The position of the newest entry of the viewer's feed; 0 without one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT MAX(position) FROM feed_entry WHERE owner_id = %s", [viewer.id])
        return cursor.fetchone()[0] or 0


def latest_of(viewer: Viewer) -> Ranked | None:
    """The ranking that was made last, if it is as good as new: nothing came since, nothing was chosen anew."""
    with connection.cursor() as cursor:
        cursor.execute(_LATEST, {"viewer": viewer.id})
        row = cursor.fetchone()
    if row is None:
        return None
    number, position, newest, weights, items, arrived, changed = row
    old = clock.position_of(clock.now() - FRESH)
    if (arrived or 0) > newest or position < max(old, changed or 0):
        return None
    return Ranked(number, viewer.id, position, newest, json.loads(weights), items)


def kept(viewer: Viewer, cursor: str) -> tuple[Ranked | None, int]:
    """The ranking and the place that a cursor of an earlier page means; None where it is gone, or nonsense."""
    key, _dash, place = cursor.partition("-")
    try:
        found = Ranked.objects.filter(owner=viewer.id, pk=decode(key)).first()
    except ValueError:
        return None, 0
    return found, int(place) if place.isascii() and place.isdigit() and len(place) < 6 else 0


def cursor_of(ranked: Ranked, place: int) -> str:
    return f"{encode(ranked.pk)}-{place}"


def read_rows(
    viewer: Viewer, ranked: Ranked, start: int, size: int = DEFAULT_SIZE, *, also: str
) -> Page[tuple]:
    """One page of a ranking: rows as `feed.queries.home_rows` reads them, in the order of the ranking; one statement.

    What the viewer may not see any more, has muted or has hidden is left out, so a page can be a little shorter.
    """
    data, terms = bytes(ranked.items), len(ranked.weighed)
    ids = packing.ids_in(data, terms, start, start + size)
    more = start + size < packing.count(data, terms)
    after = cursor_of(ranked, start + size) if more else None
    if not ids:
        return Page([], after)
    now = connection.ops.adapt_datetimefield_value(clock.now())
    values = {"viewer": viewer.id, "home": viewer.home, "now": now}
    found = {row[1]: row for row in select(_statement(also), values, ids=ids)}
    return Page([found[each] for each in ids if each in found], after)


@cache
def _statement(also: str) -> str:
    return _ROWS.replace(ALSO, also)


def reasons(
    ranked: Ranked, start: int, size: int = DEFAULT_SIZE, *, plain: bool = False
) -> dict[int, tuple[str, str]]:
    """Why some posts of a page stand there, a sign and words each, where their author alone does not say it."""
    weighed = ranked.weighed
    keys = list(weighed)
    # An order that an earlier recipe made may lack a term.
    at = {key: keys.index(key) for key in (OWN, UNSEEN, "topics", "around") if key in weighed}
    found = {}
    for placed in packing.unpack(bytes(ranked.items), len(keys), start, start + size):
        given = {key: placed.values[place] for key, place in at.items()}
        if given.get(OWN) and weighed[OWN]:
            found[placed.post_id] = ("send", _("You have just posted this"))
        elif given.get(UNSEEN):
            found[placed.post_id] = (
                "eye",
                _("Of the last day, from somebody close to you")
                if plain
                else _("You have not seen this yet"),
            )
        elif given.get("topics"):
            found[placed.post_id] = ("hash", _("From your topics"))
        elif around := given.get("around"):
            found[placed.post_id] = _from_around((around - 400) // 100)
    return found


def _from_around(common: int) -> tuple[str, str]:
    if common < 1:
        return "trending-up", _("Lively in the community")
    words = ngettext("Known to %(number)d person you know", "Known to %(number)d people you know", common)
    return "waypoints", words % {"number": common}


@dataclass(frozen=True)
class Replay:
    """An order that is kept: `cursor` leads to its first page, `made_at` is when, `count` how many posts it holds."""

    cursor: str
    made_at: datetime
    count: int


def replays(viewer: Viewer) -> list[Replay]:
    """The orders of the viewer's feed that are still kept, the latest first; one statement."""
    rows = Ranked.objects.filter(owner=viewer.id).order_by("-position")
    return [
        Replay(
            cursor_of(row, 0),
            clock.moment_at(row.position),
            packing.count(bytes(row.items), len(row.weighed)),
        )
        for row in rows
    ]


def waiting(ranked: Ranked) -> tuple[int, int]:
    """How many unseen posts of close people head a ranking, and the place where that head ends.

    What the reader has just posted may stand in it. (0, -1) for those who do not want what is unseen first.
    """
    if not ranked.weighed[UNSEEN]:
        return 0, -1
    unseen, own = (_column(ranked, key) for key in (UNSEEN, OWN))
    ends = next((place for place, value in enumerate(unseen) if value <= 0 and own[place] <= 0), len(unseen))
    return sum(1 for value in unseen[:ends] if value > 0), ends


def _column(ranked: Ranked, key: str) -> Sequence[int]:
    """The values of one term; nothing where an earlier recipe did not have it."""
    keys = list(ranked.weighed)
    data = bytes(ranked.items)
    return (
        packing.column(data, len(keys), keys.index(key))
        if key in keys
        else [0] * packing.count(data, len(keys))
    )


def places(ranked: Ranked) -> Sequence[int]:
    """All posts of a ranking, the first first."""
    data, terms = bytes(ranked.items), len(ranked.weighed)
    return packing.ids_in(data, terms, 0, packing.count(data, terms))
