"""What work pays: figures, and one's own entries."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from twofold.foundation.kit import clock
from twofold.foundation.kit.money import countries, currencies
from twofold.foundation.kit.refusals import Refused
from twofold.network.salaries import actions, queries
from twofold.network.salaries.drawing import drawn
from twofold.network.salaries.forms import EntryForm
from twofold.network.salaries.models import Entry, Per
from twofold.network.salaries.policies import YEARS
from twofold.people.personas import acting
from twofold.people.personas.models import Network, Persona

me = partial(acting.me, only=Network.PROFESSIONAL)


@require_safe
def home(request: HttpRequest, network: str) -> HttpResponse:
    """Figures that suit what stands in the address."""
    me(request)
    viewer, said = request.viewer.itself, request.GET
    asked = {name: said.get(name, "")[:80].strip() for name in ("role", "place", "country")}
    words = {
        "asked": asked,
        "figures": drawn(queries.figures(viewer, **asked)),
        "own": queries.own(viewer),
        "countries": countries(get_language() or "en"),
    }
    return render(request, "salaries/home.html", words)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, network: str) -> HttpResponse:
    actor = me(request)
    start = {"place": actor.place, "year": clock.now().year}
    form = EntryForm(request.POST) if request.method == "POST" else EntryForm(initial=start)
    return _kept(request, actor, form) or _form(request, form)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, network: str, entry_id: int) -> HttpResponse:
    actor, entry = me(request), queries.own_one(request.viewer.itself, entry_id)
    form = EntryForm(request.POST) if request.method == "POST" else EntryForm.of(entry)
    return _kept(request, actor, form, entry_id) or _form(request, form, entry)


def _kept(
    request: HttpRequest, actor: Persona, form: EntryForm, entry_id: int | None = None
) -> HttpResponse | None:
    if not form.is_bound or not form.is_valid():
        return None
    try:
        actions.keep_entry(actor, entry_id=entry_id, **form.fields_for_action())
    except Refused as refusal:
        form.add_error(refusal.field or None, refusal.reason)
        return None
    messages.success(request, _("Kept, for you alone. It counts the next time figures are made."))
    return _see("#own")


def _form(request: HttpRequest, form: EntryForm, entry: Entry | None = None) -> HttpResponse:
    language, now = get_language() or "en", clock.now().year
    words = {
        "form": form,
        "entry": entry,
        "countries": [("", _("Choose")), *countries(language)],
        "currencies": currencies(language),
        "periods": Per.choices,
        "years": [(each, str(each)) for each in range(now, now - YEARS, -1)],
    }
    return render(request, "salaries/edit.html", words, status=422 if form.is_bound else 200)


@require_POST
def drop(request: HttpRequest, network: str, entry_id: int) -> HttpResponse:
    actions.drop_entry(me(request), entry_id=entry_id)
    messages.success(request, _("Gone. It counts in no figure that is made from now on."))
    return _see("#own")


def _see(part: str = "") -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("salaries:home", args=[Network.PROFESSIONAL]) + part, status=303)
