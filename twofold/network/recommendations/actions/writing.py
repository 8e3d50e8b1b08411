"""Writing a recommendation, sending it, and taking it back."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent
from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.recommendations import policies
from twofold.network.recommendations.actions.reaching import insist, reach
from twofold.network.recommendations.facts import AskClosed, RecommendationSent, RecommendationWithdrawn
from twofold.network.recommendations.models import MAX_DRAFT, MAX_POSITION, Ask, Recommendation, Relation
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import MEMBERS
from twofold.people.personas.models import Persona

State = Recommendation.State


@transaction.atomic
def keep_draft(
    actor: Persona, *, receiver: Persona, text: str, relation: str = "", position: str = ""
) -> Recommendation:
    """Keep what is being written, for the writer alone. What was sent before stays as it is until this is sent."""
    reach(actor, receiver)
    insist(policies.why_not_between(actor, receiver))
    row = _row(actor, receiver)
    row.draft = clean_block(text)[:MAX_DRAFT]
    if row.state == State.DRAFT:
        row.relation = relation if relation in Relation.values else row.relation
        row.position = clean_line(position)[:MAX_POSITION]
    row.changed_at = clock.now()
    row.save()
    return row


@transaction.atomic
def send(
    actor: Persona,
    *,
    receiver: Persona,
    text: str,
    relation: str,
    position: str = "",
    at: datetime | None = None,
) -> Recommendation:
    """Send a recommendation to the one whom it is about; it answers their request, if there was one.

    What the receiver showed before is taken down until they have read the new words.
    """
    reach(actor, receiver)
    text, position = clean_block(text), clean_line(position)
    insist(policies.why_not_between(actor, receiver))
    insist(policies.why_not_relation(relation), field="relation")
    insist(policies.why_not_position(position), field="position")
    insist(policies.why_not_text(text), field="text")
    row = _row(actor, receiver)
    row.text, row.draft, row.relation, row.position, row.reply = text, "", relation, position, ""
    row.state, row.live, row.changed_at = State.SENT, False, at or clock.now()
    row.sent_at = row.changed_at
    row.save()
    if Ask.objects.filter(asker=receiver, writer=actor).delete()[0]:
        announce(AskClosed(receiver.pk, actor.pk))
    announce(RecommendationSent(row.pk, actor.pk, receiver.pk))
    return row


@transaction.atomic
def withdraw(actor: Persona, *, recommendation: Recommendation) -> None:
    """Take back what one wrote, sent or not; its words are gone."""
    found = Recommendation.objects.filter(pk=recommendation.pk, author=actor).first()
    if found is None:
        raise Absent
    forget(found)


@transaction.atomic
def part_ways(one_id: int, other_id: int) -> None:
    """Take back whatever either wrote about the other, and asked: one of them blocked the other."""
    both = (one_id, other_id)
    for row in Recommendation.objects.filter(author__in=both, receiver__in=both):
        forget(row)
    for each in Ask.objects.filter(Q(asker__in=both) & Q(writer__in=both)):
        announce(AskClosed(each.asker_id, each.writer_id))
        each.delete()


def forget(row: Recommendation) -> None:
    """Undo a recommendation in the transaction of the caller."""
    if row.state != State.DRAFT:
        announce(RecommendationWithdrawn(row.author_id, row.receiver_id))
    row.delete()


def _row(actor: Persona, receiver: Persona) -> Recommendation:
    """The one recommendation of this pair; a new one is for the members, until the receiver chooses others."""
    found = (
        Recommendation.objects.select_for_update(no_key=True).filter(author=actor, receiver=receiver).first()
    )
    return found or Recommendation(
        author=actor,
        receiver=receiver,
        audience=compose(receiver, MEMBERS),
        live=False,
        relation=Relation.COLLEAGUE,
    )
