"""Asking for a tie, answering, ending it."""

from datetime import datetime

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_line
from twofold.people.audiences.actions import grant, revoke, revoke_all
from twofold.people.graph.actions.asking import hold, insist, reach
from twofold.people.graph.actions.ending import meet_between, part_between
from twofold.people.graph.facts import TieEnded, TieMade, TieRequestClosed, TieRequested
from twofold.people.graph.models import DEFAULT_KIND, Tie, TieRequest
from twofold.people.graph.policies import why_not_kind, why_not_outreach, why_not_request, why_not_tie
from twofold.people.personas.models import Network, Persona


@transaction.atomic
def request_tie(
    actor: Persona, *, receiver: Persona, kind: str | None = None, note: str = "", at: datetime | None = None
) -> None:
    """Ask `receiver` for a tie; `kind` is what they are to `actor`.

    When they have asked already, this is the yes. Asking twice changes the kind and the note of the first request
    and nothing else: after a silent no it stays as silent.
    """
    reach(actor, receiver)
    kind, note, at = kind or _usual(actor), clean_line(note), at or clock.now()
    insist(why_not_kind(actor, kind), field="kind")
    if Tie.objects.filter(owner=actor, other=receiver).exists():
        return
    if TieRequest.objects.filter(sender=receiver, receiver=actor, withdrawn=False).exists():
        insist(why_not_tie(actor, receiver))
        tie_up(receiver, actor, kind=_kind_asked(receiver, actor), accepter_kind=kind, since=at)
        return
    insist(why_not_request(actor, receiver, note), field="note")
    if not TieRequest.objects.filter(sender=actor, receiver=receiver).exists():
        insist(why_not_outreach(actor))
    request, made = TieRequest.objects.get_or_create(
        sender=actor, receiver=receiver, defaults={"kind": kind, "note": note, "created_at": at}
    )
    if made:
        announce(TieRequested(actor.pk, receiver.pk))
        return
    request.kind, request.note, request.withdrawn = kind, note, False
    request.save(update_fields=["kind", "note", "withdrawn"])


@transaction.atomic
def accept_tie(
    actor: Persona, *, sender: Persona, kind: str | None = None, at: datetime | None = None
) -> None:
    """Say yes to the request of `sender`, who is a `kind` to `actor`. Absent when there is no such request."""
    reach(actor, sender)
    kind = kind or _usual(actor)
    insist(why_not_kind(actor, kind), field="kind")
    if Tie.objects.filter(owner=actor, other=sender).exists():
        return
    if not TieRequest.objects.filter(sender=sender, receiver=actor, withdrawn=False).exists():
        raise Absent
    insist(why_not_tie(actor, sender))
    asked = _kind_asked(sender, actor)
    tie_up(sender, actor, kind=asked, accepter_kind=kind, since=at or clock.now())


@transaction.atomic
def decline_tie(actor: Persona, *, sender: Persona) -> None:
    """Say no, silently: `sender` goes on seeing the request as pending."""
    hold(actor, sender)
    say_no(actor, sender)


@transaction.atomic
def withdraw_tie(actor: Persona, *, receiver: Persona) -> None:
    """Take one's own request back. One that was declined is remembered as that."""
    hold(actor, receiver)
    sent = TieRequest.objects.filter(sender=actor, receiver=receiver)
    sent.filter(declined=True).update(withdrawn=True)
    if sent.filter(declined=False).delete()[0]:
        announce(TieRequestClosed(actor.pk, receiver.pk))


@transaction.atomic
def end_tie(actor: Persona, *, other: Persona) -> None:
    """End the tie, for both, and take each out of the other's circles. Ending what is not there is nothing."""
    hold(actor, other)
    cut(actor, other)


@transaction.atomic
def set_tie_kind(actor: Persona, *, other: Persona, kind: str) -> None:
    """Hold `other` to be of another kind. Absent without a tie."""
    reach(actor, other)
    insist(why_not_kind(actor, kind), field="kind")
    tie = Tie.objects.filter(owner=actor, other=other).first()
    if tie is None:
        raise Absent
    revoke(actor, "ties", tie.kind, other)
    grant(actor, "ties", kind, other)
    tie.kind = kind
    tie.save(update_fields=["kind"])


@transaction.atomic
def befriend(
    one: Persona,
    other: Persona,
    *,
    kind: str | None = None,
    other_kind: str | None = None,
    since: datetime | None = None,
) -> None:
    """Both steps at once, for loads and tests: `other` is a `kind` to `one`, `one` an `other_kind` to `other`."""
    reach(one, other)
    kind, other_kind = kind or _usual(one), other_kind or _usual(other)
    insist(why_not_tie(one, other) or why_not_kind(one, kind) or why_not_kind(other, other_kind))
    if not Tie.objects.filter(owner=one, other=other).exists():
        tie_up(one, other, kind=kind, accepter_kind=other_kind, since=since or clock.now())


def cut(one: Persona, other: Persona) -> None:
    """Undo a tie and whatever either granted the other, in the transaction of the caller."""
    gone = 0
    for owner, persona in ((one, other), (other, one)):
        gone += Tie.objects.filter(owner=owner, other=persona).delete()[0]
        revoke_all(owner, ("ties", "circle"), persona)
    if gone:
        part_between(one, other)
        announce(TieEnded(one.pk, other.pk))


def say_no(actor: Persona, sender: Persona) -> bool:
    """Decline what `sender` asked, in the transaction of the caller; whether there was anything to decline."""
    declined = TieRequest.objects.filter(sender=sender, receiver=actor, declined=False).update(declined=True)
    if declined:
        announce(TieRequestClosed(sender.pk, actor.pk))
    return bool(declined)


def _usual(owner: Persona) -> str:
    return DEFAULT_KIND[Network(owner.network)]


def _kind_asked(sender: Persona, receiver: Persona) -> str:
    return TieRequest.objects.values_list("kind", flat=True).get(sender=sender, receiver=receiver)


def tie_up(asker: Persona, accepter: Persona, *, kind: str, accepter_kind: str, since: datetime) -> None:
    """Write both halves and their grants; whatever either had asked is answered. Each kind is its owner's word."""
    both = (asker, accepter)
    TieRequest.objects.filter(sender__in=both, receiver__in=both).delete()
    for owner, other, its_kind in ((asker, accepter, kind), (accepter, asker, accepter_kind)):
        Tie.objects.create(owner=owner, other=other, kind=its_kind, since=since)
        grant(owner, "ties", "", other)
        grant(owner, "ties", its_kind, other)
    meet_between(asker, accepter)
    announce(TieMade(asker_id=asker.pk, accepter_id=accepter.pk))
