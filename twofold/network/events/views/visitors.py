"""Guests without an account: an answer by a link, and an address of their own; and the door, where tickets are read."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.codes import code
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.ways import see
from twofold.network.events import actions, forms, policies, queries
from twofold.network.events.models import Answer, Guest
from twofold.network.events.views.answers import file_of, when
from twofold.people.personas.acting import me


@require_POST
def come(request: HttpRequest, network: str, secret: str) -> HttpResponse:
    """Yes, maybe or no to an invitation, under a name alone."""
    form, name = forms.read_answer(request.POST), request.POST.get("name", "")
    plus = form.others if form.answer == Answer.GOING else 0
    try:
        words = {"answer": form.answer, "plus": plus, "brings": form.brings, "replies": form.replies}
        own = actions.come_as_visitor(request.viewer.itself, secret=secret, name=name, **words)
    except Refused as refusal:
        found = queries.link(request.viewer, secret).event
        context = {"event": found, "when": when(request.viewer, found, found.begins_at, found.ends_at)}
        context |= {"problem": refusal.reason, "typed": request.POST, "secret": secret}
        context |= {"questions": queries.questions(found), "replies": form.replies}
        return render(request, "events/by_link.html", context, status=422)
    messages.success(request, _("The hosts know. Keep this address: by it you change your answer."))
    return see(reverse("events:visitor", args=[network, own]))


@require_http_methods(["GET", "POST"])
def visitor(request: HttpRequest, network: str, secret: str) -> HttpResponse:
    """The event as a guest without an account sees it, who changes their answer here."""
    guest = _visitor(network, secret)
    if request.method == "GET":
        return _seen(request, network, guest)
    form = forms.read_answer(request.POST)
    try:
        if form.answer == "none":
            actions.forget_visitor(secret=secret)
            return render(request, "events/visitor_gone.html", {"event": guest.event})
        plus = form.others if form.answer == Answer.GOING else 0
        words = {"answer": form.answer, "plus": plus, "brings": form.brings, "replies": form.replies}
        actions.answer_as_visitor(secret=secret, **words)
    except Refused as refusal:
        return _seen(request, network, _visitor(network, secret), str(refusal.reason))
    return see(request.path)


def _seen(request: HttpRequest, network: str, guest: Guest, problem: str = "") -> HttpResponse:
    event, time = guest.event, queries.next_time(guest.event)
    begins, ends = (time.begins_at, time.ends_at) if time else (event.begins_at, event.ends_at)
    context = {
        "event": event,
        "guest": guest,
        "when": when(request.viewer, event, begins, ends),  # type: ignore[attr-defined]
        "problem": problem,
        "questions": queries.questions(event),
        "replies": forms.read_answer(request.POST).replies if problem else queries.replies_of(guest),
        "over": queries.has_ended(time),
        "code": code(_ticket(network, guest)) if guest.seated else "",
    }
    return render(request, "events/visitor.html", context, status=422 if problem else 200)


@require_safe
def visitor_file(request: HttpRequest, network: str, secret: str) -> HttpResponse:
    """The event for the calendar of a guest without an account; with its place where they have a seat."""
    guest = _visitor(network, secret)
    guest.event.where = guest.seated  # type: ignore[attr-defined]
    return file_of(queries.written(request.viewer, [guest.event]), guest.event.title)  # type: ignore[attr-defined]


def _visitor(network: str, secret: str) -> Guest:
    guest = queries.visitor(secret)
    if guest.event.author.network != network:
        raise Absent
    return guest


def _ticket(network: str, guest: Guest) -> str:
    path = reverse("events:arrive", args=[network, guest.event_id, queries.ticket(guest)])
    return settings.BASE_URL + path


@require_safe
def ticket(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """One's own ticket: a code that the hosts read at the door."""
    actor, found = me(request), queries.get(request.viewer, event_id)
    guest = queries.attending(actor.pk, found)
    if guest is None:
        raise Absent
    context = {"event": found, "guest": guest, "code": code(_ticket(network, guest))}
    return render(request, "events/ticket.html", context)


@require_http_methods(["GET", "POST"])
def door(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """Who is expected and who came, for the hosts; a POST lets somebody in, or takes that back."""
    actor, found = me(request), queries.get(request.viewer, event_id)
    policies.check_host(actor, found)
    if request.method == "POST":
        number = request.POST.get("guest", "")
        guest_id = int(number) if number.isdecimal() and len(number) < 19 else 0
        try:
            actions.let_in(actor, event=found, guest_id=guest_id, came=request.POST.get("came") != "no")
        except Refused as refusal:
            messages.error(request, str(refusal.reason))
        return see(reverse("events:door", args=[network, event_id]))
    name = request.GET.get("q", "").strip()[:80]
    context = {"event": found, "guests": queries.at_the_door(found, name), "q": name}
    context["come"] = queries.count_come(found)
    return render(request, "events/door.html", context)


@require_safe
def arrive(request: HttpRequest, network: str, event_id: int, code: str) -> HttpResponse:
    """What the code of a ticket leads to: for the hosts who it is, for everybody else nothing."""
    actor, found = me(request), queries.get(request.viewer, event_id)
    if not policies.is_host(actor.pk, found):
        raise Absent
    return render(request, "events/arrive.html", {"event": found, "guest": queries.by_ticket(found, code)})
