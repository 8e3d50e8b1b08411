"""Asking a connection for a recommendation, and the answers that are no recommendation."""

from datetime import datetime

from django.db import transaction

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.text import clean_line
from twofold.network.recommendations import policies
from twofold.network.recommendations.actions.reaching import insist, reach
from twofold.network.recommendations.facts import AskClosed, RecommendationAsked
from twofold.network.recommendations.models import Ask
from twofold.people.personas.models import Persona


@transaction.atomic
def ask(
    actor: Persona,
    *,
    writer: Persona,
    relation: str,
    position: str = "",
    note: str = "",
    at: datetime | None = None,
) -> None:
    """Ask `writer`, who is to say of themselves that they `relation`, and to say so of a `position` of the actor's.

    Asking twice changes the words of the first request and nothing else: after a silent no it stays as silent.
    """
    reach(actor, writer)
    note, position = clean_line(note), clean_line(position)
    insist(policies.why_not_relation(relation), field="relation")
    insist(policies.why_not_position(position), field="position")
    insist(policies.why_not_ask(actor, writer, note), field="note")
    words = {"relation": relation, "position": position, "note": note}
    _row, made = Ask.objects.update_or_create(
        asker=actor,
        writer=writer,
        defaults={**words, "withdrawn": False},
        create_defaults={**words, "created_at": at or clock.now()},
    )
    if made:
        announce(RecommendationAsked(actor.pk, writer.pk))


@transaction.atomic
def decline(actor: Persona, *, asker: Persona) -> None:
    """Say no, silently: the asker goes on seeing the request as waiting."""
    if Ask.objects.filter(asker=asker, writer=actor, declined=False).update(declined=True):
        announce(AskClosed(asker.pk, actor.pk))


@transaction.atomic
def withdraw_ask(actor: Persona, *, writer: Persona) -> None:
    """Take one's own request back. One that was declined is remembered as that."""
    sent = Ask.objects.filter(asker=actor, writer=writer)
    sent.filter(declined=True).update(withdrawn=True)
    if sent.filter(declined=False).delete()[0]:
        announce(AskClosed(actor.pk, writer.pk))
