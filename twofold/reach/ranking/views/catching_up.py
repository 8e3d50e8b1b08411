"""Never miss: what was seen of close people, and the rest of it person by person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from twofold.foundation.kit.ways import see
from twofold.people.personas.acting import me
from twofold.reach.ranking import actions, forms, queries
from twofold.reach.ranking.models import Order


@require_GET
def catch_up(request: HttpRequest, network: str) -> HttpResponse:
    """What people close to the reader posted and the reader has not seen, by person."""
    taste, viewer = queries.taste_of(me(request).pk), request.viewer.itself
    counted = not taste.plain and taste.order == Order.FOR_YOU
    people, more = queries.missed(viewer, plain=not counted)
    meter = queries.meter(viewer) if counted else None
    context = {"people": people, "more": more, "meter": meter, "counted": counted, "plain": taste.plain}
    return render(request, "ranking/catch_up.html", context)


@require_POST
def seen(request: HttpRequest, network: str) -> HttpResponse:
    """These were seen: said by script as they pass, or by a press on the page to catch up."""
    actions.saw(me(request), post_ids=forms.read_ids(request.POST.getlist("post")))
    if request.htmx:
        return HttpResponse(status=204)
    messages.success(request, _("Noted."))
    return see(reverse("ranking:catch_up", args=[network]))
