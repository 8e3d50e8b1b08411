"""What the receiver does with a recommendation: show it, keep it to themselves, send it back."""

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_line
from twofold.network.recommendations import policies
from twofold.network.recommendations.actions.reaching import insist, received
from twofold.network.recommendations.facts import (
    RecommendationHidden,
    RecommendationReturned,
    RecommendationShown,
)
from twofold.network.recommendations.models import Recommendation
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona

State = Recommendation.State


@transaction.atomic
def show(actor: Persona, *, recommendation: Recommendation, spec: AudienceSpec | None = None) -> None:
    """Show it on one's profile; to those of `spec`, or to those who were chosen before."""
    row = received(actor, recommendation)
    if spec:
        row.audience = compose(actor, spec)
    was, row.state, row.live, row.reply = row.state, State.SHOWN, True, ""
    row.save(update_fields=["audience", "state", "live", "reply"])
    if was != State.SHOWN:
        announce(RecommendationShown(row.pk, row.author_id, actor.pk))


@transaction.atomic
def hide(actor: Persona, *, recommendation: Recommendation) -> None:
    """Show it to nobody, or no longer. Its writer is not told."""
    row = received(actor, recommendation)
    row.state, row.live = State.HIDDEN, False
    row.save(update_fields=["state", "live"])
    announce(RecommendationHidden(row.pk, row.author_id, actor.pk))


@transaction.atomic
def give_back(actor: Persona, *, recommendation: Recommendation, reply: str) -> None:
    """Ask its writer for a change, in words. It is not shown meanwhile."""
    row, reply = received(actor, recommendation), clean_line(reply)
    insist(policies.why_not_reply(reply), field="reply")
    row.state, row.live, row.reply, row.changed_at = State.RETURNED, False, reply, clock.now()
    row.save(update_fields=["state", "live", "reply", "changed_at"])
    announce(RecommendationReturned(row.pk, row.author_id, actor.pk))


@transaction.atomic
def choose_audience(actor: Persona, *, recommendation: Recommendation, spec: AudienceSpec) -> None:
    """Let others see it than now."""
    row = received(actor, recommendation)
    Recommendation.objects.filter(pk=row.pk).update(audience=compose(actor, spec))
