"""Keeping jobs and searches for later."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import way_back
from twofold.network.jobs import actions, queries
from twofold.network.jobs.views.answers import me, see


@require_POST
def save(request: HttpRequest, network: str, job_id: int, act: str) -> HttpResponse:
    actor = me(request)
    if act == "save":
        try:
            actions.save_job(actor, job=queries.get(request.viewer.itself, job_id))
            messages.success(request, _("Saved. It stands in “My jobs”."))
        except Refused as refusal:
            messages.error(request, str(refusal.reason))
    else:
        actions.let_go(actor, job_id=job_id)
    return HttpResponseRedirect(way_back(request, reverse("jobs:mine", args=[network])), status=303)


@require_POST
def keep(request: HttpRequest, network: str) -> HttpResponse:
    """Keep the search that stands in the address."""
    actor = me(request)
    try:
        actions.keep_search(actor, query=request.POST.get("query", ""), name=request.POST.get("name", ""))
        messages.success(request, _("Kept. We look for new jobs every hour and tell you."))
    except Refused as refusal:
        messages.error(request, str(refusal.reason))
    return see("jobs:mine")


@require_POST
def change(request: HttpRequest, network: str, search_id: int, act: str) -> HttpResponse:
    if act not in ("tell", "hush", "drop"):
        raise Absent
    actions.change_search(me(request), search_id=search_id, act=act)
    return see("jobs:mine")


@require_safe
def look(request: HttpRequest, network: str, search_id: int) -> HttpResponse:
    """Go to what a kept search finds now."""
    found = actions.open_search(me(request), search_id=search_id)
    return HttpResponseRedirect(f"{reverse('web:jobs', args=[network])}?{found.query}", status=303)
