"""Putting a feed in order and keeping that: pages are read from it, and its scores can be explained and checked."""

from datetime import timedelta

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.people.personas.viewers import Viewer
from twofold.reach.ranking import packing
from twofold.reach.ranking.actions.bonds import count_bonds
from twofold.reach.ranking.models import Ranked, Taste
from twofold.reach.ranking.queries import candidates, latest_of, world_of
from twofold.reach.ranking.queries.reading import newest_of
from twofold.reach.ranking.queries.taste import taste_of
from twofold.reach.ranking.recipes import weights_of
from twofold.reach.ranking.scoring import Placed, put_in_order

# Pages are read on from an earlier ranking as long as it is one of so many.
KEPT = 4
FORGOTTEN = timedelta(days=7)


def ranking_of(viewer: Viewer) -> Ranked:
    """The viewer's feed in order: the one that was made last if it still holds, else a new one."""
    return latest_of(viewer) or rank(viewer)


def rank(viewer: Viewer) -> Ranked:
    """Put the viewer's feed in order as it is now, and keep it."""
    taste = taste_of(viewer.id)
    if not taste.bonded:
        taste = count_bonds(viewer)
    newest, now = newest_of(viewer), clock.position_of(clock.now())
    weights = weights_of(viewer.home, taste.weights)
    placed = ordered(viewer, taste, weights, now)
    with transaction.atomic():
        made = Ranked.objects.create(
            owner_id=viewer.id,
            position=now,
            newest=newest,
            weights=list(weights.items()),
            items=packing.pack(placed),
        )
        old = Ranked.objects.filter(owner=viewer.id).order_by("-position").values_list("pk", flat=True)
        if gone := list(old[KEPT : KEPT + 50]):
            Ranked.objects.filter(pk__in=gone).delete()
    return made


def ordered(viewer: Viewer, taste: Taste, weights: dict[str, int], now: int) -> list[Placed]:
    """The viewer's feed in order by these weights, without keeping it."""
    found = candidates(viewer)
    return put_in_order(world_of(viewer, taste, found, now), found, weights)


def trim() -> int:
    """Forget rankings that nobody reads any more; how many went."""
    return Ranked.objects.filter(position__lt=clock.position_of(clock.now() - FORGOTTEN)).delete()[0]
