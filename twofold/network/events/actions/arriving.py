"""At the door: who came."""

from django.db import transaction
from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.events import policies
from twofold.network.events.actions.making import held
from twofold.network.events.models import Answer, Event, Guest
from twofold.people.personas.models import Persona


@transaction.atomic
def let_in(actor: Persona, *, event: Event, guest_id: int, came: bool = True) -> Guest:
    """Tick off somebody at the door, or take that back. Twice is once."""
    event = held(actor, event)
    policies.check_host(actor, event)
    guest = Guest.objects.filter(event=event, pk=guest_id).select_related("persona").first()
    if guest is None:
        raise Absent
    if came and (guest.answer != Answer.GOING or not guest.seated):
        raise Refused(_("They have no seat. Give them one first, or let them answer Going."))
    if came != bool(guest.came_at):
        guest.came_at = clock.now() if came else None
        guest.save(update_fields=["came_at"])
    return guest
