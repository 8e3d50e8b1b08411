"""One event, two tellings: outside both networks, where somebody's two sides stand beside each other for them alone."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import say_with_undo, see
from twofold.people.accounts.actions import end_telling
from twofold.people.accounts.models import Telling
from twofold.people.accounts.queries import telling_of, tellings_of
from twofold.surfaces.web.telling import (
    EVENTS,
    Event,
    Side,
    event_of,
    fresh,
    keep,
    overview,
    resemblances,
    taken_up,
    viewers_of,
    write,
)


@login_required
@never_cache
@require_safe
def tellings(request: HttpRequest) -> HttpResponse:
    """What one means to tell in both networks, and what one could."""
    viewers = viewers_of(request)
    rows = overview(viewers, tellings_of(request.user)) if viewers else []
    return render(request, "web/tellings.html", {"rows": rows, "events": EVENTS, "present": bool(viewers)})


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, event: str) -> HttpResponse:
    """Begin to tell of something, in both networks."""
    viewers = viewers_of(request)
    if event not in EVENTS or viewers is None:
        raise Absent
    return _desk(request, fresh(viewers, EVENTS[event]), EVENTS[event])


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def telling(request: HttpRequest, telling_id: int) -> HttpResponse:
    """Go on with both."""
    found, viewers = telling_of(request.user, telling_id), viewers_of(request)
    if viewers is None:
        raise Absent
    sides = taken_up(viewers, found)
    return _desk(request, sides, event_of([side.draft for side in sides]), found)


@login_required
@never_cache
@require_POST
def part(request: HttpRequest, telling_id: int) -> HttpResponse:
    """Let both go their own way: they stay drafts, and nothing links them."""
    found = telling_of(request.user, telling_id)
    end_telling(found.professional, found.social)
    messages.success(request, _("They are two drafts like any other now."))
    return see(reverse("tellings"))


def _desk(
    request: HttpRequest, sides: list[Side], event: Event, found: Telling | None = None
) -> HttpResponse:
    """Both beside each other; what was typed is kept, and one of them sent if that was pressed."""
    if request.method == "POST":
        write(sides, request.POST)
        try:
            return _kept(request, sides, found)
        except Refused:
            pass
    context = {"sides": sides, "event": event, "telling": found, "alike": resemblances(sides)}
    wrong = any(side.errors for side in sides)
    return render(request, "web/telling.html", context, status=422 if wrong else 200)


def _kept(request: HttpRequest, sides: list[Side], found: Telling | None) -> HttpResponse:
    kept, post = keep(request.user, sides, found, share=request.POST.get("send", ""))
    if post:
        words = _("Shared. The other one waits among your drafts; nothing links the two.")
        say_with_undo(request, words, reverse("posts:unsend", args=[post.network, post.pk]))
        return see(reverse("posts:thread", args=[post.network, post.pk]))
    messages.success(request, _("Both are kept."))
    return see(reverse("telling", args=[kept.pk]))
