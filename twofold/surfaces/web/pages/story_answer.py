"""Answering a story: a message to its author that begins with the way to it."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.messaging.actions import open_pair, send
from twofold.network.stories.queries import get
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


@require_POST
def answer(request: HttpRequest, network: str, story_id: int) -> HttpResponse:
    """To the author alone; what cannot be sent is said, with the words still there."""
    actor, story = me(request, only=Network.SOCIAL), get(request.viewer, story_id)
    there, words = reverse("stories:story", args=[network, story_id]), request.POST.get("text", "").strip()
    if not words:
        return see(there)
    try:
        with transaction.atomic():
            talk = open_pair(actor, other=story.author)
            send(actor, conversation=talk, text=f"{request.build_absolute_uri(there)}\n{words}")
    except Refused as refusal:
        messages.error(request, f"{refusal.reason} {_('You wrote:')} {words[:300]}")
        return see(there)
    messages.success(request, _("%(name)s has your answer.") % {"name": story.author.name})
    return see(reverse("messaging:talk", args=[network, talk.pk]))
