"""The card of a milestone, on which others write."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.kin import actions, queries
from twofold.network.kin.models import MAX_WISH
from twofold.network.posts.queries import small_cards
from twofold.people.personas.acting import me


@require_http_methods(["GET", "POST"])
def milestone(request: HttpRequest, network: str, post_id: int) -> HttpResponse:
    """The card; a POST writes on it."""
    actor, viewer, problem = me(request), request.viewer.itself, ""
    found = queries.milestone(viewer, post_id)
    typed = request.POST.get("text", "")
    if request.method == "POST":
        try:
            actions.greet(actor, post_id=post_id, text=typed, alone="alone" in request.POST)
            messages.success(request, _("It is on the card."))
            return see(request.path)
        except Refused as refusal:
            problem = str(refusal.reason)
    context = {"card": found, "own": found.post.author_id == actor.pk, "problem": problem, "limit": MAX_WISH}
    context |= {"typed": typed if problem else found.mine.text if found.mine else ""}
    context |= {"shared": small_cards(viewer, [found.post])}
    return render(request, "kin/milestone.html", context, status=422 if problem else 200)


@require_POST
def remove(request: HttpRequest, network: str, greeting_id: int) -> HttpResponse:
    """Off the card."""
    gone = actions.take_greeting(me(request), greeting_id=greeting_id)
    messages.success(request, _("It is off the card. Nobody is told."))
    return see(reverse("kin:milestone", args=[network, gone.post_id]))
