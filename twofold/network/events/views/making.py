"""The form of an event: for a new one, and for one that changes."""

from typing import Any

from django.contrib import messages
from django.core.files.base import File
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from twofold.foundation.kit import clock
from twofold.foundation.kit.ids import encode
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.events import actions, forms, policies, queries, times
from twofold.network.events.forms import EventForm
from twofold.network.events.models import KINDS, MAX_DESCRIPTION, MAX_TITLE, Event, Shown
from twofold.network.events.views.answers import event_at
from twofold.network.media.actions import take_in
from twofold.network.media.models import Picture
from twofold.network.media.queries import own
from twofold.network.posts.views.desk import intend, laid_out
from twofold.people.graph.queries import audience_summary
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    author = me(request)
    asked = request.GET.get("on", "")
    form = forms.read(request.POST) if request.method == "POST" else forms.blank(author, asked=asked)
    if request.method == "POST":
        picture = _picture(request, author, form)
        if not (form.errors or _is_choosing(request, form)):
            try:
                made = actions.make_event(author, plan=form.plan(), spec=form.spec, picture=picture)
                return see(event_at(network, made.pk))
            except Refused as refusal:
                form.refuse(refusal)
    return _form(request, form)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, event_id: int) -> HttpResponse:
    """Its words, its times, and who can see it."""
    actor, found = me(request), queries.get(request.viewer, event_id)
    policies.check_host(actor, found)
    if request.method == "GET":
        plan, spec = actions.plan_of(actor, found), actions.chosen_spec(found)
        return _form(request, forms.from_event(found, plan, spec), found)
    form = forms.read(request.POST)
    picture = _picture(request, actor, form)
    if not (form.errors or _is_choosing(request, form)):
        try:
            _change(actor, found, form, picture)
            messages.success(request, _("Kept."))
            return see(event_at(network, found.pk))
        except Refused as refusal:
            form.refuse(refusal)
    return _form(request, form, found)


def _change(actor: Persona, found: Event, form: EventForm, picture: Picture | None) -> None:
    stays = None if form.ticks["drop_picture"] else found.picture
    # Only its author chooses who may see an event: the lists in the picker are theirs.
    spec = form.spec if found.author_id == actor.pk else actions.chosen_spec(found)
    actions.change_event(
        actor, event=found, plan=form.plan(), spec=spec, picture=picture or stays, tell=form.ticks["tell"]
    )


def _picture(request: HttpRequest, author: Persona, form: EventForm) -> Picture | None:
    """The picture that came with the form, or came with it before and is kept while the rest is put right."""
    upload: File | None = request.FILES.get("picture")
    if upload:
        try:
            taken = take_in(author, upload=upload, alt=form.values["alt"])
            form.values["picture_id"] = encode(taken.pk)
            return taken
        except Refused as refusal:
            form.refuse(Refused(refusal.reason, field="picture"))
            return None
    found = own(request.viewer, [form.picture_id]) if form.picture_id else []
    return found[0] if found else None


def _is_choosing(request: HttpRequest, form: EventForm) -> bool:
    """Whether the form came only to add people by name to its audience."""
    if request.POST.get("intent") != "people" and not (form.made.name or form.made.except_name):
        return False
    try:
        intend(me(request), form.made, "people")
    except Refused as refusal:
        form.refuse(refusal)
        return True
    return request.POST.get("intent") == "people"


def _form(request: HttpRequest, form: EventForm, found: Event | None = None) -> HttpResponse:
    actor, network = me(request), Network(request.viewer.network)
    try:
        summary = audience_summary(request.viewer, form.spec)
    except Refused:
        summary = None
    context: dict[str, Any] = {
        **laid_out(request, form.made),
        "form": form,
        "event": found,
        "own": found is None or found.author_id == actor.pk,
        "summary": summary,
        "kinds": [(each.value, each.label) for each in KINDS[network]],
        "zones": clock.zone_choices(),
        "repeats": _repeats(form),
        "shown_to": Shown.choices,
        "questions": [*form.questions, *[""] * policies.MAX_QUESTIONS][: policies.MAX_QUESTIONS],
        "most_title": MAX_TITLE,
        "most_description": MAX_DESCRIPTION,
        "city": times.place_of(form.values["zone"]),
    }
    return render(request, "events/form.html", context, status=422 if form.errors else 200)


def _repeats(form: EventForm) -> list[tuple[str, str]]:
    found = [
        ("", _("Once")),
        ("daily", _("Every day")),
        ("weekly", _("Every week")),
        ("biweekly", _("Every two weeks")),
        ("monthly_date", _("Every month, on the same day of the month")),
        ("monthly_day", _("Every month, on the same weekday")),
        ("yearly", _("Every year")),
    ]
    return [*found, ("custom", _("As it is now"))] if form.values["rule"] else found
