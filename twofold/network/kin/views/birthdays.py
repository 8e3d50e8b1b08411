"""Birthdays ahead, one's own, and the card on which others write their wishes."""

from babel.dates import get_month_names
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.ways import see
from twofold.network.kin import actions, forms, queries
from twofold.network.kin.forms import BirthdayForm
from twofold.network.kin.models import MAX_WISH
from twofold.people.audiences.queries import by_handle
from twofold.people.graph.queries import audience_options
from twofold.people.graph.queries.choosing import reach_options, spec_chosen
from twofold.people.personas.acting import me
from twofold.people.personas.models import Network, Persona

AHEAD = 60


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    """Whose birthday is today and in the next weeks."""
    me(request, only=Network.SOCIAL)
    viewer = request.viewer.itself
    found = queries.ahead(viewer, days=AHEAD)
    context = {
        "today": [each for each in found if each.today],
        "later": [each for each in found if not each.today],
        "own": queries.own_birthday(viewer),
        "most": AHEAD,
    }
    return render(request, "kin/birthdays.html", context)


@require_http_methods(["GET", "POST"])
def mine(request: HttpRequest, network: str) -> HttpResponse:
    """One's own birthday, and who may see the day and the year."""
    actor, born = me(request, only=Network.SOCIAL), queries.own_birthday(request.viewer.itself)
    form = forms.read(request.POST) if request.method == "POST" else forms.of(born)
    if request.method == "POST":
        try:
            _keep(actor, form, drop="drop" in request.POST)
            messages.success(request, _("It is gone.") if "drop" in request.POST else _("Kept."))
            return see(reverse("kin:birthdays", args=[network]))
        except Refused as refusal:
            form.refuse(refusal)
    options = audience_options(request.viewer)
    context = {
        "form": form,
        "born": born,
        "months": _months(),
        "reaches": reach_options(options, form.reach),
        "year_reaches": reach_options(options, form.year_reach),
    }
    return render(request, "kin/birthday.html", context, status=422 if form.errors else 200)


def _keep(actor: Persona, form: BirthdayForm, *, drop: bool) -> None:
    if drop:
        actions.drop_birthday(actor)
        return
    actions.keep_birthday(
        actor,
        month=form.number("month") or 0,
        day=form.number("day") or 0,
        year=form.number("year"),
        spec=spec_chosen(form.reach or "ties"),
        year_spec=spec_chosen(form.year_reach or "me"),
    )


def _months() -> list[tuple[str, str]]:
    names = get_month_names("wide", context="stand-alone", locale=to_locale(get_language() or "en"))
    return [("", _("Month")), *((str(number), names[number]) for number in range(1, 13))]


@require_http_methods(["GET", "POST"])
def card(request: HttpRequest, network: str, handle: str) -> HttpResponse:
    """The card of somebody's birthday; a POST writes on it."""
    actor, viewer = me(request, only=Network.SOCIAL), request.viewer.itself
    persona, problem = by_handle(viewer, network, handle), ""
    found = queries.card_of(viewer, persona)
    typed = request.POST.get("text", "")
    if request.method == "POST":
        try:
            alone, today = "alone" in request.POST, queries.today_of(viewer)
            actions.wish(actor, birthday=found.birthday, text=typed, alone=alone, today=today)
            messages.success(request, _("Your wish is on the card."))
            return see(request.path)
        except Refused as refusal:
            problem = str(refusal.reason)
    context = {"persona": persona, "card": found, "own": persona.pk == actor.pk, "problem": problem}
    context |= {"typed": typed if problem else found.mine.text if found.mine else "", "limit": MAX_WISH}
    return render(request, "kin/card.html", context, status=422 if problem else 200)


@require_POST
def remove(request: HttpRequest, network: str, wish_id: int) -> HttpResponse:
    """Off the card."""
    gone = actions.take_wish(me(request, only=Network.SOCIAL), wish_id=wish_id)
    messages.success(request, _("It is off the card. Nobody is told."))
    return see(reverse("kin:card", args=[network, gone.birthday.author.handle]))
