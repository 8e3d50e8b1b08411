"""What becomes of ties when somebody goes for good."""

from django.db.models import Q

from twofold.foundation.courier.registry import on
from twofold.people.audiences.actions import forget
from twofold.people.graph.models import Block, Circle, Follow, Mute, Tie, TieRequest
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_ties(fact: PersonaErased) -> None:
    """All ties, requests, follows, circles, blocks and mutes, from either side, and what they granted."""
    who = fact.persona_id
    Tie.objects.filter(Q(owner=who) | Q(other=who)).delete()
    TieRequest.objects.filter(Q(sender=who) | Q(receiver=who)).delete()
    Follow.objects.filter(Q(follower=who) | Q(followed=who)).delete()
    Circle.objects.filter(owner=who).delete()
    for model in (Block, Mute):
        model.objects.filter(Q(by=who) | Q(persona=who)).delete()
    forget(who)
