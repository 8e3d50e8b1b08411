"""The desk of those who decide."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from twofold.care.moderation import actions, queries
from twofold.care.moderation.models import MAX_NOTE
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.people.personas.acting import me


@require_safe
def desk(request: HttpRequest, network: str) -> HttpResponse:
    """What waits, the longest first; or what was decided, the latest first."""
    me(request)
    done = request.GET.get("tab") == "done"
    page = queries.desk(request.viewer.itself, done=done, before=request.GET.get("before"))
    return render(request, "moderation/desk.html", {"page": page, "done": done})


@require_http_methods(["GET", "POST"])
def case(request: HttpRequest, network: str, case_id: int) -> HttpResponse:
    """One case, and what can be done with it."""
    actor, problem = me(request), ""
    seen = queries.case(request.viewer.itself, case_id)
    words, note = request.POST.get("words", ""), request.POST.get("note", "")
    act = request.POST.get("act", "")
    if request.method == "POST":
        try:
            if act == "note":
                actions.remark(actor, case_id=case_id, note=note)
                return see(request.path)
            actions.decide(actor, case_id=case_id, act=act, words=words, note=note)
            messages.success(request, _("Done. Those concerned are told."))
            return see(reverse("moderation:desk", args=[network]))
        except Refused as refusal:
            problem = str(refusal.reason)
    context = {
        "seen": seen,
        "case": seen.case,
        "problem": problem,
        "words": words,
        "note": note,
        "most": MAX_NOTE,
    }
    return render(request, "moderation/case.html", context, status=422 if problem else 200)


@require_safe
def exhibit(request: HttpRequest, network: str, case_id: int, report_id: int, place: int) -> HttpResponse:
    """A picture that was kept with a report."""
    me(request)
    found = queries.exhibit(request.viewer.itself, case_id, report_id, place)
    answer = HttpResponse(found, content_type="image/webp")
    answer.headers["Cache-Control"] = "no-store"
    return answer
