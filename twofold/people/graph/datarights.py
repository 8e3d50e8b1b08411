"""What becomes of ties when somebody goes for good."""

from django.db.models import Q

from twofold.foundation.courier.registry import on
from twofold.people.audiences.actions import forget
from twofold.people.graph.models import (
    Block,
    Circle,
    Follow,
    Hop,
    Introduction,
    Mute,
    Note,
    Tag,
    Tie,
    TieRequest,
)
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_ties(fact: PersonaErased) -> None:
    """All ties, requests, follows, circles, blocks, mutes, notes and introductions, from either side, and grants."""
    who = fact.persona_id
    Tie.objects.filter(Q(owner=who) | Q(other=who)).delete()
    TieRequest.objects.filter(Q(sender=who) | Q(receiver=who)).delete()
    Follow.objects.filter(Q(follower=who) | Q(followed=who)).delete()
    Circle.objects.filter(owner=who).delete()
    for model in (Block, Mute, Note, Tag):
        model.objects.filter(Q(by=who) | Q(persona=who)).delete()
    _erase_introductions(who)
    forget(who)


def _erase_introductions(who: int) -> None:
    """Those that they asked for or that were to lead to them. One that went through their hands ends, untold."""
    Introduction.objects.filter(Q(asker=who) | Q(target=who)).delete()
    hops = Hop.objects.filter(Q(giver=who) | Q(holder=who))
    through = Introduction.objects.filter(pk__in=hops.values("introduction"), state=Introduction.State.OPEN)
    through.update(state=Introduction.State.ENDED)
    hops.delete()
