"""Guests: what one answers, who comes, who is asked, by name or by a link."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.foundation.kit.tables import csv_of
from twofold.foundation.kit.ways import see
from twofold.network.events import actions, forms, policies, queries
from twofold.network.events.forms import AnswerForm
from twofold.network.events.models import Answer, Event, Guest, Question, Reply
from twofold.network.events.views.answers import event_at, when
from twofold.network.events.views.events import shown
from twofold.people.audiences.queries import by_ids
from twofold.people.graph.queries.naming import somebody, ties_by_name
from twofold.people.personas.acting import me

_TABS = ("going", "maybe", "waiting", "cannot", "asked")


@require_POST
def answer(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """Going, Maybe, Can't; or no answer any more."""
    actor, found = me(request), queries.get(request.viewer, event_id)
    form = forms.read_answer(request.POST)
    try:
        if form.answer == "none":
            actions.withdraw(actor, event=found)
            messages.success(request, _("You are not on the list any more."))
        else:
            guest = _answered(request, found, form)
            messages.success(request, _said(guest))
    except Refused as refusal:
        form.errors[refusal.field or "form"] = str(refusal.reason)
        return shown(request, found, form)
    return see(event_at(network, event_id))


def _answered(request: HttpRequest, found: Event, form: AnswerForm) -> Guest:
    return actions.answer(
        me(request),
        event=found,
        answer=form.answer,
        plus=form.others if form.answer == Answer.GOING else 0,
        brings=form.brings,
        replies=form.replies,
    )


def _said(guest: Guest) -> str:
    if guest.waits:
        return _("All seats are taken. You wait for one, and move up by yourself; we tell you.")
    words = {
        Answer.GOING: _("You are going."),
        Answer.MAYBE: _("You may come."),
        Answer.CANNOT: _("You cannot come."),
    }
    return words[Answer(guest.answer)]


@require_safe
def guests(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """Who comes, for those to whom the hosts show it."""
    viewer, found = request.viewer, queries.get(request.viewer, event_id)
    host = bool(viewer) and policies.is_host(viewer.id, found)
    tab = request.GET.get("tab", "going")
    page = queries.page(viewer, found, tab, request.GET.get("after"), host=host)
    context = {
        "event": found,
        "host": host,
        "tab": tab,
        "page": page,
        "replies": queries.replies(page) if host and found.asks else {},
    }
    return render(request, "events/guests.html", context)


@require_safe
def table(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """The whole list for its hosts, as a table to take along."""
    viewer, found = request.viewer, queries.get(request.viewer, event_id)
    if not viewer or not policies.is_host(viewer.id, found):
        raise Absent
    asked = queries.questions(found)
    everyone = queries.all_guests(viewer, found)
    said = queries.replies(everyone) if asked else {}
    heads = [
        _("Name"),
        _("Handle"),
        _("Answer"),
        _("Others"),
        _("Brings"),
        _("Came"),
        *(q.text for q in asked),
    ]
    return csv_of("guests.csv", heads, [_cells(each, asked, said.get(each.pk, [])) for each in everyone])


def _cells(guest: Guest, asked: list[Question], said: list[Reply]) -> list[str]:
    replies = {each.question_id: each.text for each in said}
    answer = _("Waiting") if guest.waits else guest.get_answer_display() if guest.answer else _("Asked")
    who = [guest.persona.name, guest.persona.handle] if guest.persona else [guest.name, ""]
    came = f"{guest.came_at:%Y-%m-%d %H:%M} UTC" if guest.came_at else ""
    return [*who, answer, str(guest.plus or ""), guest.brings, came, *(replies.get(q.pk, "") for q in asked)]


@require_POST
def remove(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    actor, found = me(request), queries.get(request.viewer, event_id)
    number = request.POST.get("guest", "")
    actions.remove_guest(
        actor, event=found, guest_id=int(number) if number.isdecimal() and len(number) < 19 else 0
    )
    messages.success(request, _("They are not on the list any more."))
    return see(reverse("events:guests", args=[network, event_id]))


@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """Ask people one is tied to, or get a link for others."""
    actor, found = me(request), queries.get(request.viewer, event_id)
    policies.check_host(actor, found)
    if request.method == "GET":
        return _inviting(request, found)
    try:
        people = list(by_ids(request.viewer, _ids(request.POST.getlist("persona"))).values())
        if name := request.POST.get("name", "")[:80].strip():
            people.append(somebody(request.viewer, name))
        if not people:
            raise Refused(_("Tick people, or write a name."), field="name")
        number = actions.ask(actor, event=found, personas=people)
    except Refused as refusal:
        return _inviting(request, found, problem=str(refusal.reason))
    messages.success(
        request, ngettext("%(n)d person is asked.", "%(n)d people are asked.", number) % {"n": number}
    )
    return see(request.path)


def _ids(texts: list[str]) -> list[int]:
    found = []
    for text in texts[: policies.ASKED_AT_ONCE + 1]:
        try:
            found.append(decode(text))
        except ValueError:
            continue
    return found


def _inviting(request: HttpRequest, found: Event, problem: str = "", link: str = "") -> HttpResponse:
    name = request.GET.get("q", "")[:80].strip()
    context = {
        "event": found,
        "people": queries.askable(request.viewer, found, name),
        "q": name,
        "name": request.POST.get("name", ""),
        "problem": problem,
        "link": link,
        "links": queries.links(found),
    }
    return render(request, "events/invite.html", context, status=422 if problem else 200)


@require_POST
def link(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """A new link, shown this once; or one that is taken back."""
    actor, found = me(request), queries.get(request.viewer, event_id)
    for number in _ids([request.POST.get("drop", "")]):
        actions.drop_link(actor, event=found, link_id=number)
        messages.success(request, _("The link leads nowhere any more."))
        return see(reverse("events:invite", args=[network, event_id]))
    try:
        secret = actions.make_link(actor, event=found)
    except Refused as refusal:
        return _inviting(request, found, problem=str(refusal.reason))
    return _inviting(
        request, found, link=settings.BASE_URL + reverse("events:by_link", args=[network, secret])
    )


@require_http_methods(["GET", "POST"])
def by_link(request: HttpRequest, network: str, secret: str) -> HttpResponse:
    """Where an invitation link leads: what it is, and a button that takes it up."""
    found = queries.link(request.viewer, secret).event
    if request.method == "POST":
        event = actions.come_by(me(request), secret=secret)
        return see(event_at(network, event.pk))
    context = {"event": found, "when": when(request.viewer, found, found.begins_at, found.ends_at)}
    context |= {"secret": secret, "typed": {}, "questions": queries.questions(found), "replies": {}}
    return render(request, "events/by_link.html", context)


@require_http_methods(["GET", "POST"])
def hosts(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """Who hosts it too: asked by name, or let go."""
    actor, found = me(request), queries.get(request.viewer, event_id)
    policies.check_author(actor, found)
    problem, name = "", request.POST.get("name", "")[:80].strip()
    if request.method == "POST":
        try:
            for number in _ids([request.POST.get("drop", "")]):
                actions.let_host_go(actor, event=found, persona_id=number)
                return see(request.path)
            if not name:
                raise Refused(_("Write a name or a handle."), field="name")
            actions.ask_host(actor, event=found, persona=somebody(request.viewer, name))
            return see(request.path)
        except Refused as refusal:
            problem = str(refusal.reason)
    context = {
        "event": found,
        "hosts": queries.hosts(request.viewer, found),
        "ties": ties_by_name(request.viewer.itself),
        "problem": problem,
        "name": name,
    }
    return render(request, "events/hosts.html", context, status=422 if problem else 200)


@require_POST
def host_answer(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """Yes or no to hosting; or no longer, of somebody who said yes."""
    actor = me(request)
    if request.POST.get("say") == "yes":
        actions.accept_host(actor, event_id=event_id)
        return see(event_at(network, event_id))
    if request.POST.get("say") != "no":
        raise Absent
    actions.decline_host(actor, event_id=event_id)
    messages.success(request, _("You do not host it."))
    return see(reverse("events:home", args=[network]))
