"""One's own calendar: month, week, agenda; its addresses for calendar programs; and files that are taken over."""

from collections.abc import Collection

from django.conf import settings
from django.contrib import messages
from django.core.files.base import File
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.events import actions, bars, calendars, hours, policies, queries, taking_in, times, weeks
from twofold.network.events.taking_in import Entry
from twofold.network.events.views.answers import zone_of
from twofold.people.personas.acting import me
from twofold.people.personas.appointments import appointments
from twofold.people.personas.viewers import Viewer


@require_safe
def calendar(request: HttpRequest, network: str) -> HttpResponse:
    me(request)
    zone, view = zone_of(request.viewer), request.GET.get("view", "month")
    view = view if view in weeks.VIEWS else "month"
    found = weeks.sheet(view, weeks.read_day(request.GET.get("at", ""), zone), zone)
    viewer, span = request.viewer.itself, found.span(zone)
    weeks.fill(found, queries.between(viewer, *span), appointments(viewer, *span), zone)
    context = {"sheet": found, "city": times.place_of(zone), "any": any(day.marks for day in found.days)}
    context |= {"grid": hours.grid(found, zone)} if view == "week" else {"month": bars.month(found.weeks)}
    return render(request, "events/calendar.html", context)


@require_safe
def feed(request: HttpRequest, network: str, secret: str) -> HttpResponse:
    """What a calendar program reads: whoever has the address is read as its persona, and only here."""
    found = queries.feed(network, secret)
    actions.note_reading(found)
    viewer = Viewer.of(found.persona)
    others = [each for each in appointments(viewer, *queries.feed_span()) if each.feeds]
    return HttpResponse(
        calendars.write(queries.in_calendar(viewer), f"{settings.NAME}: {found.persona.name}", others),
        content_type="text/calendar; charset=utf-8",
        headers={"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"},
    )


@require_http_methods(["GET", "POST"])
def feeds(request: HttpRequest, network: str) -> HttpResponse:
    """The addresses under which one's calendar can be read: made, shown once, taken back."""
    actor, address, problem = me(request), "", ""
    if request.method == "POST":
        try:
            if request.POST.get("drop"):
                actions.drop_feed(actor, feed_id=_id(request.POST["drop"]))
                messages.success(request, _("Nobody can read your calendar there any more."))
                return see(request.path)
            secret = actions.make_feed(actor, name=request.POST.get("name", ""))
            address = settings.BASE_URL + reverse("events:feed", args=[network, secret])
        except Refused as refusal:
            problem = str(refusal.reason)
    context = {"feeds": queries.feeds(request.viewer), "address": address, "problem": problem}
    answer = render(request, "events/feeds.html", context, status=422 if problem else 200)
    answer["Cache-Control"] = "no-store"
    return answer


def _id(text: str) -> int:
    try:
        return decode(text)
    except ValueError:
        return 0


@require_http_methods(["GET", "POST"])
def begin_import(request: HttpRequest, network: str) -> HttpResponse:
    """A calendar file on its way in."""
    actor, problem = me(request), ""
    if request.method == "POST":
        upload: File | None = request.FILES.get("file")
        try:
            if upload is None:
                raise Refused(_("Choose a file first."), field="file")
            policies.check_calendar(upload.size or 0)
            made = actions.begin_import(actor, data=upload.read())
            return see(reverse("events:review", args=[network, made.pk]))
        except Refused as refusal:
            problem = str(refusal.reason)
    return render(request, "events/import.html", {"problem": problem}, status=422 if problem else 200)


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, network: str, import_id: int) -> HttpResponse:
    """What is in the file: ticked, and taken over for oneself alone."""
    actor, found = me(request), queries.waiting_import(request.viewer, import_id)
    if request.method == "POST":
        keys = set(request.POST.getlist("key"))
        number = actions.take_over(actor, import_id=found.pk, keys=keys)
        words = ngettext("%(n)d event is yours now.", "%(n)d events are yours now.", number) % {"n": number}
        undo = reverse("events:undo_import", args=[network, found.pk])
        button = format_html(
            '<button class="btn small" form="act" formaction="{}">{}</button>', undo, _("Undo")
        )
        messages.success(request, format_html("{} {}", words, button))
        return see(reverse("events:home", args=[network]))
    rows = _rows(taking_in.entries_of(found.entries), queries.known_uids(request.viewer))
    report = taking_in.report_of(found.report)
    return render(request, "events/review.html", {"rows": rows, "report": report})


def _rows(entries: list[Entry], known: Collection[str]) -> list[tuple[Entry, str, str, bool]]:
    """Each with when it is, how it comes back, and whether it is there already."""
    return [
        (
            each,
            times.span(each.begins_at, each.ends_at, each.zone, each.all_day),
            times.rule_words(each.rule, each.begins_at, each.zone),
            each.uid in known,
        )
        for each in entries
    ]


@require_POST
def undo_import(request: HttpRequest, network: str, import_id: int) -> HttpResponse:
    number = actions.undo_import(me(request), import_id=import_id)
    words = ngettext("%(n)d event is gone again.", "%(n)d events are gone again.", number) % {"n": number}
    messages.success(request, words)
    return see(reverse("events:home", args=[network]))
