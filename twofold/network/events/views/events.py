"""An event: looked at, made, changed, called off, taken away; and as a file for one's own calendar."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.events import actions, policies, queries, times
from twofold.network.events.forms import AnswerForm
from twofold.network.events.models import Event, Host
from twofold.network.events.views.agenda import days_of
from twofold.network.events.views.answers import event_at, file_of, when
from twofold.network.posts.queries import reach_word
from twofold.people.personas.acting import me


@require_safe
def event(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """What an event is about, for whoever may see it; and where it is, for whoever has a seat."""
    return shown(request, queries.get(request.viewer, event_id), AnswerForm())


def _hosts_it(persona_id: int, event: Event, hosts: Sequence[Host]) -> bool:
    said_yes = (each.persona_id for each in hosts if each.accepted)
    return event.author_id == persona_id or persona_id in said_yes


def shown(request: HttpRequest, found: Event, form: AnswerForm) -> HttpResponse:
    viewer = request.viewer.itself
    time, guest, hosts = queries.next_time(found), queries.own(viewer, found), queries.hosts(viewer, found)
    host = _hosts_it(viewer.id, found, hosts)
    glance = queries.glance(viewer, found) if found.agenda else None
    begins, ends = (time.begins_at, time.ends_at) if time else (found.begins_at, found.ends_at)
    context = {
        "event": found,
        "leaf": times.leaf(begins, found.zone),
        "when": when(viewer, found, begins, ends),
        "over": queries.has_ended(time),
        "host": host,
        "hosts": [each.persona for each in hosts if each.accepted],
        "asks_to_host": not host and any(each.persona_id == viewer.id for each in hosts),
        "guest": guest,
        "ahead": queries.ahead_of(guest),
        "faces": queries.faces(viewer, found),
        "questions": [] if host else queries.questions(found),
        "replies": form.replies or (queries.replies_of(guest) if found.asks else {}),
        "form": form,
        "glance": glance,
        "days": days_of(found, glance.sessions) if glance else (),
        "reaches": reach_word(found.audience),
    }
    return render(request, "events/event.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """Ask once, then call it off; everybody who comes is told."""
    actor, found = me(request), queries.get(request.viewer, event_id)
    policies.check_host(actor, found)
    problem = ""
    if request.method == "POST":
        try:
            actions.cancel(actor, event=found, words=request.POST.get("words", ""))
            messages.success(request, _("It is called off. Everybody who comes is told."))
            return see(event_at(network, found.pk))
        except Refused as refusal:
            problem = str(refusal.reason)
    context = {"event": found, "problem": problem, "words": request.POST.get("words", "")}
    return render(request, "events/cancel.html", context, status=422 if problem else 200)


@require_POST
def revive(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    actions.revive(me(request), event=queries.get(request.viewer, event_id))
    messages.success(request, _("It takes place after all. Everybody who comes is told."))
    return see(event_at(network, event_id))


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """Ask once, then take it away for good."""
    actor, found = me(request), queries.get(request.viewer, event_id)
    policies.check_author(actor, found)
    if request.method == "GET":
        return render(request, "events/delete.html", {"event": found})
    actions.delete_event(actor, event=found)
    messages.success(request, _("Deleted."))
    return see(reverse("events:home", args=[network]))


@require_safe
def file(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """The event for one's own calendar; with its place for those who have a seat."""
    found = queries.get(request.viewer, event_id)
    written = queries.written(request.viewer, [found])
    return file_of(written, found.title)
