"""The agenda of an event: read, and put together by its hosts."""

from datetime import datetime, timedelta
from itertools import groupby

from django.contrib import messages
from django.core.files.base import File
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.events import actions, policies, queries, times
from twofold.network.events.actions import Talk
from twofold.network.events.models import Event, Session
from twofold.network.events.recurring import wall
from twofold.network.events.schedules import Schedule, read_schedule
from twofold.people.personas.acting import me

_WORDS = ("title", "words", "begins", "ends", "track", "room", "link", "speakers")


@require_safe
def agenda(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    found = queries.get(request.viewer, event_id)
    tracks = queries.tracks(found)
    track = request.GET.get("track", "")
    track = track if track in tracks else ""
    context = {
        "event": found,
        "tracks": tracks,
        "track": track,
        "days": days_of(found, queries.agenda(request.viewer, found, track)),
        "host": bool(request.viewer) and policies.is_host(request.viewer.id, found),
    }
    return render(request, "events/agenda.html", context)


def days_of(event: Event, sessions: list[Session]) -> list[tuple[str, list[tuple[str, list[Session]]]]]:
    """Sessions by day, and in each day by the hour at which they begin: what stands side by side is at once."""

    def hours(some: list[Session]) -> list[tuple[str, list[Session]]]:
        begun = groupby(some, key=lambda each: each.begins_at)
        return [(times.hour(moment, event.zone), list(these)) for moment, these in begun]

    by_day = groupby(sessions, key=lambda each: wall(each.begins_at, event.zone).date())
    return [(times.day_words(day), hours(list(these))) for day, these in by_day]


@require_http_methods(["GET", "POST"])
def session(request: HttpRequest, network: str, event_id: int, session_id: int | None = None) -> HttpResponse:
    """A new session, or one that changes."""
    actor, found = me(request), queries.get(request.viewer, event_id)
    policies.check_host(actor, found)
    kept = queries.session(request.viewer, found, session_id) if session_id else None
    values, errors = _values(found, kept), {}
    if request.method == "POST":
        values = {name: request.POST.get(name, "") for name in _WORDS}
        try:
            actions.keep_session(actor, event=found, talk=_talk(values), session_id=session_id)
            return see(reverse("events:agenda", args=[network, event_id]))
        except Refused as refusal:
            errors[refusal.field or "form"] = str(refusal.reason)
    context = {"event": found, "session": kept, "v": values, "bad": errors}
    return render(request, "events/session.html", context, status=422 if errors else 200)


def _values(event: Event, kept: Session | None) -> dict[str, str]:
    if kept is None:
        begins = wall(event.begins_at, event.zone)
        last = event.sessions.order_by("-ends_at").first()
        begins = wall(last.ends_at, event.zone) if last else begins
        shown = {"begins": begins, "ends": begins + timedelta(minutes=45)}
        return dict.fromkeys(_WORDS, "") | {name: f"{each:%Y-%m-%dT%H:%M}" for name, each in shown.items()}
    values = {name: getattr(kept, name) for name in ("title", "words", "track", "room", "link")}
    for name in ("begins", "ends"):
        values[name] = f"{wall(getattr(kept, f'{name}_at'), event.zone):%Y-%m-%dT%H:%M}"
    speakers = kept.speakers.select_related("persona").order_by("place")
    values["speakers"] = ", ".join(
        f"@{each.persona.handle}" if each.persona else each.name for each in speakers
    )
    return values


def _talk(values: dict[str, str]) -> Talk:
    shown = {}
    for name in ("begins", "ends"):
        try:
            shown[name] = datetime.fromisoformat(values[name]).replace(tzinfo=None)
        except ValueError:
            raise Refused(_("Give a day and a time."), field=name) from None
    words = {name: values[name] for name in ("title", "words", "track", "room", "link")}
    return Talk(**words, **shown, speakers=tuple(values["speakers"].split(",")))


@require_POST
def drop(request: HttpRequest, network: str, event_id: int, session_id: int) -> HttpResponse:
    found = queries.get(request.viewer, event_id)
    actions.drop_session(me(request), event=found, session_id=session_id)
    messages.success(request, _("The session is out of the agenda."))
    return see(reverse("events:agenda", args=[network, event_id]))


def _told(read: Schedule) -> str:
    """How many sessions came, and how many of the file did not."""
    came = len(read.talks)
    said = [
        ngettext("%(n)d session is in the agenda.", "%(n)d sessions are in the agenda.", came) % {"n": came}
    ]
    if read.unread:
        words = ngettext("%(n)d could not be read.", "%(n)d could not be read.", read.unread)
        said.append(words % {"n": read.unread})
    if read.more:
        words = ngettext("There was no room for %(n)d more.", "There was no room for %(n)d more.", read.more)
        said.append(words % {"n": read.more})
    return " ".join(said)


@require_http_methods(["GET", "POST"])
def schedule(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """The agenda from a file of another program."""
    actor, found, problem = me(request), queries.get(request.viewer, event_id), ""
    policies.check_host(actor, found)
    upload: File | None = request.FILES.get("file")
    if request.method == "POST":
        try:
            if upload is None:
                raise Refused(_("Choose a file first."))
            policies.check_calendar(upload.size or 0)
            read = read_schedule(upload.read(), found.zone)
            there = request.POST.get("there", "")
            actions.take_schedule(actor, event=found, talks=read.talks, there=there)
            messages.success(request, _told(read))
            return see(reverse("events:agenda", args=[network, event_id]))
        except Refused as refusal:
            problem = str(refusal.reason)
    context = {"event": found, "problem": problem, "there": queries.count_sessions(found)}
    return render(request, "events/schedule.html", context, status=422 if problem else 200)
