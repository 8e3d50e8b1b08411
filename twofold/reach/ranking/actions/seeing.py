"""What a reader had before their eyes of the people close to them: kept for them alone, and not for ever."""

from collections.abc import Sequence
from datetime import timedelta

from twofold.foundation.kit import clock
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.reach.ranking.models import Order, Seen
from twofold.reach.ranking.queries.close import close_among
from twofold.reach.ranking.queries.taste import taste_of

KEPT = timedelta(days=60)
AT_ONCE = 200


def saw(actor: Persona, *, post_ids: Sequence[int]) -> int:
    """These stood before the eyes of `actor`; how many were news. Kept for readers of For you alone, if they let it.

    What is not by somebody close, or not to be seen, is passed over in silence.
    """
    if not _is_kept_for(actor.pk):
        return 0
    close = close_among(Viewer.of(actor), list(post_ids)[:AT_ONCE])
    held = set(Seen.objects.filter(owner=actor, post__in=close).values_list("post", flat=True))
    now = clock.position_of(clock.now())
    rows = [Seen(owner=actor, post_id=each, position=now) for each in sorted(close - held)]
    Seen.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _is_kept_for(persona_id: int) -> bool:
    taste = taste_of(persona_id)
    return not taste.plain and taste.order == Order.FOR_YOU


def saw_and_did(persona_id: int, post_id: int) -> None:
    """Whoever reacted or answered has seen it."""
    if not _is_kept_for(persona_id):
        return
    persona = Persona.objects.active().filter(pk=persona_id).first()
    if persona is not None:
        saw(persona, post_ids=[post_id])


def forget_seen() -> int:
    """Forget what was seen so long ago that it comes first no more anyway."""
    return Seen.objects.filter(position__lt=clock.position_of(clock.now() - KEPT)).delete()[0]
