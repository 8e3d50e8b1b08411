"""Answering a story: a message to its author that begins with the way to it."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.messaging.actions import open_pair, send
from twofold.network.stories.queries import get
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network


@require_POST
def answer(request: HttpRequest, network: str, story_id: int) -> HttpResponse:
    """To the author alone; what cannot be sent is said, with the words still there."""
    actor, words = me(request, only=Network.SOCIAL), request.POST.get("text", "").strip()
    there = reverse("stories:story", args=[network, story_id])
    if not words:
        return see(there)
    try:
        story = get(request.viewer, story_id)
        with transaction.atomic():
            talk = open_pair(actor, other=story.author)
            send(actor, conversation=talk, text=f"{request.build_absolute_uri(there)}\n{words}")
    except Absent:
        # Whether it ended, was deleted or was never theirs to see: the words are the writer's own.
        return render(request, "web/unsent.html", {"words": words}, status=404)
    except Refused as refusal:
        context = {"words": words, "reason": refusal.reason, "again": request.path}
        return render(request, "web/unsent.html", context, status=403 if refusal.forbidden else 422)
    said = _("%(name)s has your answer.") % {"name": story.author.name}
    if request.htmx:
        return HttpResponse(said, content_type="text/plain; charset=utf-8")
    messages.success(request, said)
    return see(reverse("messaging:talk", args=[network, talk.pk]))
