"""Waking open pages."""

from collections.abc import Iterable
from datetime import timedelta

from twofold.foundation.kit import clock
from twofold.surfaces.live.models import Here, Signal, Sort, Writing

KEEP = timedelta(minutes=2)


def signal_post(post_id: int) -> None:
    """Wake the readers of a post: one row, however many they are."""
    Signal.objects.create(post_id=post_id, at=clock.now())


def signal_persona(persona_id: int) -> None:
    """Wake the pages that this persona has open."""
    Signal.objects.create(persona_id=persona_id, at=clock.now())


def signal_personas(persona_ids: Iterable[int], sort: Sort = Sort.STANDING) -> None:
    """Wake the pages that any of these have open."""
    moment = clock.now()
    Signal.objects.bulk_create(Signal(persona_id=each, at=moment, sort=sort) for each in persona_ids)


def sweep() -> None:
    """Forget old signals: a page that comes back later is told how things stand, not what it missed."""
    moment = clock.now()
    Signal.objects.filter(at__lt=moment - KEEP).delete()
    for brief in (Here, Writing):
        brief.objects.filter(until__lt=moment).delete()
