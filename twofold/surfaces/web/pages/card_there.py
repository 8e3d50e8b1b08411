"""Giving one's business card to somebody at an event, where both agreed to be found."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.cards.actions import hand_over
from twofold.network.cards.queries import own
from twofold.network.events import queries
from twofold.network.events.recurring import wall
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


@require_POST
def give(request: HttpRequest, network: str, event_id: int, persona_id: int) -> HttpResponse:
    """Hand it over: they keep it with the name and the day of the event, and can give theirs back."""
    actor, event = me(request, only=Network.PROFESSIONAL), queries.get(request.viewer, event_id)
    guest = queries.found_there(request.viewer, event, persona_id)
    if guest is None or guest.persona is None:
        raise Absent
    if own(request.viewer) is None:
        messages.info(request, _("Make your card first: then it can be given."))
        there = urlencode({"next": reverse("events:meet", args=[network, event_id])})
        return see(f"{reverse('cards:edit', args=[network])}?{there}")
    try:
        day = wall(clock.now(), event.zone).date()
        hand_over(actor, to=guest.persona, met_on=day, met_where=event.title)
        messages.success(request, _("%(name)s has your card now.") % {"name": guest.persona.name})
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    return see(reverse("events:meet", args=[network, event_id]))
