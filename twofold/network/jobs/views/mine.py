"""What one applied for oneself: seen by nobody else here."""

from contextlib import suppress

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Absent
from twofold.network.jobs import actions, queries
from twofold.network.jobs.drawing import slot_drawn
from twofold.network.jobs.models import Application
from twofold.network.jobs.seals import Dossier
from twofold.network.jobs.views.answers import me, see


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    """The tracker."""
    me(request)
    viewer = request.viewer.itself
    words = {
        "tracker": queries.tracker(viewer),
        "outsides": queries.outsides(viewer),
        "saved": queries.saved_jobs(viewer),
        "searches": queries.searches(viewer),
        "tab": "mine",
    }
    return render(request, "jobs/mine.html", words)


@require_safe
def one(request: HttpRequest, network: str, application_id: int) -> HttpResponse:
    """An application of one's own: where it stands, and what was sent."""
    me(request)
    found = queries.own(request.viewer.itself, application_id)
    zone = found.author.time_zone
    words = {
        "application": found,
        "file": queries.file_of(found),
        "papers": queries.papers_of(found),
        "own": True,
        "replies": queries.replies(found),
        "slots": [slot_drawn(each, zone) for each in queries.coming_slots(found)],
        "zone": zone,
    }
    return render(request, "jobs/mine_one.html", words)


@require_POST
def memo(request: HttpRequest, network: str, application_id: int) -> HttpResponse:
    said, next_on = request.POST, None
    with suppress(ValueError):
        next_on = parse_date(said.get("next_on", "")[:10])
    actions.keep_memo(me(request), application_id=application_id, memo=said.get("memo", ""), next_on=next_on)
    messages.success(request, _("Kept, for you alone."))
    return see("jobs:mine_one", application_id)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, network: str, application_id: int) -> HttpResponse:
    """Ask first; then erase, and give a receipt."""
    actor, found = me(request), queries.own(request.viewer.itself, application_id)
    if request.method == "GET":
        return render(request, "jobs/withdraw.html", {"application": found})
    receipt = actions.withdraw(actor, application_id=application_id)
    if receipt is None:
        messages.success(request, _("The draft is gone."))
        return see("jobs:mine")
    return see("jobs:receipt", receipt.pk)


@require_safe
def receipt(request: HttpRequest, network: str, receipt_id: int) -> HttpResponse:
    me(request)
    found = queries.receipt(request.viewer.itself, receipt_id)
    return render(request, "jobs/receipt.html", {"receipt": found})


@require_safe
def file(request: HttpRequest, network: str, application_id: int) -> HttpResponse:
    """The CV as a file, for its author and for the hiring team."""
    me(request)
    found = queries.file_bytes(_either(request, application_id))
    return attached(found.data, "cv.pdf")


@require_safe
def paper(request: HttpRequest, network: str, application_id: int, paper_id: int) -> HttpResponse:
    """A document that went along, for the same."""
    me(request)
    found = queries.paper_bytes(_either(request, application_id), paper_id)
    return attached(found.data, "document.pdf")


def _either(request: HttpRequest, application_id: int) -> Application | Dossier:
    viewer = request.viewer.itself  # type: ignore[attr-defined]
    try:
        return queries.own(viewer, application_id)
    except Absent:
        return queries.received(viewer, application_id)


def attached(data: bytes, name: str) -> HttpResponse:
    """A file to keep, never to be shown within our pages."""
    answer = HttpResponse(bytes(data), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cache-Control"] = "no-store"
    return answer
