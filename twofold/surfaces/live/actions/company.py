"""Who writes and who is here: noted for seconds, told to those who may notice it, and never kept.

The end comes at an uneven moment, so that what one browser closes in two places at once does not end at once.
"""

import random
from collections.abc import Collection, Iterable
from datetime import timedelta

from twofold.foundation.kit import clock
from twofold.network.messaging.queries import company, partners, showing
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer
from twofold.surfaces.live.actions.signals import signal_personas
from twofold.surfaces.live.models import Here, Sort, Writing

WRITES_FOR = timedelta(seconds=7)
BEAT = 10.0
_SHORTEST, _LONGEST = 20, 35


def write(actor: Persona, *, conversation_id: int) -> None:
    """Note that somebody is writing, where anybody may notice it. Absent where the conversation is."""
    those = company(Viewer.of(actor), conversation_id).writing
    if not those:
        return
    Writing.objects.update_or_create(
        conversation_id=conversation_id,
        persona_id=actor.pk,
        defaults={"until": clock.now() + WRITES_FOR},
    )
    signal_personas([each.pk for each in those], Sort.COMPANY)


def wrote(conversation_id: int, persona_id: int) -> None:
    """What was being written is there."""
    Writing.objects.filter(conversation_id=conversation_id, persona_id=persona_id).delete()


def arrive(persona_ids: Collection[int]) -> None:
    """These have a page open: those who show it are here, again or still."""
    shown, moment = set(showing(persona_ids)), clock.now()
    if not shown:
        return
    known = set(Here.objects.filter(pk__in=shown, until__gt=moment).values_list("pk", flat=True))
    rows = [Here(pk=each, until=moment + timedelta(seconds=_span())) for each in shown]
    Here.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["persona_id"], update_fields=["until"]
    )
    _tell(shown - known)


def depart() -> None:
    """Those whose last page closed a while ago are no longer here."""
    over = list(Here.objects.filter(until__lt=clock.now()).values_list("pk", flat=True))
    if over:
        Here.objects.filter(pk__in=over, until__lt=clock.now()).delete()
        _tell(over)


def forget(persona_id: int) -> None:
    """Somebody went for good."""
    Here.objects.filter(pk=persona_id).delete()
    Writing.objects.filter(persona_id=persona_id).delete()


def _tell(persona_ids: Iterable[int]) -> None:
    present = list(Here.objects.filter(until__gt=clock.now()).values_list("pk", flat=True))
    for persona in Persona.objects.filter(pk__in=list(persona_ids)) if present else ():
        signal_personas(partners(Viewer.of(persona), present), Sort.COMPANY)


def _span() -> float:
    return random.uniform(_SHORTEST, _LONGEST)
