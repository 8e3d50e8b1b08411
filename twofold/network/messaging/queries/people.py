"""Whether somebody can be written to, and how."""

from dataclasses import dataclass
from datetime import timedelta

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.messaging.models import Conversation, Manner, Membership, State
from twofold.network.messaging.policies import check_begin
from twofold.people.graph.queries import nearness
from twofold.people.personas.models import Persona
from twofold.people.personas.viewers import Viewer


@dataclass(frozen=True)
class Chance:
    """How one can begin to write to somebody: `request` when they must accept it first; `why_not` when one cannot."""

    request: bool = False
    why_not: str = ""


def manner(persona_id: int) -> Manner:
    """How somebody wants to be written to."""
    return Manner.objects.filter(persona=persona_id).first() or Manner(persona_id=persona_id)


def openings(persona_id: int) -> int:
    """To how many people who did not know them somebody began to write within a day."""
    asked = Membership.objects.filter(
        state__in=(State.ASKED, State.DECLINED), joined_at__gt=clock.now() - timedelta(days=1)
    )
    return Conversation.objects.filter(author=persona_id, members__in=asked).count()


def chance(viewer: Viewer, persona: Persona) -> Chance:
    """Whether the viewer can begin to write to `persona`, whom they see."""
    degree = nearness(viewer, [persona.pk])[persona.pk].degree
    tied = degree == 1
    try:
        check_begin(
            manner(persona.pk).writers,
            tied=tied,
            near=degree == 2,
            strangers=0 if tied else openings(viewer.id),
        )
    except Refused as refusal:
        return Chance(why_not=str(refusal.reason))
    return Chance(request=not tied)
