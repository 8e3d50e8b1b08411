"""What the views of advice share."""

from functools import partial

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from twofold.foundation.kit.refusals import Absent
from twofold.network.advice.forms import REACH_WORDS
from twofold.network.advice.models import Field
from twofold.people.personas import acting
from twofold.people.personas.models import Network

WORK = Network.PROFESSIONAL
me = partial(acting.me, only=WORK)


def here(network: str) -> None:
    """Absent where there is no such advice."""
    if network != WORK:
        raise Absent


def see(name: str, *parts: object, at: str = "") -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse(name, args=[WORK, *parts]) + at, status=303)


def reaches() -> list[tuple[str, str]]:
    words = {
        "members": _("Members of this network"),
        "ties": _("Your connections"),
        "everyone": _("Everyone, also without signing in"),
    }
    return [(each, words[each]) for each in REACH_WORDS]


def fields() -> list[tuple[str, str]]:
    return [("", _("Choose")), *((each.value, str(each.label)) for each in Field)]


def form_page(request: HttpRequest, template: str, form, **words: object) -> HttpResponse:
    """A form; with what was typed and what is wrong with it, once it was sent."""
    context = {"form": form, "fields": fields(), "reaches": reaches(), **words}
    return render(request, template, context, status=422 if form.is_bound else 200)
