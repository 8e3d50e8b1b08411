"""Waking open pages."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.surfaces.live import bell
from twofold.surfaces.live.models import Here, Signal, Sort, Writing

KEEP = timedelta(minutes=2)


def signal_post(post_id: int) -> None:
    """Wake the readers of a post: one row, however many they are."""
    _signal([Signal(post_id=post_id, at=clock.now())])


def signal_talk(conversation_id: int) -> None:
    """Wake those who are in a conversation: one row, however many they are."""
    _signal([Signal(talk_id=conversation_id, at=clock.now())])


def signal_persona(persona_id: int) -> None:
    """Wake the pages that this persona has open."""
    signal_personas([persona_id])


def signal_personas(persona_ids: Iterable[int], sort: Sort = Sort.STANDING) -> None:
    """Wake the pages that any of these have open."""
    moment = clock.now()
    _signal([Signal(persona_id=each, at=moment, sort=sort) for each in persona_ids])


def _signal(rows: list[Signal]) -> None:
    Signal.objects.bulk_create(rows)
    transaction.on_commit(bell.ring, robust=True)


def sweep() -> None:
    """Forget old signals: a page that comes back later is told how things stand, not what it missed."""
    moment = clock.now()
    Signal.objects.filter(at__lt=moment - KEEP).delete()
    for brief in (Here, Writing):
        brief.objects.filter(until__lt=moment).delete()
