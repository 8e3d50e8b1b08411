"""Introductions: a letter that goes from hand to hand, each of which knows the next. docs/decisions/0049 tells why.

The asker picks the first hand, each hand the next. Whoever holds a letter sees from whom it came and whom it is for;
the one it is for sees who hands it over, and who asked. Nobody is told of a no, nor that one letter was stopped.
"""

from datetime import datetime, timedelta

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block
from twofold.people.audiences.queries import at_odds
from twofold.people.graph.actions.asking import hold, insist, reach
from twofold.people.graph.actions.ending import close
from twofold.people.graph.actions.ties import say_no, tie_up
from twofold.people.graph.facts import IntroductionAsked, IntroductionClosed, IntroductionPassed
from twofold.people.graph.models import DEFAULT_KIND, Hop, Introduction, TieRequest
from twofold.people.graph.policies import why_not_introduction, why_not_outreach, why_not_tie, why_not_words
from twofold.people.graph.queries.introductions import held, next_hands
from twofold.people.graph.queries.relations import muted_among
from twofold.people.graph.queries.ways import first_hands
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.viewers import Viewer

FORGOTTEN = timedelta(days=120)


@transaction.atomic
def ask_introduction(
    actor: Persona,
    *,
    target: Persona,
    middle: Persona,
    words: str,
    note: str = "",
    at: datetime | None = None,
) -> Hop:
    """Ask `middle`, with a `note` for them alone, to pass `words` on towards `target`. Absent unless they can."""
    reach(actor, target)
    reach(actor, middle)
    words, note = clean_block(words), clean_block(note)
    insist(why_not_introduction(actor, target))
    insist(why_not_words(words, needed=True), field="words")
    insist(why_not_words(note), field="note")
    insist(why_not_outreach(actor))
    if middle.pk not in first_hands(Viewer.of(actor), target):
        raise Absent
    at = at or clock.now()
    asked = Introduction.objects.create(asker=actor, target=target, words=words, asked_at=at)
    return _hand(asked, actor, middle, note, at, first=True)


@transaction.atomic
def pass_on(actor: Persona, *, hop_id: int, to: Persona, words: str = "", at: datetime | None = None) -> None:
    """Hand a letter to the next, with words of one's own: to the target, or to somebody who knows the target.

    Whether it arrives is not told: the target may have said no before, and some people keep apart.
    """
    hop = _held(actor, hop_id)
    introduction = hop.introduction
    if to.pk not in next_hands(Viewer.of(actor), hop):
        raise Absent
    words = clean_block(words)
    insist(why_not_words(words), field="words")
    hop.state = Hop.State.PASSED
    hop.save(update_fields=["state"])
    announce(IntroductionClosed(actor.pk, hop.pk))
    if _stopped(introduction, to):
        close(introduction, Introduction.State.ENDED)
        return
    _hand(introduction, actor, to, words, at or clock.now())


@transaction.atomic
def let_lapse(actor: Persona, *, hop_id: int) -> None:
    """Put a letter away for good. Its giver goes on seeing that they asked; a no to the asker is remembered."""
    hop = _held(actor, hop_id)
    hop.state = Hop.State.CLOSED
    hop.save(update_fields=["state"])
    announce(IntroductionClosed(actor.pk, hop.pk))
    if hop.last and not say_no(actor, hop.introduction.asker):
        _remember_no(actor, hop.introduction.asker)


@transaction.atomic
def connect_through(actor: Persona, *, hop_id: int) -> Persona:
    """Say yes to an introduction: `actor` and the asker, who is returned, are tied."""
    hop = _held(actor, hop_id)
    if not hop.last:
        raise Absent
    asker = hop.introduction.asker
    reach(actor, asker)
    insist(why_not_tie(actor, asker))
    usual = DEFAULT_KIND[Network(actor.network)]
    tie_up(asker, actor, kind=usual, accepter_kind=usual, since=clock.now())
    return asker


@transaction.atomic
def take_back_introduction(actor: Persona, *, hop_id: int) -> None:
    """Undo one's asking, wherever the letter is by now. Absent when there is nothing to undo."""
    hop = Hop.objects.filter(pk=hop_id, giver=actor, first=True).select_related("introduction").first()
    if hop is None or hop.introduction.asker_id != actor.pk:
        raise Absent
    hold(actor, hop.holder)
    close(hop.introduction, Introduction.State.TAKEN_BACK)
    # One that ended without the asker's knowing can be taken back like any other.
    Introduction.objects.filter(pk=hop.introduction_id, state=Introduction.State.ENDED).update(
        state=Introduction.State.TAKEN_BACK
    )


def forget_old() -> int:
    """Delete introductions that nobody can see any more; how many."""
    old = Introduction.objects.filter(asked_at__lt=clock.now() - FORGOTTEN)
    return old.delete()[1].get("graph.Introduction", 0)


def _held(actor: Persona, hop_id: int) -> Hop:
    """The letter that `actor` holds, both ends of this hop held until the transaction ends. Absent otherwise."""
    hop = held(Viewer.of(actor)).filter(pk=hop_id).first()
    if hop is None:
        raise Absent
    hold(actor, hop.giver)
    if not held(Viewer.of(actor)).filter(pk=hop_id).exists():
        raise Absent
    return hop


def _stopped(introduction: Introduction, to: Persona) -> bool:
    """Whether it must not arrive: two of those who have a part in it keep apart, or the target would not hear of it."""
    hands = set(introduction.hops.values_list("holder", flat=True))
    if at_odds(hands | {introduction.asker_id, introduction.target_id, to.pk}):
        return True
    if to.pk != introduction.target_id:
        return False
    asker = introduction.asker_id
    said_no = TieRequest.objects.filter(sender=asker, receiver=to, declined=True)
    return said_no.exists() or asker in muted_among(to.pk, [asker])


def _remember_no(actor: Persona, asker: Persona) -> None:
    """A request that nobody sees, declined: whatever `asker` asks of `actor` from now on finds it there."""
    values = {"kind": DEFAULT_KIND[Network(asker.network)], "created_at": clock.now()}
    TieRequest.objects.get_or_create(
        sender=asker, receiver=actor, defaults=values | {"declined": True, "withdrawn": True}
    )


def _hand(
    introduction: Introduction,
    giver: Persona,
    holder: Persona,
    words: str,
    at: datetime,
    *,
    first: bool = False,
) -> Hop:
    last = holder.pk == introduction.target_id
    hop = Hop.objects.create(
        introduction=introduction, giver=giver, holder=holder, words=words, first=first, last=last, at=at
    )
    announce((IntroductionPassed if last else IntroductionAsked)(giver.pk, holder.pk, hop.pk))
    return hop
