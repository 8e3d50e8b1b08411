"""What becomes of introductions when people part or meet. Nobody is told."""

from django.db.models import Q

from twofold.foundation.courier.actions import announce
from twofold.people.graph.facts import IntroductionClosed
from twofold.people.graph.models import Hop, Introduction
from twofold.people.personas.models import Persona

State = Introduction.State


def shut_between(one: Persona, other: Persona) -> None:
    """A block ends every introduction in which both have a part, in the transaction of the caller."""
    _end(_with(one) & _with(other), State.ENDED)


def part_between(one: Persona, other: Persona) -> None:
    """A tie that ends takes with it what was to go along it: nobody introduces whom they no longer know."""
    both = (one, other)
    along = Q(giver__in=both, holder__in=both)
    onward = Q(holder__in=both, introduction__target__in=both, last=False)
    waiting = Hop.objects.filter(along | onward, state=Hop.State.WAITING)
    _end(Q(pk__in=waiting.values("introduction")), State.ENDED)


def meet_between(one: Persona, other: Persona) -> None:
    """Whoever is tied need not be introduced any more."""
    both = (one, other)
    _end(Q(asker__in=both, target__in=both), State.MET)


def close(introduction: Introduction, state: State) -> None:
    """End this one; whoever holds a letter of it finds it gone."""
    _end(Q(pk=introduction.pk), state)


def _with(persona: Persona) -> Q:
    hops = Hop.objects.filter(holder=persona).values("introduction")
    return Q(asker=persona) | Q(target=persona) | Q(pk__in=hops)


def _end(which: Q, state: State) -> None:
    ids = list(Introduction.objects.filter(which, state=State.OPEN).values_list("pk", flat=True))
    if not ids:
        return
    Introduction.objects.filter(pk__in=ids).update(state=state)
    letters = Hop.objects.filter(introduction__in=ids, state=Hop.State.WAITING)
    for holder_id, hop_id in letters.values_list("holder", "pk"):
        announce(IntroductionClosed(holder_id, hop_id))
