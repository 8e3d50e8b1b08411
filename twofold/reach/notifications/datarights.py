"""What becomes of notifications when somebody goes for good: theirs, and those that tell of them."""

from django.db.models import Q

from twofold.foundation.courier.registry import on
from twofold.people.personas.facts import PersonaErased
from twofold.reach.notifications.models import Choices, Device, Looking, Notification, Sender


@on(PersonaErased)
def erase_notifications(fact: PersonaErased) -> None:
    Choices.objects.filter(persona=fact.persona_id).delete()
    Device.objects.filter(persona=fact.persona_id).delete()
    Looking.objects.filter(persona=fact.persona_id).delete()
    Sender.objects.filter(Q(persona=fact.persona_id) | Q(sender=fact.persona_id)).delete()
    Notification.objects.filter(Q(recipient=fact.persona_id) | Q(actor=fact.persona_id)).delete()
