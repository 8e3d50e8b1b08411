"""What becomes of conversations when somebody goes for good."""

from django.utils import timezone

from twofold.foundation.courier.registry import on
from twofold.network.messaging.actions import detach, hand_over
from twofold.network.messaging.models import (
    Conversation,
    Hidden,
    Later,
    LinkCard,
    Manner,
    Membership,
    Message,
    Sign,
)
from twofold.people.personas.facts import PersonaErased


@on(PersonaErased)
def erase_messages(fact: PersonaErased) -> None:
    """Their words go; the lines stay empty in their places, so that the others keep what they said themselves."""
    for model in (Sign, Hidden, Membership):
        model.objects.filter(persona=fact.persona_id).delete()
    Manner.objects.filter(persona=fact.persona_id).delete()
    for conversation in Conversation.objects.filter(author=fact.persona_id):
        hand_over(conversation)
    Later.objects.filter(author=fact.persona_id).delete()
    written = Message.objects.filter(author=fact.persona_id)
    detach(written)
    LinkCard.objects.filter(message__in=written).delete()
    written.update(text="", html="", words="", parts=0, deleted_at=timezone.now(), submission=None)
