"""The page on which one chooses how one is told, and the way out that stands in each letter."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit.refusals import Refused
from twofold.people.personas.acting import me
from twofold.people.personas.models import Persona
from twofold.reach.notifications import letters
from twofold.reach.notifications.models import Rhythm
from twofold.reach.notifications.topics import topics_in


@require_http_methods(["GET", "POST"])
def choices(request: HttpRequest, network: str) -> HttpResponse:
    persona, problem = me(request), ""
    words = _kept(persona)
    if request.method == "POST":
        words = {
            "told": request.POST.getlist("told"),
            "rhythm": request.POST.get("rhythm", ""),
            "hour": request.POST.get("hour", ""),
        }
        try:
            letters.choose(persona, **words)
        except Refused as refusal:
            problem = str(refusal.reason)
        else:
            messages.success(request, _("Kept."))
            return HttpResponseRedirect(request.path, status=303)
    words |= {"problem": problem, "topics": topics_in(network), "rhythms": Rhythm.choices}
    words["hours"] = [(str(hour), f"{hour:02d}:00") for hour in range(24)]
    return render(request, "notifications/choices.html", words, status=422 if problem else 200)


def _kept(persona: Persona) -> dict:
    mine = letters.choices_of(persona)
    silent = letters.silent_topics(mine)
    told = [topic for topic in topics_in(persona.network) if topic not in silent]
    return {"told": told, "rhythm": mine.rhythm, "hour": str(mine.hour)}


# The key is the permission: a mail program posts here without having been on any page (RFC 8058).
@csrf_exempt
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, network: str, key: str) -> HttpResponse:
    """GET asks, for programs look at every address of a letter; POST ends the letters."""
    letters.behind(network, key)
    if request.method == "POST":
        letters.stop(network, key)
    return render(request, "notifications/stop.html", {"done": request.method == "POST"})
