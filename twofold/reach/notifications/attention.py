"""Who has a page open now. It decides when something goes out to them, and is shown to nobody."""

from collections.abc import Collection
from datetime import timedelta

from twofold.foundation.kit import clock
from twofold.reach.notifications.models import Looking

# Renewed within this time by whoever serves open pages.
LASTS = timedelta(seconds=50)


def look(persona_ids: Collection[int]) -> None:
    """These have a page open, for `LASTS` from now on."""
    until = clock.now() + LASTS
    rows = [Looking(persona_id=each, until=until) for each in persona_ids]
    Looking.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["persona"], update_fields=["until"]
    )


def looking(persona_ids: Collection[int]) -> set[int]:
    """Those of them who have a page open."""
    rows = Looking.objects.filter(persona__in=list(persona_ids), until__gt=clock.now())
    return set(rows.values_list("persona", flat=True))


def sweep() -> None:
    Looking.objects.filter(until__lt=clock.now()).delete()
